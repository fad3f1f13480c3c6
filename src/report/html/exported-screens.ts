/** Screens about one run that can be written as one page; the brief has four sheets of paper. */
export const assessedScreens = [
  'brief',
  'verdict',
  'map',
  'sites',
  'evidence',
  'chips',
  'capability',
  'sources',
] as const;
export type AssessedScreen = (typeof assessedScreens)[number];

/** With those that no run is needed for: the files of a dossier, and all dossiers. Two runs are compared by `sandtable diff`. */
export const exportedScreens = [...assessedScreens, 'edit', 'library'] as const;
export type ExportedScreen = (typeof exportedScreens)[number];
