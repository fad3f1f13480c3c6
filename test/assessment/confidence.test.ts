import { expect, it } from 'vitest';
import type { ItemResult, Question } from '../../src/assessment/assessment.ts';
import { confidenceOf } from '../../src/assessment/confidence.ts';
import type { Plan } from '../../src/assessment/plan.ts';
import type { Quality } from '../../src/installed/infer.ts';

const DAY = 20_000;
const good: Quality = { ess: 5000, pareto: 0.1, limit: 0.7, state: 'good' };

/** An item of its own origin that doubles the odds. */
const item = (origin: string, more: object = {}) =>
  ({ origin, grade: { reliability: 'B', credibility: 2 }, factor: 2, ...more }) as unknown as ItemResult;
const items = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => item(`origin-${from + i}`));
const against = (those: readonly ItemResult[]) => those.map((one) => ({ ...one, factor: 0.5 }));

interface Case {
  evidence?: readonly ItemResult[];
  byPreset?: [number, number, number];
  weak?: boolean;
  age?: number;
  state?: Quality['state'];
}

function judge({ evidence = items(8), byPreset = [0.1, 0.1, 0.1], weak, age = 30, state = 'good' }: Case) {
  const [sceptic, neutral, believer] = byPreset;
  return confidenceOf(
    { asOf: { to: DAY }, compiled: { items: [{ date: { to: DAY - age } }] } } as unknown as Plan,
    {
      questions: [{ byPreset: { sceptic, neutral, believer } } as Question],
      evidence,
      weak: weak
        ? { item: 'rumour', grade: evidence[0]!.grade, origin: 'x', word: 'likely', without: 'unlikely' }
        : null,
      quality: { ...good, state },
    },
  );
}

it.each<[string, string, Case]>([
  ['high', 'on eight telling origins that agree', {}],
  ['moderate', 'on seven', { evidence: items(7) }],
  ['moderate', 'on three', { evidence: items(3) }],
  ['low', 'on two', { evidence: items(2) }],
  ['moderate', 'where two priors disagree', { byPreset: [0.1, 0.1, 0.3] }],
  ['low', 'where all three disagree', { byPreset: [0.01, 0.1, 0.3] }],
  ['moderate', 'where one weak source carries the word', { weak: true }],
  ['moderate', 'where the newest fact is older than a year', { age: 366 }],
  ['low', 'where the draws do not carry the answer', { state: 'poor' }],
  ['low', 'where many items are of one origin', { evidence: Array.from({ length: 20 }, () => item('one')) }],
  [
    'low',
    'where no item moves the odds by a fifth',
    { evidence: items(9).map((one) => ({ ...one, factor: 1.2 })) },
  ],
  ['high', 'where items speak against', { evidence: against(items(8)) }],
  [
    'low',
    'where strong sources contradict each other',
    { evidence: [...items(8), ...against(items(12, 8))] },
  ],
  ['high', 'where a few stand against many', { evidence: [...items(9), ...against(items(4, 9))] }],
  ['high', 'where two stand against eight', { evidence: [...items(8), ...against(items(2, 8))] }],
])('is %s %s', (confidence, _, given) => {
  expect(judge(given).confidence).toBe(confidence);
});

it('does not count sources graded C or worse', () => {
  const weak = items(9).map((one) => ({ ...one, grade: { reliability: 'C', credibility: 1 } }) as ItemResult);
  expect(judge({ evidence: weak }).confidence).toBe('low');
});

it('says why', () => {
  const evidence = [...items(4), item('faint', { factor: 1.01 })];
  expect(judge({ evidence, byPreset: [0.1, 0.1, 0.3], weak: true, age: 12 }).confidenceReasons).toEqual([
    { about: 'origins', telling: 4, strong: 5, for: 4, against: 0, contested: false },
    { about: 'priors', words: 2 },
    { about: 'weak-source', item: 'rumour' },
    { about: 'age', days: 12 },
  ]);
});
