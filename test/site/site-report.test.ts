import { describe, expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import { atAltitude } from '../../src/site/climate.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { coolingMiddles } from '../../src/site/grounds.ts';
import { drawnConstants, plantSpread } from '../../src/site/plant-spread.ts';
import { climatesOf } from '../../src/site/site-climates.ts';
import { blendOf, requireAltitude, siteReport } from '../../src/site/site-report.ts';
import { quantileOf } from '../../src/site/site-year.ts';
import { binned, binnedMeans } from '../../src/site/weather-bins.ts';
import { catalogue } from '../chips/data.ts';
import { site } from './data.ts';
import { climate, grounds } from './grounds-data.ts';

const wish = {
  chip: requireChip(catalogue, 'h100'),
  chips: 10_000,
  duty: 'training' as const,
  blend: { 'dry-liquid': 1 },
  feeder: {},
  farms: { photovoltaicMw: 0, windMw: 0, storageMwh: 0 },
  years: 1,
  seed: 3,
  day: 20_700,
};
const knowledge = { grounds, site, catalogue };
const reportOf = (more: object = {}, id = 'golmud') =>
  siteReport(
    { id, name: { en: id }, region: 'qinghai', climates: [climate(id)] },
    { ...wish, ...more },
    knowledge,
  );

describe('siteReport', () => {
  it('runs power from chips to the meter, and energy through the year', () => {
    const { year } = reportOf().variants[0]!;
    expect(year.stated.node).toBeCloseTo((10_000 * 1_275 * 0.82) / 1e6, 1);
    expect(year.it.idle).toBeLessThan(year.it.average);
    expect(year.facility.peak).toBeGreaterThan(year.facility.average);
    expect(year.supply.energyMwh).toBeCloseTo(year.facility.average * 8760, -1);
    expect(year.supply.dispatch.grid).toBeCloseTo(year.supply.dispatch.load, 3);
    expect(year.months).toHaveLength(12);
    expect(Math.min(...year.load)).toBeGreaterThan(0);
  });

  it('counts what limits let in, the tightest first, at the worst hour', () => {
    const { year } = reportOf({ feeder: { grantMw: 8 }, blend: { 'tower-liquid': 1 }, waterPermit: 1e9 })
      .variants[0]!;
    expect(year.limits.map(({ kind }) => kind)).toEqual(['grant', 'water']);
    expect(year.limits.every(({ chips, exceeded }) => exceeded === year.chips > chips)).toBe(true);
    expect(year.limits[0]!.exceeded).toBe(true);
    expect(year.limits[0]!.chips * (year.facility.peak / 10_000)).toBeLessThanOrEqual(8);
    expect((year.limits[0]!.chips + 1) * (year.facility.peak / 10_000)).toBeGreaterThan(8);
    expect(year.swingShare).toBeCloseTo(year.swingMw / 8, 9);
  });

  it('costs nothing that nobody quoted, and something where somebody did', () => {
    expect(reportOf().variants[0]!.year.cost!.perChipHour).toBeGreaterThan(1);
  });

  it('pays the grid for what the grid gives, and farms for what they give', () => {
    const plain = reportOf().variants[0]!.year;
    const { supply, cost } = reportOf({ farms: { photovoltaicMw: 30, windMw: 0, storageMwh: 50 } })
      .variants[0]!.year;
    const { grid, load } = supply.dispatch;
    const tariff = plain.cost!.yearly.energy / plain.supply.dispatch.load;
    expect(cost!.yearly.energy).toBeCloseTo(grid * tariff + (load - grid) * 1000 * supply.farmCost!, 0);
    const short = reportOf({ feeder: { grantMw: 8 } }).variants[0]!.year;
    expect(short.cost!.yearly.energy).toBeCloseTo(short.supply.dispatch.grid * tariff, 0);
  });

  it('leaves storage empty that nothing charges, and says so', () => {
    const { supply } = reportOf({ farms: { photovoltaicMw: 0, windMw: 0, storageMwh: 50 } }).variants[0]!
      .year;
    expect([supply.storageIdle, supply.dispatch.discharged]).toEqual([true, 0]);
    expect(reportOf().variants[0]!.year.supply.storageIdle).toBe(false);
  });

  it('says from which altitude a weather was moved', () => {
    const moved = atAltitude(atAltitude(climate('golmud'), 2_000), 500);
    const [variant] = siteReport(
      { id: 'golmud', name: { en: 'golmud' }, region: 'qinghai', climates: [moved] },
      wish,
      knowledge,
    ).variants;
    expect(variant!.moved!.from).toBe(2_808);
    expect(variant!.moved!.warmer).toBeCloseTo(2_308 * 0.0065, 9);
    expect(reportOf().variants[0]!.moved).toBeUndefined();
  });

  it('refuses an altitude where nothing is built', () => {
    expect(() => requireAltitude(9_000)).toThrow(/ST-P016/);
    expect(() => requireAltitude(2_808)).not.toThrow();
    expect(() => requireAltitude(Number.NaN)).toThrow(/ST-P016/);
  });

  it('takes the plants of a region as a blend', () => {
    expect(blendOf(site, 'qinghai')['indirect-evaporative']).toBe(0.6);
    expect(blendOf(site, 'nowhere')).toEqual(blendOf(site, 'other'));
  });
});

describe('climatesOf', () => {
  const yiwu = { latitude: 43.25, longitude: 94.68 };

  it('carries both ends of an altitude that the sources leave open', () => {
    const [basin, valley] = climatesOf(grounds.climates, { ...yiwu, altitude: [500, 1700] });
    const mean = ({ temperature }: { temperature: readonly number[] }) =>
      temperature.reduce((a, b) => a + b) / 12;
    expect([basin!.altitude, valley!.altitude]).toEqual([480, 1700]);
    expect(basin!.proxy).toBe('hami');
    expect(mean(basin!) - mean(valley!)).toBeGreaterThan(7);
  });

  it('has one climate where the altitude is known, or nothing is', () => {
    expect(climatesOf(grounds.climates, { ...yiwu, altitude: [600, 700] })).toHaveLength(1);
    expect(climatesOf(grounds.climates, { latitude: 36.5, longitude: 95 })[0]!.id).toBe('golmud');
  });
});

describe('cells of a weather', () => {
  const weather = generateWeather(climate('hami'), { constants: grounds.generator, seed: 4, years: 2 });

  it('give the yearly PUE and WUE of the hours within 0.0005, for every plant', () => {
    const constants = coolingMiddles(grounds);
    for (const kind of plantKinds) {
      const blend = { [kind]: 1 };
      const hours = coolingYear(weather, { constants, blend });
      const cells = binnedMeans(binned(weather), { constants, blend });
      expect(Math.abs(cells.pue - hours.meanPue)).toBeLessThan(5e-4);
      expect(Math.abs(cells.wue - hours.meanWue)).toBeLessThan(0.01);
    }
  });

  it('spread over plants around the single run, more at the peak than on average', () => {
    const spread = plantSpread(binned(weather), { 'dry-liquid': 1 }, { grounds, seed: 1, draws: 100 });
    const { meanPue } = coolingYear(weather, {
      constants: coolingMiddles(grounds),
      blend: { 'dry-liquid': 1 },
    });
    expect(spread.pue.low).toBeLessThan(meanPue);
    expect(spread.pue.high).toBeGreaterThan(meanPue);
    expect(spread.peak).toBeGreaterThan(1);
    expect(drawnConstants(grounds, 1, 3)[2]!.air.supply).toBeGreaterThan(15);
  });
});

it('takes a quantile of a column without changing it', () => {
  const column = Float64Array.of(3, 1, 2);
  expect(quantileOf(column, 0.5)).toBe(2);
  expect(column[0]).toBe(3);
});
