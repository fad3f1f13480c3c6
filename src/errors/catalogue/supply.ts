export const supplyCodes = {} as const;
