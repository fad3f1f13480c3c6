import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { memoryFigure, scalingFigure, timeFigure } from '../../../src/report/figures/training.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { knowledge } from '../../training/data.ts';
import { answer, everyFigure } from './every.ts';

it('draws a bar for each part of a step that counts, and has all of them in the table', () => {
  const figure = timeFigure(answer);
  expect(figureSvg(figure)).toContain('matrix products');
  const shares = figure.table.rows.map(([, , share]) => share as number);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

it('draws a bar for each of eight stages, in Chinese and dark too', () => {
  const svg = figureSvg(memoryFigure(answer, knowledge, { theme: 'dark', strings: zhCN }));
  expect(svg.match(/>第\d级</g)).toHaveLength(8);
  expect(svg).toContain('#15171A');
});

it('draws nothing where nothing fits', () => {
  const { sentence, ...figure } = scalingFigure(answer, []);
  expect(sentence).toBe('The model fits at none of the sizes tried.');
  expect(figureSvg({ sentence, ...figure })).not.toMatch(/NaN|undefined/);
});

it('marks the plans that no other beats', () => {
  const { table } = everyFigure['train-front']!({});
  const [memory, step, front] = [2, 3, 4];
  const plans = table.rows.map((row) => [row[memory], row[step], row[front]] as [number, number, string]);
  for (const [m, s, mark] of plans) {
    const beaten = plans.some(([x, y]) => x <= m && y <= s && (x < m || y < s));
    expect(mark).toBe(beaten ? 'no' : 'yes');
  }
});
