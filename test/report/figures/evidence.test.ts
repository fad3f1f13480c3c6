import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../src/report/figures/evidence.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('draws the strongest items first, and no more than asked for', () => {
  const svg = figureSvg(evidenceFigure(invented, { most: 2 }));
  expect([...svg.matchAll(/<rect [^>]*data-id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'substation',
    'tender-600',
  ]);
});

it('has every item in its table', () => {
  expect(evidenceFigure(invented, { most: 2 }).table.rows).toHaveLength(invented.evidence.length);
});

it('names the strongest items in its sentence', () => {
  expect(evidenceFigure(invented).sentence).toContain('against (÷ 6.0)');
});
