export const assessmentCodes = {
  'ST-A001': {
    title: 'A file of the data folder is missing',
    why: 'Grades and the parameters of the world model have one file each; without them nothing can be weighed.',
    fix: 'Restore the file from the release, or install Sandtable again.',
  },
  'ST-A002': {
    title: 'Not a date to look back from',
    why: '`--as-of` uses only what was published by the end of that date, so it must be a year, quarter, month or day.',
    fix: 'Write `--as-of 2025-07`, `--as-of 2025-Q3` or `--as-of 2025-07-31`.',
  },
  'ST-A003': {
    title: 'No such evidence item, nor a source of one',
    why: 'Leaving out what does not exist would change nothing and look as if it had.',
    fix: 'Take the id of an item, or of a source for all its items, from `sandtable assess --format csv` or from the files under evidence/.',
  },
  'ST-A004': {
    title: 'No such parameter',
    why: 'A parameter that is not known would be ignored in silence.',
    fix: 'Write `--set world.namedShare=20%`, `--set pool="60k to 700k"` or `--set sites.yiwu.accelerators=80k`.',
  },
  'ST-A005': {
    title: 'A value that a parameter cannot take',
    why: 'Every parameter is a quantity with a dimension: a share, a duration, a count.',
    fix: 'Write `20%`, `5% to 45%`, `3 to 12 months` or `beta(2, 8)`.',
  },
  'ST-A006': {
    title: 'A number of draws, seed or prior that a run cannot have',
    why: 'Draws and seed are whole numbers and part of the run id; there are three priors.',
    fix: 'Give for example `{ draws: 100000, seed: 7, prior: "neutral" }`.',
  },
  'ST-A008': {
    title: 'Nothing to explain under that name',
    why: '`why` explains the quantities and questions of an assessment.',
    fix: 'Write one of the names that `sandtable assess --format csv` lists, such as `accelerators`.',
  },
} as const;
