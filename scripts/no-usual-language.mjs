/** Stands for the usual language in the app, which fetches the reader's and draws nothing without it. */
export const usual = undefined;
