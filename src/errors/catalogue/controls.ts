export const controlCodes = {
  'ST-K001': {
    title: 'A country is not known',
    why: 'Rules are written for destinations and groups of them; an unknown name would match none of them and look free.',
    fix: 'Write the two letters of ISO 3166, such as CN, or the English name.',
  },
  'ST-K002': {
    title: 'A party is not known',
    why: 'Only companies that the instruments in data/controls name are held; the full lists are not. An unknown name can be passed as it is, but a mistyped one would look unlisted.',
    fix: 'Check the spelling, or leave the party out and screen it elsewhere.',
  },
  'ST-K003': {
    title: 'Two inputs of a question contradict each other',
    why: 'An answer to a question that cannot arise would be worth nothing.',
    fix: 'Leave one of the two out, or correct it.',
  },
  'ST-K004': {
    title: 'A bound of a rule cannot be read',
    why: 'Near-misses are decided by the sign and the unit, so both must be there.',
    fix: "Write a sign, a number and the unit of the quantity: `bandwidth: '>= 1400 GB/s'`, `tpp: '>= 4800'`.",
  },
  'ST-K005': {
    title: 'A specification makes no sense',
    why: 'Rates, bandwidths and areas are positive numbers; others would give a status that looks computed.',
    fix: 'Write a number with its unit, such as `dieArea=514 mm2`, `bandwidth=4000 GB/s` or `fp16=148 TFLOP/s`.',
  },
  'ST-K006': {
    title: 'A day is needed',
    why: 'Rules take effect on days: in October 2023 the same chip had three answers.',
    fix: 'Write a whole date: 2023-10-24.',
  },
  'ST-K007': {
    title: 'An instrument is not known',
    why: 'Rules refer to one another by the ids of their files in data/controls.',
    fix: 'Write an id that `sandtable rules` lists.',
  },
  'ST-K008': {
    title: 'The register of export controls is incomplete',
    why: 'Without countries, groups and parties no rule can be matched.',
    fix: 'Restore data/controls/register from the package.',
  },
  'ST-K009': {
    title: 'A file of a rule contradicts itself',
    why: 'A rule that ends before it begins, or that nobody issued, would silently never apply.',
    fix: 'Correct the dates: announced, effective, compliance and until, in that order.',
  },
  'ST-K010': {
    title: 'A system of several chips was asked about',
    why: 'A computer is judged by the chips in it (4A090 mirrors 3A090), and this one is sold with different ones.',
    fix: 'Ask about one of its chips.',
  },
  'ST-K011': {
    title: 'The days of a timeline are out of order',
    why: 'A timeline tells the answers from an earlier day to a later one.',
    fix: 'Write for example `sandtable timeline h20 --start 2024-01 --end 2025-05`.',
  },
} as const;
