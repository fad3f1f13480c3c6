/** The comparison, in English. */
export const compareEn = {
  sideA: 'First',
  sideB: 'Second',
  compareIt: 'Compare',
  compareHelp: 'a dossier, and what follows ? in its link',
  tryPairs: 'For example',
  pairPriors: (name: string) => `${name}: sceptic and believer`,
  pairHubs: 'two hubs',
  compareMixed: 'Compare two dossiers or two run ids: one of each cannot be compared.',
  causesMore: (n: number) => `and ${n} more`,
};
