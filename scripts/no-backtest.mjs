/** Stands for what is said of backtests in the app, which shows none. */
export const backtestEn = {};
export const backtestZhCN = {};
