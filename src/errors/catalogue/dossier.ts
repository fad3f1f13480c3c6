export const dossierCodes = {} as const;
