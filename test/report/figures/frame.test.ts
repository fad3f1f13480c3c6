import { expect, it } from 'vitest';
import { frame, sheet } from '../../../src/report/figures/frame.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('makes room for the plot between sentence and source line', () => {
  const on = sheet({ width: 500 }, 100);
  const parts = { id: 'x', title: 'Title', sentence: 'A sentence.', from: invented, plot: [] };
  const height = (plotHeight: number) =>
    Number(/height="(\d+)"/.exec(frame({ ...parts, plotHeight }, on))![1]);
  expect(height(300) - height(100)).toBe(200);
});

it('is never narrower than can be read', () => {
  expect(sheet({ width: 10 }, 100).width).toBe(360);
});
