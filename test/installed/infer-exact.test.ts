import { describe, expect, test } from 'vitest';
import { drawBlocks } from '../../src/installed/draw.ts';
import type { HubModel, SiteItem, SiteModel } from '../../src/installed/model.ts';
import { findProposals, prepareHub } from '../../src/installed/prepare.ts';
import { byPreset } from '../../src/installed/presets.ts';
import { states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import { effectiveSampleSize } from '../../src/stats/effective-sample-size.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { normalisedWeights } from '../../src/stats/weights.ts';
import { enumerateHub } from './exact.ts';

const priors = {
  realisation: [4, 3] as [number, number],
  fullShare: [2, 3] as [number, number],
  namedShare: [2, 4] as [number, number],
  reliability: [6, 2] as [number, number],
};
const PARTIAL = 0.25;
const FULL = 0.9;
/** p(finding) by stage and route: a tender that does not name the chip, a lit notice. */
const unnamed = [0.1, 0.1, 0.1, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4];
const lit = [0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.06, 0.06, 0.06, 0.7, 0.7, 0.7];
const tables = [unnamed, lit, unnamed];
const noises = [0.2, 0.1, 0.2];

function site(index: number, claimed: number): SiteModel {
  const item = (which: number, origin: number): SiteItem => ({
    item: index * 3 + which,
    origin,
    local: which,
    reliability: beta(...priors.reliability),
    credibility: 1,
    observation: {
      likelihood: (world) => tables[which]![3 * world.destiny + world.route]!,
      noise: noises[which]!,
    },
  });
  return {
    id: `site-${index}`,
    role: 'hub',
    count: 1,
    start: 0,
    claims: [{ weight: 1, accelerators: point(claimed) }],
    perP: point(1e15),
    namedPeak: 1e15,
    permitted: null,
    legalShare: () => 0.5,
    items: index === 0 ? [item(0, 0), item(1, -1)] : index === 1 ? [item(2, 0)] : [item(1, -1)],
  };
}

function hub(claims: number[], poolMedian: number, poolSigma: number): HubModel {
  return {
    day: 10_000,
    world: {
      realisation: byPreset(() => beta(...priors.realisation)),
      namedShare: byPreset(() => beta(...priors.namedShare)),
      poolShare: byPreset(() => lognormal(Math.log(0.05), 0.3)),
      fullShare: beta(...priors.fullShare),
      unlit: [0.5, 0.2, 0.3],
      pace: { values: Float64Array.of(1), weights: Float64Array.of(1) },
      lags: { construction: point(10), shell: point(10), lit: point(10) },
      ramp: point(1),
      partialFill: point(PARTIAL),
      fullFill: point(FULL),
    },
    sites: claims.map((claimed, index) => site(index, claimed)),
    origins: [{ id: 'shared', reliability: beta(...priors.reliability) }],
    hubItems: [],
    pool: lognormal(Math.log(poolMedian), poolSigma),
    claimedFleet: claims.reduce((a, b) => a + b, 0),
    looks: [],
  };
}

function exact(model: HubModel, claims: number[]) {
  const mean = priors.reliability[0] / (priors.reliability[0] + priors.reliability[1]);
  const p = (which: number, s: number) => tables[which]![3 * states[s]!.destiny + states[s]!.route]! / noises[which]!;
  return enumerateHub(model, priors, {
    ratio: (i, s) =>
      model.sites[i]!.items.filter((item) => item.origin < 0).reduce(
        (product, item) => product * (mean * p(item.local, s) + 1 - mean),
        1,
      ),
    shared: (i, s) => model.sites[i]!.items.filter((item) => item.origin === 0).map((item) => p(item.local, s)),
    accelerators: (i, s) => {
      const state = states[s]!;
      return state.destiny === 3 && state.route === 0 ? claims[i]! * (state.full ? FULL : PARTIAL) : 0;
    },
  });
}

describe('the posterior of a hub that can be enumerated', () => {
  const cases = [
    { name: 'a loose pool', claims: [1000, 800, 400], pool: 100_000, sigma: 0.5 },
    { name: 'a pool that presses', claims: [5000, 3000, 1000], pool: 20_000, sigma: 0.3 },
    { name: 'a pool that excludes nearly everything', claims: [50_000, 30_000, 9000], pool: 20_000, sigma: 0.2 },
  ];
  for (const { name, claims, pool, sigma } of cases) {
    test(`equals enumeration with ${name}`, () => {
      const model = hub(claims, pool, sigma);
      const joint = exact(model, claims);
      const prepared = prepareHub(model, 1);
      const columns = drawBlocks(prepared, findProposals(prepared), { from: 0, to: 60 });
      const weights = normalisedWeights(columns.draws, { logWeights: columns.logWeight.neutral });
      const ess = effectiveSampleSize(columns.draws, { weights });
      expect(ess).toBeGreaterThan(0.3 * columns.draws);
      // Draws of one vector share its globals, so the error is that of vectors, 32 draws each, not of draws.
      const error = 4.5 * Math.sqrt(0.25 / (ess / 32));
      const mean = (f: (draw: number) => number) => weights.reduce((sum, w, d) => sum + w * f(d), 0);
      const truth = (f: (entry: (typeof joint)[number]) => number) =>
        joint.reduce((sum, entry) => sum + entry.probability * f(entry), 0);
      claims.forEach((_, i) => {
        const isLit = truth(({ state }) => (states[state[i]!]!.destiny === 3 ? 1 : 0));
        expect(mean((d) => columns.sites[i]!.stages[3][d]!)).toBeCloseTo(isLit, -Math.log10(2 * error));
        const named = truth(({ state }) => (states[state[i]!]!.destiny === 3 && states[state[i]!]!.route === 0 ? 1 : 0));
        expect(Math.abs(mean((d) => columns.sites[i]!.lit[0][d]!) - named)).toBeLessThan(error);
      });
      const atLeast = claims[0]! * PARTIAL;
      const exceed = truth(({ accelerators }) => (accelerators >= atLeast ? 1 : 0));
      expect(Math.abs(mean((d) => (columns.accelerators[d]! >= atLeast - 1e-6 ? 1 : 0)) - exceed)).toBeLessThan(error);
      const total = truth(({ accelerators }) => accelerators);
      expect(mean((d) => columns.accelerators[d]!) / total).toBeGreaterThan(0.9);
      expect(mean((d) => columns.accelerators[d]!) / total).toBeLessThan(1.1);
      console.log(name, ess, mean((d) => columns.accelerators[d]!), total, exceed, mean((d) => (columns.accelerators[d]! >= atLeast - 1e-6 ? 1 : 0)), error);
    });
  }
});
