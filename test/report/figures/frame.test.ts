import { expect, it } from 'vitest';
import { figureCsv, figureSvg } from '../../../src/report/figures/figure.ts';
import { frame, sheet } from '../../../src/report/figures/frame.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const parts = {
  id: 'x',
  title: 'Title',
  sentence: 'A sentence.',
  from: invented,
  plot: [],
  table: { columns: [], rows: [] },
};

it('makes room for the plot between sentence and source line', () => {
  const on = sheet({ width: 500 }, 100);
  const height = (plotHeight: number) => frame({ ...parts, plotHeight }, on).meta.height;
  expect(height(300) - height(100)).toBe(200);
});

it('is never narrower than can be read', () => {
  expect(sheet({ width: 10 }, 100).width).toBe(320);
});

it('leaves words out where a page has them, but for those who do not see it', () => {
  const bare = frame({ ...parts, plotHeight: 50 }, sheet({ bare: true }, 50));
  const names = bare.svg.children.map((child) => (typeof child === 'string' ? child : child.name));
  expect(names).toEqual(['title', 'desc', 'rect', 'g']);
  expect(bare.meta.height).toBeLessThan(70);
});

it('carries hub, prior, date and run of an assessment', () => {
  expect(frame({ ...parts, plotHeight: 50 }, sheet({}, 50)).meta).toMatchObject({
    asOf: '2031-06-30',
    run: 'st1-0123456789ab',
    circumstances: ['Cloud Terraces AI hub (invented)', 'neutral prior'],
    licence: 'MIT',
  });
});

it('says what was changed against the dossier, wherever the figure goes', () => {
  const run = { ...invented.run, drop: ['photos'], set: { pool: '50k' } };
  const changed = frame({ ...parts, from: { ...invented, run }, plotHeight: 50 }, sheet({}, 50));
  const said = 'changed: without photos, pool = 50k';
  expect(changed.meta.circumstances.at(-1)).toBe(said);
  expect(figureSvg(changed)).toContain(said);
  expect(figureCsv(changed)).toContain(said);
});
