export const installedCodes = {
  'ST-I001': {
    title: 'Nothing was known by that date',
    why: 'A verdict as of a date uses only what was published by then. No claim about the size of any of the hub sites was.',
    fix: 'Choose a later date: `sandtable assess xinjiang-qinghai --as-of 2025-07-31`.',
  },
  'ST-I003': {
    title: 'The draws do not carry the answer',
    why: 'The answer is an average over weighted draws. Where a few draws hold most of the weight, it may be far off, however smooth it looks; then Sandtable says so and exits with code 5.',
    fix: 'Raise `--draws`, or see which items and limits contradict each other: drop one with `--drop` and compare.',
  },
} as const;
