import type { SourceType } from '../../sources/source.ts';

import { s } from './plural.ts';

/** Sources and method, in English. */
export const sourcesEn = {
  sourcesLead: (n: number) => `${n} publications stand behind this dossier.`,
  source: 'Source',
  sourceType: {
    'government-approval': 'government approval',
    'official-statement': 'official statement',
    tender: 'tender',
    'company-filing': 'company filing',
    journalism: 'journalism',
    'think-tank': 'think tank',
    'market-price': 'market price',
    court: 'court',
    dataset: 'data set',
    reference: 'reference work',
    paper: 'paper',
    forum: 'forum',
  } as Record<SourceType, string>,
  address: 'Address',
  readThere: 'Addresses are shown as text: the app opens no other site.',
  cite: 'Cite this run',
  citeStyles: { apa: 'APA', bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' } as Record<string, string>,
  method: 'Method',
  methodText: [
    'A world is one complete state of the hub that could be true: how far each site is, what runs in it, how much of it.',
    'Worlds are drawn from priors that come from hubs of known outcome, and weighted by how well they explain every item of evidence. Restricted chips over all sites cannot exceed what is in the country.',
    'Every number is read off the weighted worlds: the median, and the middle nine tenths. The likelihood word follows ICD 203; confidence speaks of the evidence, not of the answer.',
    'The run id names data, dossier, engine, seed and changes: who has the same has the same numbers, to the last bit.',
  ],
  supports: (n: number) => `supports ${n} item${s(n)}`,
  onlyJudged: 'Only judged figures',
  judgedLead:
    'These figures rest at least in part on our own judgement, marked ✎. Choose one to see which input is judged and by whom.',
  judgedNone: 'No figure here rests on judgement.',
  fixedHere: 'Set by this dossier',
  repliesHead: 'Replies and corrections',
  repliesNone: 'No reply or correction is known to this dossier.',
  repliesToHub: (n: number) => `${n} to the hub as a whole`,
  formulas: 'Formulas',
  docsHead: 'In the documentation',
  noArchive: 'no archived copy',
};
