export const commandCodes = {} as const;
