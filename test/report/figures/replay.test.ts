import { expect, it } from 'vitest';
import { replayFigure } from '../../../src/report/figures/replay.ts';
import { inventedReplay } from '../../fixtures/assessment/invented.ts';

it('is the reviewed figure', async () => {
  await expect(replayFigure(inventedReplay)).toMatchFileSnapshot('../../golden/replay.svg');
  await expect(replayFigure(inventedReplay, { theme: 'dark', width: 480 })).toMatchFileSnapshot(
    '../../golden/replay-dark.svg',
  );
});

it('says in words how the answer went', () => {
  expect(replayFigure(inventedReplay)).toContain('the probability went from 55 % to 31 %');
});

it('draws a single month', () => {
  expect(replayFigure(inventedReplay.slice(0, 1))).not.toMatch(/NaN|undefined|Infinity/);
});

it('draws months in which nothing runs', () => {
  const none = inventedReplay.map((a) => ({
    ...a,
    quantities: [{ ...a.quantities[0]!, median: 0, low: 0, high: 0, dots: new Array(50).fill(0) }],
  }));
  expect(replayFigure(none)).not.toMatch(/NaN|undefined|Infinity/);
});
