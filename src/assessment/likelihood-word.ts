import type { LikelihoodWord } from './assessment.ts';

/** A likelihood word and the range it stands for: from its lower end up to, without, its upper end. */
export interface LikelihoodBand {
  word: LikelihoodWord;
  range: readonly [number, number];
}

/** The seven bands of ICD 203 (Office of the Director of National Intelligence, 2015, section D.6.e). */
export const likelihoodBands: readonly LikelihoodBand[] = [
  { word: 'almost no chance', range: [0, 0.05] },
  { word: 'very unlikely', range: [0.05, 0.2] },
  { word: 'unlikely', range: [0.2, 0.45] },
  { word: 'roughly even chance', range: [0.45, 0.55] },
  { word: 'likely', range: [0.55, 0.8] },
  { word: 'very likely', range: [0.8, 0.95] },
  { word: 'almost certain', range: [0.95, 1] },
];

/** The ICD 203 word for a probability; the outermost words also stand beyond 1 % and 99 %. */
export function likelihoodWord(probability: number): LikelihoodWord {
  const band = likelihoodBands.find(({ range }) => probability < range[1]);
  return (band ?? likelihoodBands.at(-1)!).word;
}
