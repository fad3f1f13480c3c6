import { s } from './plural.ts';

/** The verdict and the draw of a world, in English. */
export const verdictEn = {
  columns: {
    quantity: 'what it amounts to',
    claimed: 'if all claimed ran',
    now: (date: string) => `what runs, ${date}`,
    later: 'by the end of 2027',
  },
  laterNote: (run: string) => `the same evidence carried forward to 2027-12-31, run ${run}`,
  notClaimed: 'nothing claimed',
  moved: 'What moved this most',
  movedNote: (question: string) => `odds of: ${question}`,
  withEvery: (before: string) => `with every item: ${before}`,
  allEvidence: 'All evidence',
  lookNext: 'What to look at next',
  lookCost: (cost: string, lead: string) => `${cost}, answer in ${lead}`,
  otherQuestions: 'Other questions of the same worlds',
  drawWorld: 'Draw a world',
  drawnWorld: (n: number) => `World ${n}: one of many that fit the evidence. Not a forecast.`,
  backToAll: 'Back to all worlds',
  slowShow: 'Slow show',
  judged: (judged: number, all: number) => `${judged} of ${all} assumptions are our own judgement`,
  warnings: (n: number) => `${n} warning${s(n)}`,
  mathHead: 'The arithmetic',
};
