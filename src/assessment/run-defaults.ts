/** What a run has where nothing was asked; its date is the dossier's own. */
export const defaults = { prior: 'neutral', seed: 7, draws: 100_000 } as const;
