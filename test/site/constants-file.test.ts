import { expect, it } from 'vitest';
import { coefficientOfPerformance } from '../../src/site/chiller.ts';
import { constantsOf, parseClasses } from '../../src/site/class-file.ts';
import { parseConstants } from '../../src/site/constants-file.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { generateWeather } from '../../src/site/generator.ts';
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
  expect(classes.get('dry')!.overhead).toBe(classes.get('chilled')!.overhead);
});

it('refuses a class with no overhead of its own nor of another', () => {
  const one =
    'id: a\n    name: { en: A }\n    blend: { air-chiller: 1 }\n    liquidShare: 0\n    supply: 24 °C';
  const read = (more: string) =>
    parseClasses([
      { path: 'x.yaml', text: `classes:\n  - ${one}\n    ${more}\nbasis: judged\nby: us\nwhy: a test\n` },
    ]);
  expect(read('overhead: 0.1').faults).toEqual([]);
  expect(read('economiser: none').faults[0]!.what).toMatch(/The class `a` needs either an `overhead`/);
  expect(read('overheadOf: b').faults).toHaveLength(1);
});

it('lets no outdoor air into halls without an economiser: chillers run in every hour, however cold', () => {
  const { classes } = grounds;
  const hours = generateWeather(grounds.climates.get('stockholm')!, {
    constants: grounds.generator,
    seed: 1,
    years: 1,
  });
  const dry = classes.get('dry')!;
  const constants = constantsOf(coolingMiddles(grounds), dry);
  const { modes, meanWue, meanPue } = coolingYear(hours, { constants, blend: dry.blend });
  expect(modes['air-chiller']).toEqual([0, 0, 0, 8760]);
  expect(meanWue).toBe(0);
  expect(meanPue).toBeGreaterThan(1.25);
});

it('rates air-cooled chillers between the minimum of ASHRAE 90.1-2010, 9.562 EER, and that of 2019, 10.1 EER', () => {
  const { chiller, air } = coolingMiddles(grounds);
  const rated = { share: chiller.carnotShare, leastLift: chiller.leastLift };
  const cop = coefficientOfPerformance(35 + air.condenserApproach, 6.67, rated);
  expect(cop).toBeGreaterThan(9.562 / 3.412);
  expect(cop).toBeLessThan(1.02 * (10.1 / 3.412));
});
