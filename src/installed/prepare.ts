import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { stream, uniforms } from '../stats/random.ts';
import { logSumExp, normalisedWeights } from '../stats/weights.ts';
import { emptyPoint, type GlobalPoint, globalsOf, logLevelPrior, logPriors, POOL } from './globals.ts';
import { type HubState, logPoolFit, type PreparedHub, tiltGrid } from './hub-state.ts';
import type { HubModel } from './model.ts';
import type { Tables } from './particles.ts';
import { presets } from './presets.ts';
import {
  fitProposal,
  logProposal,
  type Proposal,
  priorProposal,
  propose,
  uniformsPerPoint,
} from './proposal.ts';
import { buildSiteTable } from './site-table.ts';

/** Points in each pilot round, all presets together. */
const PILOT = 900;
/** Effective points that a fit must rest on. */
const LEAST_EFFECTIVE = 60;

/** Evaluates a hub's sites: everything of a run that does not depend on how many draws are wanted. */
export function prepareHub(model: HubModel, seed: number): PreparedHub {
  const shared: Tables = new Map();
  const tables = model.sites.map((site, index) =>
    buildSiteTable(site, {
      seed,
      tables: shared,
      day: model.day,
      world: model.world,
      hubItems: model.hubItems,
      index,
      looks: model.looks,
    }),
  );
  return { model, seed, globals: globalsOf(model), tables, ...tiltGrid(model.claimedFleet) };
}

/**
 * Finds where the globals' posterior lies under each preset: rounds of a pilot drawn from all presets' proposals in
 * turn, the first from the priors, each fitted to the last, with the pool's term by its saddlepoint.
 *
 * @returns one proposal a component; the claimed worlds are proposed as the last preset's
 */
export function findProposals(state: HubState, rounds = 2): Proposal[] {
  let proposals = presets.map((preset) => priorProposal(state.hub.globals, preset));
  for (let round = 0; round < rounds; round++) proposals = pilot(state, proposals, round);
  return [...proposals, proposals.at(-1)!];
}

function pilot(state: HubState, proposals: readonly Proposal[], round: number): Proposal[] {
  const { hub } = state;
  const width = uniformsPerPoint(hub.globals);
  const u = new Float64Array(PILOT * width);
  uniforms(stream(hub.seed, `pilot/${round}`), 0, u);
  const logWeights = presets.map(() => new Float64Array(PILOT));
  const points = Array.from({ length: PILOT }, (_, m) => {
    const point = emptyPoint(hub.globals);
    propose(hub.globals, proposals[m % presets.length]!, {
      u: u.subarray(m * width, (m + 1) * width),
      out: point,
    });
    state.set(point, 0);
    weighPoint(state, proposals, { point, m, logWeights });
    return point;
  });
  return presets.map((preset, c) =>
    fitProposal(hub.globals, { preset, points, weights: temperedWeights(logWeights[c]!, LEAST_EFFECTIVE) }),
  );
}

/** Weights to the highest power that leaves `least` effective draws: a fit to fewer would be too narrow. */
function temperedWeights(logWeights: Float64Array, least: number): Float64Array {
  for (let power = 1; ; power *= 0.8) {
    const weights = normalisedWeights(logWeights.length, {
      logWeights: logWeights.map((log) => power * log),
    });
    if (power < 0.05 || effectiveSampleSize(weights.length, { weights }) >= least) return weights;
  }
}

/** Log weight of a pilot point under each preset, its proposal being the mixture of all. */
function weighPoint(
  state: HubState,
  proposals: readonly Proposal[],
  at: { point: GlobalPoint; m: number; logWeights: readonly Float64Array[] },
): void {
  const { globals } = state.hub;
  const priors = new Float64Array(presets.length);
  logPriors(globals, at.point.x, priors);
  const proposed = new Float64Array(presets.length);
  for (let c = 0; c < proposed.length; c++) {
    proposed[c] = logProposal(globals, proposals[c]!, { point: at.point, logPrior: priors[c]! });
  }
  const mixture = logSumExp(proposed);
  const levels = logLevelPrior(globals, at.point.level);
  for (let c = 0; c < proposed.length; c++) {
    at.logWeights[c]![at.m] = priors[c]! + levels + poolTerm(state, at.point.x, c) - mixture;
  }
}

/** log E[P(share >= T / pool)] + log evidence, at the saddlepoint: log Z(lambda) + lambda T + log P(share >= T / pool). */
function poolTerm(state: HubState, x: Float64Array, component: number): number {
  const { hub } = state;
  const chips = state.meanChips[component]!;
  const lambda = hub.lambdas[state.tilts[component]!]!;
  const share = hub.model.world.poolShare[presets[component]!];
  return state.logEvidence[component]! + lambda * chips + logPoolFit(share, chips, x[POOL]!);
}
