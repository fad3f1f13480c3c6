import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import type { Limit } from '../../src/dossier/dossier.ts';
import { permitted, permittedByFans } from '../../src/site/permitted.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { catalogue, day } from '../chips/data.ts';
import { site } from './data.ts';

const most = (kind: Limit['kind'], amount: string, chip = 'h100', region = 'xinjiang') =>
  permitted({ kind, amount: parseQuantity(amount) }, requireChip(catalogue, chip), {
    site,
    catalogue,
    region,
    day: day('2024-10-08'),
  });
const inside = (kind: Limit['kind'], amount: string, accelerators: number, chip = 'h100') => {
  const p = most(kind, amount, chip)!.cdf(accelerators);
  return p > 0.05 && p < 0.95;
};

describe('permitted', () => {
  it('lets the 100,000 H100 of Colossus into its 150 MW, and not twice as many', () => {
    const fed = most('feed', '150 MW', 'h100', 'tennessee')!;
    expect(1 - fed.cdf(100_000)).toBeGreaterThan(0.05);
    expect(1 - fed.cdf(200_000)).toBeLessThan(0.01);
  });

  it('reads MVA with a power factor and a reserve: fewer than of MW', () => {
    expect(most('feed', '300 MVA')!.quantile(0.5)).toBeLessThan(most('feed', '300 MW')!.quantile(0.5));
    expect(most('feed', '300 MVA')!.quantile(0.5) / 120_000).toBeCloseTo(1, 0);
  });

  it('lets the 60,600 H100 of 60,000P into 35,000 m2, and 5,000P into 9,700 m2', () => {
    expect(inside('floor-area', '35,000 m2', 60_600)).toBe(true);
    expect(inside('floor-area', '9,700 m2', 5_053)).toBe(true);
  });

  it('finds the filed 451m CNY too small for 2,000 H100 at the street price, and enough for 2,000 H20', () => {
    const street = most('budget', '451m CNY')!;
    expect(1 - street.cdf(2_000)).toBeLessThan(0.06);
    expect(inside('budget', '451m CNY', 2_000, 'h20')).toBe(true);
  });

  it('lets 100,000 m3 of water a year cool some thousand to a hundred thousand H100', () => {
    const watered = most('water', '100,000 m3')!;
    expect(watered.quantile(0.05)).toBeGreaterThan(2_000);
    expect(watered.quantile(0.95)).toBeLessThan(300_000);
    expect(most('water', '100,000 m3/yr')!.quantile(0.5) / watered.quantile(0.5)).toBeCloseTo(1, 3);
    expect(() => most('water', '5 MW')).toThrow(/ST-P004/);
  });

  it('reads condenser fans seen from above within a factor of two either way, fewer chips in thin air', () => {
    const seen = (density: number) =>
      permittedByFans({ fans: 240, density }, requireChip(catalogue, 'h100'), { site, catalogue });
    expect(seen(1).quantile(0.95) / seen(1).quantile(0.05)).toBeLessThan(4.5);
    expect(seen(0.709).quantile(0.5) / seen(1).quantile(0.5)).toBeCloseTo(0.709, 6);
    // 240 fans of 9 m3/s and 11 K carry some 23 MW.
    expect(seen(1).quantile(0.5)).toBeGreaterThan(8_000);
    expect(seen(1).quantile(0.5)).toBeLessThan(40_000);
  });

  it('takes fans as a limit of a site, with the air of its altitude', () => {
    const of = (text: string, elevation?: string) =>
      permitted({ kind: 'fans', amount: parseQuantity(text) }, requireChip(catalogue, 'h100'), {
        ...{ site, catalogue, region: 'qinghai', day: day('2024-10-08') },
        location: {
          ...{ latitude: 36.4, longitude: 94.9 },
          ...(elevation && { elevation: parseQuantity(elevation) }),
        },
      })!.quantile(0.5);
    expect(of('240', '2808 m') / of('240')).toBeCloseTo(0.709, 2);
    expect(of('480') / of('240')).toBeCloseTo(2, 6);
    expect(() => of('3 MW')).toThrow(/ST-P004/);
  });

  it('grows in proportion to the limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('MW', 'MVA', 'm2', 'CNY', 'USD'),
        fc.integer({ min: 1, max: 1_000 }),
        (unit, n) => {
          const kind = { MW: 'feed', MVA: 'feed', m2: 'floor-area', CNY: 'budget', USD: 'budget' }[
            unit
          ] as Limit['kind'];
          const [one, many] = [most(kind, `1000 ${unit}`)!, most(kind, `${1_000 * n} ${unit}`)!];
          expect(many.quantile(0.7) / one.quantile(0.7) / n).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('reads a bound at its number and leaves out what it cannot say', () => {
    expect(most('budget', 'over 5bn CNY')!.mean).toBeCloseTo(most('budget', '5bn CNY')!.mean, 6);
    expect(most('feed', 'unknown')).toBeUndefined();
    expect(most('land', '3 mu')).toBeUndefined();
    expect(most('budget', '1bn CNY', 'kunlun-p800')).toBeUndefined();
  });

  it.each([
    ['feed', '35,000 m2'],
    ['floor-area', '300 MVA'],
    ['budget', '3 MW'],
  ] as const)('refuses a %s of %s', (kind, amount) => {
    expect(() => most(kind, amount)).toThrow(/ST-P004.*Write it like/);
  });
});
