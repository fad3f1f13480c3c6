import { describe, expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { siteReport } from '../../src/site/site-report.ts';
import { emptyWeather, fillWetBulb, type Weather } from '../../src/site/weather.ts';
import { catalogue } from '../chips/data.ts';
import { yiwu } from '../report/site.ts';
import { site } from './data.ts';
import { climate, grounds } from './grounds-data.ts';

const yearOf = (more: Parameters<typeof yiwu>[0] = {}) => yiwu(more).variants[0]!.year;
const none = { photovoltaicMw: 0, windMw: 0, storageMwh: 0 };

describe('a feed', () => {
  it.each([
    { feeder: { transformers: { count: 2, mva: 5 } } },
    { feeder: { transformers: { count: 1, mva: 5 }, grantMw: 900 } },
    { feeder: { feeds: { count: 3, mva: 2 } } },
    { feeder: { grantMw: 4.5 } },
  ])('gives no more energy than its tightest part carries: $feeder', ({ feeder }) => {
    const { supply, limits, load } = yearOf({ feeder, farms: none });
    const feed = limits.find(({ kind }) => kind !== 'water')!;
    const { dispatch } = supply;
    expect(dispatch.gridPeakMw).toBeLessThanOrEqual(supply.feedMw! + 1e-9);
    expect(dispatch.grid).toBeLessThanOrEqual(supply.feedMw! * dispatch.hours + 1e-6);
    expect(feed.exceeded).toBe(true);
    expect(dispatch.unserved).toBeGreaterThan(0.3 * dispatch.load);
    for (let i = 0; i < load.length; i++) {
      expect(load[i]! - dispatch.byHour.unserved[i]!).toBeLessThanOrEqual(supply.feedMw! + 1e-9);
    }
  });

  it('makes an accelerator hour dearer by what it does not serve', () => {
    const [tight, ample] = [{ grantMw: 4 }, { grantMw: 400 }].map((feeder) =>
      yearOf({ feeder, farms: none }),
    );
    const served = 1 - tight!.supply.dispatch.unserved / tight!.supply.dispatch.load;
    const { energy: less, ...rest } = tight!.cost!.yearly;
    const { energy } = ample!.cost!.yearly;
    expect(less / energy).toBeCloseTo(served, 6);
    const sum = less + rest.upkeep + rest.staff + rest.capital;
    const full = sum - less + energy;
    expect(tight!.cost!.perChipHour / ample!.cost!.perChipHour).toBeCloseTo(sum / full / served, 6);
  });

  it('is served in parts that add up to the load, and farms make what is used, stored and curtailed', () => {
    const { dispatch } = yearOf().supply;
    const { load, direct, discharged, grid, unserved, photovoltaic, wind, charged, curtailed } = dispatch;
    expect(direct + discharged + grid + unserved).toBeCloseTo(load, 4);
    expect(direct + charged + curtailed).toBeCloseTo(photovoltaic + wind, 4);
  });
});

describe('peaks', () => {
  it('are one number at the extreme hour: stated, limits, and the worst hour of the facility', () => {
    const year = yearOf({ feeder: { grantMw: 8 } });
    expect(year.peakPue).toBeGreaterThan(year.cooling.meanPue + 0.05);
    expect(year.stated.facility).toBeCloseTo(year.it.peak * year.peakPue, 9);
    expect(year.facility.peak).toBe(year.stated.facility);
    expect(year.stated.metered).toBe(year.it.peak);
    expect(year.stated.grant / year.stated.it).toBeCloseTo(
      (year.peakPue * 0.9 * year.stated.it) / year.stated.it,
      1,
    );
    const grant = year.limits.find(({ kind }) => kind === 'grant')!;
    expect(grant.chips).toBe(Math.floor((8 * 10_000) / year.stated.facility));
  });

  it('of an idle site are those of idle servers', () => {
    const [idle, training] = [yearOf({ duty: 'idle' }), yearOf()];
    expect(idle.stated.facility).toBeCloseTo(idle.facility.peak, 9);
    expect(idle.stated.facility).toBeLessThan(0.3 * training.stated.facility);
    expect(Math.max(...idle.load)).toBeLessThan(1.1 * idle.stated.facility);
  });
});

describe('chillers that are too small', () => {
  const blend = { 'air-chiller': 1 };
  const feeder = { grantMw: 10 };
  const of = (trim?: number) => yearOf({ blend, feeder, farms: none, ...(trim !== undefined && { trim }) });

  it('let in no more chips and ask for no smaller grant than chillers that are large enough', () => {
    const full = of();
    for (const trim of [0, 0.3, 0.6, 1]) {
      const less = of(trim);
      expect(less.stated.grant).toBeCloseTo(full.stated.grant, 9);
      const grant = (year: typeof full) => year.limits.find(({ kind }) => kind === 'grant')!.chips;
      expect(grant(less)).toBe(grant(full));
    }
    expect(full.limits.some(({ kind }) => kind === 'cooling')).toBe(false);
  });

  it('are a limit of their own: no chips without chillers in the 99.6 % hour, more with larger ones', () => {
    const cooled = [0, 0.3, 0.6].map((trim) => of(trim).limits.find(({ kind }) => kind === 'cooling')!);
    expect(cooled[0]).toEqual({ kind: 'cooling', chips: 0, exceeded: true });
    expect(cooled[1]!.chips).toBeGreaterThan(0);
    expect(cooled[2]!.chips / cooled[1]!.chips).toBeCloseTo(2, 1);
    expect(of(0.3).limits[0]!.kind).toBe('cooling');
    expect(of(0.3).cooling.overheats!.hours).toBeGreaterThan(100);
  });
});

describe('a weather file', () => {
  const place = climate('hami');
  const made = generateWeather(place, { constants: grounds.generator, seed: 5, years: 1 });
  const reportOf = (weather: Weather) => {
    const station = { ...place, name: 'Hami', id: '1', zone: weather.zone };
    return siteReport(
      {
        id: 'hami',
        name: { en: 'Hami' },
        region: 'xinjiang',
        climates: [place],
        file: { station, weather, repairs: [] },
      },
      {
        chip: requireChip(catalogue, 'h100'),
        chips: 10_000,
        duty: 'training',
        blend: { 'dry-liquid': 1 },
        feeder: {},
        farms: { ...none, windMw: 100 },
        years: 1,
        seed: 3,
        day: 20_700,
      },
      { grounds, site, catalogue },
    ).variants[0]!;
  };

  it('without wind keeps the hours that farms of the region reach, and says so', () => {
    const calm = { ...made, wind: made.wind.map(() => 0) };
    const { calm: said, dispatch } = reportOf(calm).year.supply;
    expect(said!.hours).toBeGreaterThan(1500);
    expect(dispatch.wind / 100).toBeCloseTo(said!.hours, -1);
    expect(reportOf(made).year.supply.calm).toBeNull();
  });

  it('is shown by the clock of its longitude, whichever its own is', () => {
    const later = { ...emptyWeather({ ...place, zone: 8 }), pressure: made.pressure };
    const back = (column: Float64Array) =>
      column.map((_, i) => column[(i - 2 + column.length) % column.length]!);
    for (const key of ['temperature', 'humidity', 'wind', 'global', 'diffuse'] as const)
      later[key].set(back(made[key]));
    fillWetBulb(later);
    const [own, other] = [reportOf(made), reportOf(later)];
    expect([own.weather.zone, other.weather.zone]).toEqual([6, 6]);
    const warmest = ({ weather }: typeof own) =>
      weather.heatMap[6]!.indexOf(Math.max(...weather.heatMap[6]!));
    expect(warmest(other)).toBe(warmest(own));
  });
});
