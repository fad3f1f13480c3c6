/** Two runs beside each other: what was changed between them, and what moved. */
export const compareEn = {
  title: 'Compare',
  lead: 'Two runs side by side, with every figure that moved and the edits that can have moved it.',
  causes: 'What was changed',
  /** What an edit changed, by its key; any other is said as it is. */
  cause: {
    hub: 'hub',
    'as-of': 'as of',
    prior: 'prior',
    drop: 'left out',
    seed: 'seed',
    draws: 'draws',
    engine: 'engine',
    data: 'data',
    dossier: 'dossier',
  } as Readonly<Record<string, string>>,
  item: (id: string): string => `item ${id}`,
  set: (path: string): string => `set ${path}`,
  used: 'used',
  onlyBefore: (n: number): string => `${n} item${n === 1 ? '' : 's'} only in the first`,
  onlyAfter: (n: number): string => `${n} item${n === 1 ? '' : 's'} only in the second`,
  noCauses: 'Nothing was changed: the runs are the same.',
  together: 'Every figure below moved by these together; change one at a time to tell them apart.',
  moved: 'What moved',
  quantity: 'what it amounts to',
  change: 'change',
  points: (n: string): string => `${n} points`,
};
