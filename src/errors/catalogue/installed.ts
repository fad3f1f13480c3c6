export const installedCodes = {} as const;
