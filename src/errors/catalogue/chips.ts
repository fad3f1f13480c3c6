export const chipCodes = {} as const;
