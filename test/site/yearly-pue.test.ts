import { describe, expect, it } from 'vitest';
import { atAltitude } from '../../src/site/climate.ts';
import { climatePue } from '../../src/site/climate-pue.ts';
import { climatesAt, peakPue, regionOf, yearlyPue } from '../../src/site/yearly-pue.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { site } from './data.ts';
import { climate, grounds } from './grounds-data.ts';

const yiwu = { latitude: 43.25, longitude: 94.68 };
const at = (elevation?: string) => ({
  region: 'xinjiang',
  location: { ...yiwu, ...(elevation && { elevation: parseQuantity(elevation) }) },
});

describe('climatesAt', () => {
  it('has both ends of an open altitude, one of a known one, none far away', () => {
    expect(climatesAt(site, at('500 to 1700 m')).map(({ id }) => id)).toEqual(['naomaohu', 'yiwu-valley']);
    expect(climatesAt(site, at('1650 m')).map(({ id }) => id)).toEqual(['yiwu-valley']);
    expect(climatesAt(site, at())).toHaveLength(1);
    expect(climatesAt(site, { region: 'other', location: { latitude: 35, longitude: -90 } })).toEqual([]);
    expect(climatesAt(site, { region: 'other' })).toEqual([]);
  });
});

describe('yearlyPue', () => {
  it('is that of the climate where there is one, and of the plants alone where there is none', () => {
    expect(yearlyPue(site, at('500 m')).quantile(0.5)).not.toBe(
      yearlyPue(site, { region: 'xinjiang' }).quantile(0.5),
    );
    expect(yearlyPue(site, at('500 m')).quantile(0)).toBeGreaterThanOrEqual(1);
  });

  it('mixes the climates of an open altitude', () => {
    const [low, open, high] = ['500 m', '500 to 1700 m', '1700 m'].map((z) => yearlyPue(site, at(z)).mean);
    expect(open).toBeCloseTo((low! + high!) / 2, 3);
  });

  it('covers what is reported of Xining, 1.17', () => {
    const xining = yearlyPue(site, { region: 'qinghai', location: { latitude: 36.6, longitude: 101.8 } });
    expect(xining.quantile(0.1)).toBeLessThan(1.17);
    expect(xining.quantile(0.9)).toBeGreaterThan(1.17);
  });
});

it('lets the peak hour of a hot basin be well above its year, and judges it elsewhere', () => {
  expect(peakPue(site, at('500 m')).quantile(0.5)).toBeGreaterThan(1.03);
  expect(peakPue(site, { region: 'other' }).quantile(0.95)).toBeCloseTo(1.12, 2);
  expect(regionOf(site, 'nowhere').id).toBe('other');
});

describe('data/site/climates.yaml', () => {
  const kept = (id: string) => site.climates.find((one) => one.id === id)!;

  it.each(['golmud', 'yiwu-valley'])('holds what the weather of %s gives', (id) => {
    const place = id === 'golmud' ? climate('golmud') : atAltitude(climate('naomaohu'), 1700);
    const computed = climatePue({ ...place, ...(id !== 'golmud' && { id, ...yiwu }) }, grounds);
    for (const [plant, { low, median, high, peak }] of Object.entries(computed)) {
      expect(kept(id).plants.get(plant)!.pue.text).toBe(`${median} (${low}..${high})`);
      expect(kept(id).plants.get(plant)!.peak).toBe(peak);
    }
  });
});
