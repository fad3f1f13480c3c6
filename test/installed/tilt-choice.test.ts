import { describe, expect, test } from 'vitest';
import { CELL_SIZES, CELL_STARTS, ENTRIES } from '../../src/installed/cell-layout.ts';
import { tiltGrid } from '../../src/installed/hub-state.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import type { SiteTable } from '../../src/installed/site-table.ts';
import { statePrior } from '../../src/installed/state-prior.ts';
import { TiltChoice } from '../../src/installed/tilt-choice.ts';
import { states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { finding, smallHub } from './small-hub.ts';

const base = smallHub({
  sites: [
    { claimed: 5000, items: [finding('lit', 0), finding('unnamed', 1)] },
    { claimed: 3000, count: 2 },
    { claimed: 9000 },
  ],
});
const model = {
  ...base,
  world: {
    ...base.world,
    partialFill: beta(0.8, 3),
    fullFill: beta(14, 1.5),
    pace: { values: Float64Array.of(1, 400), weights: Float64Array.of(0.5, 0.5) },
  },
  sites: base.sites.map((site, i) => (i === 2 ? { ...site, role: 'context' as const } : site)),
};
const { tables } = prepareHub(model, 1);
const { lambdas, untilted } = tiltGrid(model.claimedFleet);
const prior = new Float64Array(states.length);
statePrior(model.world, Float64Array.of(0.6, 0.4, 0.5, 1e5), prior);

/** Mean accelerators of one site under a tilt, entry by entry. */
function byHand(table: SiteTable, lambda: number, pace: number): number {
  let mass = 0;
  let chips = 0;
  states.forEach((_, s) => {
    for (let k = 0; k < CELL_SIZES[s]!; k++) {
      const e = pace * ENTRIES + CELL_STARTS[s]! + k;
      const weight =
        prior[s]! *
        table.mass[pace * states.length + s]! *
        table.weight[e]! *
        Math.exp(-lambda * table.accelerators[e]!);
      mass += weight;
      chips += weight * table.accelerators[e]!;
    }
  });
  return chips / mass;
}

describe('the mean total under a tilt', () => {
  const choice = new TiltChoice(tables, lambdas, 2);

  test.each([0, untilted - 3, untilted, untilted + 5, lambdas.length - 1])(
    'is the sum over the hub’s members, entry by entry (tilt %i)',
    (tilt) => {
      for (const pace of [0, 1]) {
        choice.set(prior, pace);
        const sum = byHand(tables[0]!, lambdas[tilt]!, pace) + 2 * byHand(tables[1]!, lambdas[tilt]!, pace);
        expect(choice.mean(tilt)).toBeCloseTo(sum, 6);
      }
    },
  );

  test('falls as the tilt rises', () => {
    choice.set(prior, 0);
    const means = Array.from(lambdas, (_, tilt) => choice.mean(tilt));
    for (let t = 1; t < means.length; t++) expect(means[t]!).toBeLessThanOrEqual(means[t - 1]! + 1e-9);
    expect(means[0]).toBeGreaterThan(means.at(-1)!);
  });
});
