const s = (n: number) => (n === 1 ? '' : 's');

/** The dossiers there are, and the files of one. */
export const libraryEn = {
  title: 'What an AI compute hub claims, what is evidenced, what it can do.',
  lead: 'Each dossier takes one hub from what is claimed to what it can do.',
  origin: {
    own: 'Yours',
    bundled: 'Came with Sandtable',
    known: 'Outcome known',
  } as Record<'own' | 'bundled' | 'known', string>,
  sites: (n: number): string => `${n} site${s(n)}`,
  items: (n: number): string => `${n} item${s(n)} of evidence`,
  broken: (n: number): string => `${n} error${s(n)}`,
  knownLead: (n: number): string =>
    `${n} hubs whose outcome is known. They fit and test the engine; each opens like any other.`,
  files: (n: number): string => `The dossier as it is written: ${n} file${s(n)}`,
  noErrors: 'No errors.',
};
