import { describe, expect, test } from 'vitest';
import {
  blocksFor,
  drawPart,
  infer,
  type Posterior,
  posteriorOf,
  prepare,
} from '../../src/installed/infer.ts';
import type { HubItem } from '../../src/installed/model.ts';
import { type Preset, presets } from '../../src/installed/presets.ts';
import { agreement } from '../../src/installed/rescue.ts';
import { LIT, NAMED } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import { enumerateGroup, type GroupWorld } from './exact-group.ts';
import { finding, hubItem, type SmallHub, smallHub } from './small-hub.ts';

const DRAWS = 20_480;

/** A hub-wide item of a source that is hardly ever wrong. */
function certain(item: HubItem): HubItem {
  return { ...item, reliability: beta(1e9, 1) };
}

function bell(x: number, mean: number, sd: number): number {
  return Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
}

/** Six sites of which a sure count says that exactly one is lit, where all else says that half are. */
const contradicted: SmallHub = {
  sites: [{ claimed: 1000, count: 6, items: [finding('unnamed', 0)] }],
  realisation: { sceptic: [40, 300], neutral: [500, 300], believer: [600, 300] },
  pool: [40_000, 0.02],
  hubItems: [
    certain(hubItem(1, (sum) => bell(sum, 1, 0.25), { sums: { of: 'projects', stage: LIT }, noise: 1 / 7 })),
    certain(hubItem(2, (sum) => bell(sum, 900, 30), { sums: { of: 'compute' }, noise: 1 / 4000 })),
  ],
};

const exact = new Map(presets.map((preset) => [preset, enumerateGroup(contradicted, preset)]));

/** Weighted mean and variance of a quantity, and its exact mean. */
function compare(
  posterior: Posterior,
  preset: Preset,
  of: { drawn: (d: number) => number; exact: (world: GroupWorld) => number },
) {
  const weights = posterior.weights[preset];
  const mean = weights.reduce((sum, w, d) => sum + w * of.drawn(d), 0);
  const variance = weights.reduce((sum, w, d) => sum + w * (of.drawn(d) - mean) ** 2, 0);
  const truth = exact.get(preset)!.reduce((sum, world) => sum + world.probability * of.exact(world), 0);
  return { mean, truth, error: Math.sqrt(variance / posterior.quality[preset].ess) };
}

describe('a hub built to break importance weighting', () => {
  const posterior = infer(smallHub(contradicted), { seed: 1, draws: DRAWS });
  const { columns, quality } = posterior;

  test('fails the gate, is rescued, and says so', () => {
    for (const preset of ['neutral', 'believer'] as const) {
      const { state, rescue, pareto, limit } = quality[preset];
      expect(pareto).toBeGreaterThan(limit);
      expect(state).toBe('rescued');
      expect(rescue).toMatchObject({ failed: null });
      expect(rescue!.temperatures).toBeGreaterThan(2);
      expect(rescue!.effective).toBeGreaterThan(100);
      expect(rescue!.accepted.sites).toBeGreaterThan(0.01);
    }
  });

  test('then has the answer of enumeration', () => {
    for (const preset of ['neutral', 'believer'] as const) {
      const lit = compare(posterior, preset, {
        drawn: (d) => columns.sites[0]!.stages[LIT][d]!,
        exact: (world) => world.lit,
      });
      expect(Math.abs(lit.mean - lit.truth)).toBeLessThan(4 * lit.error + 0.01);
      const named = compare(posterior, preset, {
        drawn: (d) => columns.sites[0]!.lit[NAMED][d]!,
        exact: (world) => world.litNamed,
      });
      expect(named.truth).toBeGreaterThan(0.05);
      expect(Math.abs(named.mean - named.truth)).toBeLessThan(4 * named.error);
      const chips = compare(posterior, preset, {
        drawn: (d) => columns.accelerators[d]!,
        exact: (world) => world.accelerators,
      });
      expect(Math.abs(chips.mean - chips.truth)).toBeLessThan(4 * chips.error);
    }
  });

  test('keeps the weighted draws of a prior under which nothing broke', () => {
    expect(quality.sceptic.state).toBe('good');
    expect(quality.sceptic.rescue).toBeUndefined();
    const kept = posterior.weights.sceptic.subarray(0, DRAWS);
    expect(kept.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(columns.draws).toBeGreaterThan(DRAWS);
    for (const preset of ['neutral', 'believer'] as const) {
      expect(posterior.weights[preset].subarray(0, DRAWS).every((weight) => weight === 0)).toBe(true);
      expect(posterior.weights[preset].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });

  test('gives the same numbers again', () => {
    const again = infer(smallHub(contradicted), { seed: 1, draws: DRAWS });
    expect(again.columns.accelerators).toEqual(columns.accelerators);
    expect(again.weights).toEqual(posterior.weights);
  });
});

test('an impossible conflict is poor by name, with weights that break nothing', () => {
  const model = smallHub({
    sites: [{ claimed: 20_000, count: 3 }],
    pool: [1000, 0.02],
    hubItems: [
      {
        ...hubItem(0, (chips) => Number(chips > 4000), { sums: { of: 'accelerators' } }),
        reliability: point(1),
      },
    ],
  });
  const { quality, weights } = infer(model, { seed: 1, draws: DRAWS });
  for (const preset of presets) {
    expect(quality[preset]).toMatchObject({ state: 'poor', ess: 0, rescue: { failed: 'excluded' } });
    expect(weights[preset].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  }
});

test('a short run is short of draws, not rescued', () => {
  const { quality, columns } = infer(smallHub(contradicted), { seed: 1, draws: 2048 });
  expect(columns.draws).toBe(2048);
  expect(quality.neutral).toMatchObject({ state: 'poor' });
  expect(quality.neutral.rescue).toBeUndefined();
});

test('weighted draws alone are judged without a rescue', () => {
  const model = smallHub(contradicted);
  const { quality } = posteriorOf(model, drawPart(prepare(model, 1), { from: 0, to: blocksFor(DRAWS) }));
  expect(quality.neutral).toMatchObject({ state: 'poor' });
});

describe('the agreement of populations', () => {
  const rows = (shift: number) => Array.from({ length: 100 }, (_, i) => [i / 100 + shift, 7]);

  test('is all draws where they are alike', () => {
    expect(agreement([rows(0), rows(0)])).toBe(200);
  });

  test('falls with the square of their distance', () => {
    // Variance within 0.0841..., of the means 0.1^2 / 2; two populations.
    const within = rows(0).reduce((sum, [x]) => sum + (x! - 0.495) ** 2, 0) / 99;
    expect(agreement([rows(0), rows(0.1)])).toBeCloseTo((2 * within) / 0.005, 6);
    expect(agreement([rows(0), rows(0.2)])).toBeCloseTo((2 * within) / 0.02, 6);
  });
});
