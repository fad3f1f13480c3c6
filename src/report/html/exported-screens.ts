/** Screens that can be written as one page; the brief has four sheets of paper. */
export const exportedScreens = [
  'brief',
  'verdict',
  'map',
  'sites',
  'evidence',
  'chips',
  'capability',
  'sources',
] as const;
export type ExportedScreen = (typeof exportedScreens)[number];
