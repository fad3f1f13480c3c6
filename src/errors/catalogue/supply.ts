export const supplyCodes = {
  'ST-Y001': {
    title: 'The shares of a mix do not add up to 1',
    why: 'A mix says which chips make up what arrives; what is missing or double would be lost or counted twice.',
    fix: 'Correct the shares so that they add up to 1.',
  },
  'ST-Y002': {
    title: 'An estimate cannot be counted with',
    why: 'Pools are counted in accelerators. Money, bounds and unknowns become a count only by a reading that somebody stands for.',
    fix: 'Add `reading: 52k (41k..67k)` and `why: how it follows`, or move the statement to `context`.',
  },
  'ST-Y003': {
    title: 'The dates of an estimate do not fit its measure',
    why: 'A flow is what arrived over some time and needs its first and last day; a stock is what is there on one day.',
    fix: 'Write `from:` and `to:` for a flow, `at:` for a stock.',
  },
  'ST-Y004': {
    title: 'A stream is not known',
    why: 'Every estimate speaks about one of the streams of its pool.',
    fix: 'Correct the id, or describe the stream in the same file.',
  },
  'ST-Y005': {
    title: 'A file of the supply data is missing',
    why: 'Pools need their estimates and the rules by which they are brought together.',
    fix: 'Restore data/supply from the package.',
  },
  'ST-Y006': {
    title: 'Nothing was published about a pool by that date',
    why: 'A replay uses only what was public on its date; before the first estimate there is nothing to say about the pool.',
    fix: 'Use a later --as-of.',
  },
  'ST-Y007': {
    title: 'A pool or stream does not exist',
    why: 'Pools are restricted, legal and domestic; their streams are described in data/supply.',
    fix: 'Use one of the names the message lists.',
  },
  'ST-Y008': {
    title: 'Lawful sales contradict the law of their day',
    why: 'What runs in a site by a lawful route depends on what was lawful on the date; sales that a rule barred would make it look lawful.',
    fix: 'Write 0, add the licences that were reported to data/controls as a decision, or count the sales among the restricted.',
  },
} as const;
