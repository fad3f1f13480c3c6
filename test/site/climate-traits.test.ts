import { describe, expect, it } from 'vitest';
import { monthlyClearness, monthlyWarmth, monthTraits, related } from '../../src/site/climate-traits.ts';
import { climate } from './grounds-data.ts';

describe('the traits of a month', () => {
  const hami = monthTraits(climate('hami'));

  it('follow from the normals', () => {
    expect(hami[0]!.season).toBe(-1);
    expect(hami[6]!.season).toBe(1);
    expect(hami[6]!.season2).toBe(1);
    expect(hami[0]!.halfRange).toBeCloseTo(Math.log((25.6 + 11.2) / 2 / 12), 9);
    expect(hami[6]!.range).toBeCloseTo((32.3 - 18.3 - 10) / 5, 9);
    expect(hami[6]!.humidity).toBeCloseTo(-0.15, 9);
    expect(hami[0]!.dampSeason).toBeCloseTo(-0.14, 9);
    expect(hami[2]!.slope).toBeCloseTo((13.9 + 3.1) / 10, 9);
    expect(hami[0]!.middle).toBeCloseTo(10 * (5.9 / 13 - 0.46), 9);
    expect(hami[0]!.middleSeason).toBeCloseTo(-hami[0]!.middle, 9);
    expect(hami[6]!.latitudeSeason).toBeCloseTo(0.782, 9);
    expect(hami[6]!.windSeason).toBeCloseTo(-0.5, 9);
  });

  it('know no season where the months are alike, and the other one in the south', () => {
    expect(monthlyWarmth(climate('singapore'))).toEqual(Array(12).fill(0));
    expect(monthlyWarmth(climate('sydney'))[0]).toBe(1);
  });

  it('tell the months in which moisture comes: July of Phoenix, and none of Singapore', () => {
    const phoenix = monthTraits(climate('phoenix'));
    const most = Math.max(...phoenix.map(({ moistening }) => moistening));
    expect([5, 6]).toContain(phoenix.findIndex(({ moistening }) => moistening === most));
    expect(Math.max(...monthTraits(climate('singapore')).map((one) => one.moistening))).toBeLessThan(0.3);
  });

  it('have a clearness between dark and space', () => {
    expect(monthlyClearness(climate('hami'))[6]).toBeGreaterThan(0.55);
    expect(monthlyClearness(climate('guiyang'))[0]).toBeLessThan(0.3);
  });
});

it('a relation is the sum of its terms', () => {
  const traits = monthTraits(climate('hami'));
  expect(related(traits, { one: 2, season: -1 })[0]).toBe(3);
  expect(related(traits, {})).toEqual(Array(12).fill(0));
});
