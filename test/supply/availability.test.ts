import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availabilityAt,
  kindsAt,
  legalShare,
  legalShareCurve,
  poolShares,
} from '../../src/supply/availability.ts';
import { pools } from '../../src/supply/pool.ts';
import { catalogue, day } from '../chips/data.ts';
import { supply } from './data.ts';

const at = (text: string) => ({ day: day(text), asOf: day('2026-06-30') });

describe('what was to be had', () => {
  it('turns from Nvidia to Chinese makers between the H20 of 2024 and the orders of 2025', () => {
    expect(legalShare(supply, at('2024-06-30'))).toBeGreaterThan(0.6);
    expect(legalShare(supply, at('2025-12-31'))).toBeLessThan(0.3);
    expect(legalShare(supply, at('2026-06-30'))).toBeLessThan(0.15);
  });

  it('is about 1.1m H20 in the year to the end of 2024', () => {
    const h20 = availabilityAt(supply, at('2024-12-31')).find(({ chip }) => chip.id === 'h20')!;
    expect(h20.accelerators / 1.05e6).toBeCloseTo(1, 1);
    expect(h20.compute / h20.accelerators).toBeCloseTo(148e12, -6);
  });

  it('follows the kinds: A800 and H800, then H20; 910B, then 910C', () => {
    expect(kindsAt(supply, 'legal', at('2023-09-30'))[0]!.chip.id).toBe('a800-sxm');
    expect(kindsAt(supply, 'legal', at('2024-12-31'))[0]!.chip.id).toBe('h20');
    expect(kindsAt(supply, 'domestic', at('2024-12-31'))[0]!.chip.id).toBe('ascend-910b');
    expect(kindsAt(supply, 'domestic', at('2026-06-30'))[0]!.chip.id).toBe('ascend-910c');
  });

  it('has shares of kinds and of pools that sum to 1 on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2023-01-31'), max: day('2027-12-31') }), (when) => {
        const options = { day: when, asOf: day('2026-06-30') };
        const shares = poolShares(supply, options);
        expect(pools.reduce((sum, pool) => sum + shares[pool], 0)).toBeCloseTo(1, 9);
        for (const pool of pools) {
          const kinds = kindsAt(supply, pool, options);
          expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(kinds.every(({ chip, share }) => share >= 0 && catalogue.chips.has(chip.id))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is tabled for quick use within 0.03', () => {
    const asOf = day('2026-06-30');
    const curve = legalShareCurve(supply, { from: day('2023-06-01'), to: day('2027-12-31'), asOf });
    for (const when of ['2023-06-01', '2024-02-20', '2025-04-15', '2025-09-09', '2026-06-30', '2027-12-31']) {
      expect(Math.abs(curve(day(when)) - legalShare(supply, { day: day(when), asOf }))).toBeLessThan(0.03);
    }
    expect(curve(0)).toBe(curve(day('2023-06-01')));
  });

  it('says nothing of a pool of which nothing is known', () => {
    const early = { day: day('2022-01-01'), asOf: day('2022-01-01') };
    expect(availabilityAt(supply, early)).toEqual([]);
    expect(legalShare(supply, early)).toBe(0.5);
    expect(kindsAt(supply, 'legal', early)).toEqual([]);
  });
});
