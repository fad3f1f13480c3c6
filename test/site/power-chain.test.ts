import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itColumns, powerChain } from '../../src/site/power-chain.ts';

const asRated = { peakShare: 1, clusterOverhead: 1, diversity: 1 };

describe('powerChain', () => {
  it('reproduces 147 MW for 14,375 servers of 10.2 kW, 169 to 183 MW at the meter, 1.54 TWh a year', () => {
    const fleet = [{ accelerators: 14_375 * 8, ratedW: 10_200 / 8 }];
    expect(powerChain(fleet, { ...asRated, pue: 1.15 }).itMw).toBeCloseTo(147, 0);
    expect(powerChain(fleet, { ...asRated, pue: 1.15 }).facilityMw).toBeCloseTo(169, 0);
    expect(powerChain(fleet, { ...asRated, pue: 1.25 }).facilityMw).toBeCloseTo(183, 0);
    expect((powerChain(fleet, { ...asRated, pue: 1.2 }).facilityMw * 8_760) / 1e6).toBeCloseTo(1.54, 2);
  });

  it('reproduces 77 MW and 2.2 kW a square metre for 60,000P in 35,000 m2', () => {
    const accelerators = 60_000 / 0.9895;
    const { itMw } = powerChain([{ accelerators, ratedW: 1_275 }], { ...asRated, pue: 1.2 });
    expect(itMw).toBeCloseTo(77, 0);
    expect((itMw * 1_000) / 35_000).toBeCloseTo(2.2, 1);
  });

  it('adds kinds of chips', () => {
    const both = powerChain(
      [
        { accelerators: 10, ratedW: 1_000 },
        { accelerators: 5, ratedW: 2_000 },
      ],
      { ...asRated, pue: 1 },
    );
    expect(both.facilityMw).toBeCloseTo(0.02, 12);
  });
});

describe('itColumns', () => {
  it('equals the scalar chain draw by draw', () => {
    const value = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const draw = fc.record({
      n: value(0, 2e5),
      m: value(0, 2e5),
      peakShare: value(0.5, 1),
      clusterOverhead: value(1, 1.3),
      diversity: value(0.3, 1),
      pue: value(1, 2),
    });
    fc.assert(
      fc.property(fc.array(draw, { minLength: 1, maxLength: 20 }), (draws) => {
        const column = (key: keyof (typeof draws)[number]) => Float64Array.from(draws, (one) => one[key]);
        const out = new Float64Array(draws.length);
        itColumns(
          [
            { accelerators: column('n'), ratedW: 1275 },
            { accelerators: column('m'), ratedW: 640 },
          ],
          {
            peakShare: column('peakShare'),
            clusterOverhead: column('clusterOverhead'),
            diversity: column('diversity'),
          },
          out,
        );
        draws.forEach((one, i) => {
          const fleet = [
            { accelerators: one.n, ratedW: 1275 },
            { accelerators: one.m, ratedW: 640 },
          ];
          const { itMw, facilityMw } = powerChain(fleet, one);
          expect(out[i]!).toBeCloseTo(itMw, 6);
          expect(facilityMw).toBeCloseTo(itMw * one.pue, 6);
        });
      }),
      { numRuns: 50 },
    );
  });
});
