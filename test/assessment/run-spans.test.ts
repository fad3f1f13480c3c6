import { expect, it } from 'vitest';
import { figuresOf, imagine, openRun } from '../../src/assessment/live.ts';
import { runSpans } from '../../src/assessment/run-spans.ts';
import { runOf, twoHalls } from './hubs.ts';

const { plan, posterior, assessment } = runOf(twoHalls, { draws: 4096 });
const of = (id: string) => assessment.quantities.find((one) => one.id === id)!;

it('a run of twice the days is twice as large, at every point of its interval', () => {
  const claimed = { median: 9, low: 3, high: 27 };
  expect(runSpans({ median: 9e24, low: 3e24, high: 2.7e25, claimed })).toEqual([
    { days: 30, median: 3e24, low: expect.closeTo(1e24, -10), high: expect.closeTo(9e24, -10), claimed: 3 },
    { days: 90, median: 9e24, low: 3e24, high: 2.7e25, claimed: 9 },
    { days: 180, median: 1.8e25, low: 6e24, high: 5.4e25, claimed: 18 },
  ]);
});

it('every quantity of a run has them, and no other', () => {
  const spanned = assessment.quantities.filter(({ spans }) => spans).map(({ id }) => id);
  expect(spanned).toEqual([
    'largest-run',
    'largest-run-site',
    'largest-run-together',
    'largest-run-h20',
    'largest-run-ascend',
  ]);
  expect(of('largest-run').spans![1]).toMatchObject({ days: 90, median: of('largest-run').median });
});

it('moves with what is imagined', () => {
  const { quantities } = figuresOf(imagine(openRun(plan, posterior), { prior: 'sceptic' }));
  const run = quantities.find(({ id }) => id === 'largest-run')!;
  expect(run.spans!.map(({ median }) => median / run.median)).toEqual([1 / 3, 1, 2]);
});
