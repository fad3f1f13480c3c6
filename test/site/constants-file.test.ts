import { expect, it } from 'vitest';
import { constantsOf, parseClasses } from '../../src/site/class-file.ts';
import { parseConstants } from '../../src/site/constants-file.ts';
import { coolingMiddles } from '../../src/site/grounds.ts';
import { parseLocalities } from '../../src/site/locality-file.ts';
import { dimensions } from '../../src/units/dimension.ts';
import { dataFiles } from '../chips/data.ts';
import { grounds } from './grounds-data.ts';

const read = (text: string) =>
  parseConstants([{ path: 'data/x.yaml', text }], { a: { share: dimensions.number } });
const cited = 'basis: judged\n  by: us\n  why: a test';

it('reads sections of constants with middle, spread and citation', () => {
  const { sections, faults } = read(`a:\n  share: 0.5 (0.4..0.6)\n  ${cited}\n`);
  expect(faults).toEqual([]);
  expect(sections!.a.middle.share).toBeCloseTo(0.5, 9);
  expect(sections!.a.spread.share.quantile(0.95)).toBeCloseTo(0.6, 3);
  expect(sections!.a.citation.basis).toBe('judged');
});

it('refuses what is missing, of another dimension or without a source', () => {
  expect(read('').faults[0]!.code).toMatch(/^ST-/);
  expect(read(`a:\n  share: 5 MW\n  ${cited}\n`).faults.length).toBeGreaterThan(0);
  expect(read('a:\n  share: 0.5\n  basis: derived\n').faults[0]!.code).toBe('ST-S041');
});

it('reads localities and classes as shipped', () => {
  const localities = parseLocalities(
    dataFiles('regions').filter(({ path }) => path.endsWith('localities.yaml')),
  );
  expect(localities.faults).toEqual([]);
  expect(localities.localities.get('qinghai')!.carbon.quantity.text).toBe('0.1567 kg/kWh');
  const { classes } = parseClasses(dataFiles('plants').filter(({ path }) => path.endsWith('classes.yaml')));
  const { air } = constantsOf(coolingMiddles(grounds), classes.get('aws')!);
  expect([air.supply, air.pads]).toEqual([20, 0.75]);
  expect(classes.get('chilled')!.pads).toBe(0);
});
