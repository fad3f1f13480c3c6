import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { replayFigure } from '../../../src/report/figures/replay.ts';
import { inventedReplay } from '../../fixtures/assessment/invented.ts';

it('says in words how the answer went', () => {
  expect(replayFigure(inventedReplay).sentence).toContain('the probability went from 55 % to 31 %');
});

it('draws a single month', () => {
  expect(figureSvg(replayFigure(inventedReplay.slice(0, 1)))).not.toMatch(/NaN|undefined|Infinity/);
});

it('draws months in which nothing runs', () => {
  const none = inventedReplay.map((a) => ({
    ...a,
    quantities: [{ ...a.quantities[0]!, median: 0, low: 0, high: 0, dots: new Array(50).fill(0) }],
  }));
  expect(figureSvg(replayFigure(none))).not.toMatch(/NaN|undefined|Infinity/);
});

it('shows another quantity, on a linear axis too', () => {
  const { meta, table } = replayFigure(inventedReplay, { quantity: 'it-load', scale: 'lin' });
  expect(meta.id).toMatch(/-replay-it-load$/);
  expect(table.columns.find(({ id }) => id === 'median')?.unit).toBe('MW');
});

it('puts a tick for every item on the days of its publication', () => {
  const svg = figureSvg(replayFigure(inventedReplay));
  for (const { id } of inventedReplay.at(-1)!.evidence) expect(svg).toContain(`data-id="${id}"`);
});
