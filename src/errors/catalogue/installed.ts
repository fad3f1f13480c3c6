export const installedCodes = {
  'ST-I001': {
    title: 'Nothing was known by that date',
    why: 'A verdict as of a date uses only what was published by then. No claim about the size of any of the hub sites was.',
    fix: 'Choose a later date: `sandtable assess xinjiang-qinghai --as-of 2025-07-31`.',
  },
  'ST-I002': {
    title: 'The hub claims nothing',
    why: 'A verdict measures what is there against what is claimed; against a claim of nothing there is nothing to measure.',
    fix: 'Give the hub or one of its sites a claim above zero: `says: { accelerators: 800 }`.',
  },
  'ST-I003': {
    title: 'The draws do not carry the answer',
    why: 'The answer is an average over weighted draws. Where a few draws hold most of the weight, it may be far off, however smooth it looks; then Sandtable says so and exits with code 5.',
    fix: 'Raise `--draws`, or see which items and limits contradict each other: drop one with `--drop` and compare.',
  },
  'ST-I004': {
    title: 'A site has more evidence than can be weighed',
    why: 'What its items say is multiplied into one number for each possible state of the site. Hundreds of items that all say the same go beyond the largest number that a computer holds.',
    fix: 'Say once what is said again and again: one item for each origin and each thing that it says.',
  },
} as const;
