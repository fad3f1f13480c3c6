export const assessmentCodes = {} as const;
