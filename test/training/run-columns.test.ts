import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawColumn } from '../../src/stats/table.ts';
import { goodput } from '../../src/training/goodput.ts';
import {
  fleetRuns,
  type RunParameter,
  runMix,
  runParameters,
  trainingRateColumn,
} from '../../src/training/run-columns.ts';
import { training } from './data.ts';

const draws = 512;
const mix = runMix(training.run, 1, (table, own) => {
  const out = new Float64Array(draws);
  drawColumn(table, own, 0, out);
  return out;
});
const filled = (value: number) => new Float64Array(draws).fill(value);

/** Sites of so many chips each, on which each chip trains at 1e14 FLOP/s. */
const fleetOf = (sites: readonly { chips: number; count: number }[]) =>
  sites.map(({ chips, count }) => {
    return { chips: filled(chips * count), sites: filled(count), rate: filled(1e14) };
  });

it('draws every number within what it can be', () => {
  for (const name of runParameters) for (const value of mix[name]) expect(value).toBeGreaterThan(0);
  for (const value of mix.rareMeetings) expect(value).toBeGreaterThanOrEqual(1);
  for (const value of mix.maintenance) expect(value).toBeLessThanOrEqual(1);
});

it('counts the share of the time that a job of the nodes of one site trains', () => {
  const { counted, all } = fleetRuns(fleetOf([{ chips: 1000, count: 3 }]), mix, 1e6);
  const at = (name: RunParameter) => mix[name][7]!;
  const { share } = goodput({
    nodes: 125,
    nodeLife: at('nodeLife'),
    recovery: at('recovery'),
    stall: at('stall'),
    maintenance: at('maintenance'),
  });
  expect(counted[7]! / ((3000 * 1e6 * share) / at('rareMeetings'))).toBeCloseTo(1, 12);
  expect(all[7]! / (counted[7]! * 1e14)).toBeCloseTo(1, 12);
});

it('a rate is the mean over kinds, each with its own spread', () => {
  const kinds = [
    { share: 0.25, rates: { peak: 4e14, utilisation: 0.5, spread: 0 } },
    { share: 0.75, rates: { peak: 1e14, utilisation: 0.4, spread: 0.3 } },
  ];
  const rate = trainingRateColumn(kinds, mix);
  const expected = 0.25 * 2e14 + 0.75 * 4e13 * Math.exp(0.3 * mix.error[3]!);
  expect(rate[3]! / expected).toBeCloseTo(1, 12);
});

const sites = fc.array(
  fc.record({ chips: fc.integer({ min: 1, max: 200_000 }), count: fc.integer({ min: 1, max: 9 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

it('all sites never train less than the largest alone, nor more than all chips without a failure', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const { all, largest, together } = fleetRuns(fleetOf(list), mix, 1e6);
      const chips = list.reduce((sum, one) => sum + one.chips * one.count, 0);
      const most = chips * 1e20 * (1 + 1e-12);
      return all.every((run, d) => run >= largest[d]! && run <= most && together[d]! <= most);
    }),
    { numRuns: 40, seed: 1 },
  );
});

it('one more site never makes the run of all, or of the largest, smaller by more than what meeting rarely costs', () => {
  fc.assert(
    fc.property(sites, fc.integer({ min: 1, max: 50_000 }), (list, chips) => {
      const before = fleetRuns(fleetOf(list), mix, 1e6);
      const after = fleetRuns(fleetOf([...list, { chips, count: 1 }]), mix, 1e6);
      return after.all.every(
        (run, d) =>
          after.largest[d]! >= before.largest[d]! &&
          run * mix.rareMeetings[d]! >= before.all[d]! * (1 - 1e-12),
      );
    }),
    { numRuns: 40, seed: 2 },
  );
});

it('one site trains the same at one place as by itself', () => {
  const { all, largest, together } = fleetRuns(fleetOf([{ chips: 5000, count: 1 }]), mix, 1e6);
  for (let d = 0; d < draws; d++) {
    expect(all[d]).toBe(largest[d]);
    expect(together[d]! / all[d]!).toBeCloseTo(1, 12);
  }
});
