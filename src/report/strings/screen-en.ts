import { plural } from './plural.ts';

/** What screens of the terminal and exports say, and the app does not. */
export const screenEn = {
  unreliableMark: '? = that prior alone did not converge; do not quote it',

  eachStep: 'each step up is one of 50 equally likely worlds',
  sitesOrder: 'most projects first',
  matrixOrder: 'those that tell most come first; what changes an unlikely hypothesis alone tells little',
  projectsHead: 'projects',
  stageHead: 'stage',
  litHead: 'lit',
  computeHead: 'compute lit (90 %)',
  rangeHead: 'range',
  contextMark: 'context',
  contextSites: (n: number): string =>
    `and ${plural(n, 'context record')} outside the claim, for how such projects fare: --format csv`,
  leadHead: 'answer in',
  replayHead: 'the answer month by month, using only what was published by then',
  dateHead: 'date',
  whyHead: (quantity: string): string => `why ${quantity}`,
  diffHead: (before: string, after: string): string => `${before} → ${after}`,
  diffCauses: 'what was changed',
  diffFigures: 'what moved',

  sourcesHead: 'sources',
  evidenceTitle: 'What moved the answer',
  evidenceSentence: (
    facts: readonly { for: boolean; factor: string; says: string }[],
    question: string,
  ): string =>
    facts.length === 0
      ? `No item moves the answer to: ${question}`
      : `${question} The strongest items: ${facts.map((f) => `${f.for ? 'for' : 'against'} (${f.factor}): “${f.says}”`).join(' ')}`,
  replayTitle: (question: string): string => `${question} Month by month`,
  replaySentence: (facts: {
    from: string;
    to: string;
    start: string;
    end: string;
    label: string;
    median: string;
  }): string =>
    `From ${facts.from} to ${facts.to} the probability ${facts.start === facts.end ? `stayed at ${facts.end}` : `went from ${facts.start} to ${facts.end}`}; the last median for ${facts.label} is ${facts.median}.`,
};
