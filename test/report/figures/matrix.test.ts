import { expect, it } from 'vitest';
import { hypotheses } from '../../../src/assessment/assessment.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { matrixFigure } from '../../../src/report/figures/matrix.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('draws a bar a cell, to the right where the item is likelier than on average', () => {
  const svg = figureSvg(matrixFigure(invented));
  const cells = [...svg.matchAll(/<rect [^>]*fill="(#\w+)"[^>]*data-id="([^"]+)"/g)];
  expect(cells).toHaveLength(invented.evidence.length * hypotheses.length);
  const paint = new Map(cells.map(([, fill, id]) => [id, fill]));
  expect(paint.get('tender-600/as-claimed')).toBe('#0B5CAD');
  expect(paint.get('substation/as-claimed')).toBe('#B4441B');
});

it('says which items tell nothing', () => {
  const { sentence, svg } = matrixFigure(invented);
  expect(sentence).toContain('4 of 5 items tell the explanations apart');
  expect(figureSvg({ ...matrixFigure(invented), svg })).toContain('explains everything, tells nothing');
});

it('says how many of all items it shows where it does not show all', () => {
  const { sentence, table } = matrixFigure(invented, { most: 3 });
  expect(table.rows).toHaveLength(3);
  expect(sentence).toContain('4 of 5 items tell the explanations apart');
  expect(sentence).toContain('The 3 that tell most are shown.');
});
