import type { LikelihoodWord } from './assessment.ts';

/** Upper ends of the seven bands of ICD 203 (Office of the Director of National Intelligence, 2015, section D.6.e). */
const bands: readonly [number, LikelihoodWord][] = [
  [0.05, 'almost no chance'],
  [0.2, 'very unlikely'],
  [0.45, 'unlikely'],
  [0.55, 'roughly even chance'],
  [0.8, 'likely'],
  [0.95, 'very likely'],
  [Infinity, 'almost certain'],
];

/** The ICD 203 word for a probability; the outermost words also stand beyond 1 % and 99 %. */
export function likelihoodWord(probability: number): LikelihoodWord {
  return bands.find(([upTo]) => probability < upTo)![1];
}
