import { normal } from '../stats/normal.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { stream, uniforms } from '../stats/random.ts';
import { logSumExp, normalisedWeights } from '../stats/weights.ts';
import { choosePace } from './draw.ts';
import { globalsOf, logPrior, POOL } from './globals.ts';
import { HubState, logPoolFit, type PreparedHub, tiltGrid } from './hub-state.ts';
import type { HubModel } from './model.ts';
import { presets } from './presets.ts';
import { fitProposal, logProposal, priorProposal, type Proposal, propose } from './proposal.ts';
import { buildSiteTable } from './site-table.ts';

const standardNormal = normal(0, 1);

/** Vectors in each pilot round, all presets together. */
const PILOT = 900;
const ROUNDS = 2;

/** Effective vectors a global that a fit must rest on. */
const LEAST_PER_GLOBAL = 12;

/** Evaluates a hub's sites: everything of a run that does not depend on how many draws are wanted. */
export function prepareHub(model: HubModel, seed: number): PreparedHub {
  const lambdas = tiltGrid(model.claimedFleet);
  const tables = model.sites.map((site, index) =>
    buildSiteTable(site, {
      seed,
      day: model.day,
      world: model.world,
      lambdas,
      hubItems: model.hubItems,
      index,
      looks: model.looks,
    }),
  );
  return { model, seed, globals: globalsOf(model), tables, lambdas };
}

/**
 * Finds where the globals' posterior lies under each preset: rounds of a pilot drawn from all presets' proposals in
 * turn, the first from the priors, each fitted to the last, with the pool's term by its saddlepoint.
 *
 * @returns one proposal a preset, in the order of `presets`
 */
export function findProposals(hub: PreparedHub): Proposal[] {
  const state = new HubState(hub);
  const pace = hub.model.world.pace.weights;
  let proposals = presets.map((preset) => priorProposal(preset, hub.globals.length, pace));
  for (let round = 0; round < ROUNDS; round++) proposals = pilot(state, proposals, round);
  return proposals;
}

function pilot(state: HubState, proposals: readonly Proposal[], round: number): Proposal[] {
  const { hub } = state;
  const size = hub.globals.length;
  const vectors = new Float64Array(PILOT * size);
  const paces = new Uint8Array(PILOT);
  const logWeights = presets.map(() => new Float64Array(PILOT));
  const u = new Float64Array(PILOT * (size + 2));
  uniforms(stream(hub.seed, `pilot/${round}`), 0, u);
  for (let m = 0; m < PILOT; m++) {
    const draw = u.subarray(m * (size + 2), (m + 1) * (size + 2));
    const x = vectors.subarray(m * size, (m + 1) * size);
    const proposal = proposals[m % presets.length]!;
    propose(hub.globals, proposal, { u: draw.subarray(1), out: x, normal: standardNormal });
    paces[m] = choosePace(proposal.pace, draw[0]!);
    state.set(x, paces[m]!, 0);
    weighVector(state, proposals, { x, pace: paces[m]!, m, logWeights });
  }
  return presets.map((preset, c) =>
    fitProposal(hub.globals, {
      preset,
      vectors,
      paces,
      weights: temperedWeights(logWeights[c]!, LEAST_PER_GLOBAL * size),
      paceCount: hub.model.world.pace.weights.length,
    }),
  );
}

/** Weights to the highest power that leaves `least` effective draws: a fit to fewer would be too narrow. */
function temperedWeights(logWeights: Float64Array, least: number): Float64Array {
  for (let power = 1; ; power *= 0.8) {
    const weights = normalisedWeights(logWeights.length, { logWeights: logWeights.map((log) => power * log) });
    if (power < 0.05 || effectiveSampleSize(weights.length, { weights }) >= least) return weights;
  }
}

/** Log weight of a pilot vector under each preset, its proposal being the mixture of all. */
function weighVector(
  state: HubState,
  proposals: readonly Proposal[],
  at: { x: Float64Array; pace: number; m: number; logWeights: readonly Float64Array[] },
): void {
  const { hub } = state;
  const priors = presets.map((preset) => logPrior(hub.globals, at.x, preset));
  const proposed = proposals.map(
    (proposal, c) =>
      logProposal(hub.globals, proposal, { x: at.x, logPrior: priors[c]! }) + Math.log(proposal.pace[at.pace]!),
  );
  const mixture = logSumExp(Float64Array.from(proposed));
  const pace = Math.log(hub.model.world.pace.weights[at.pace]!);
  presets.forEach((_, c) => {
    at.logWeights[c]![at.m] = priors[c]! + pace + poolTerm(state, at.x, c) - mixture;
  });
}

/** log E[P(share >= T / pool)] + log evidence, at the saddlepoint: log Z(lambda) + lambda T + log P(share >= T / pool). */
function poolTerm(state: HubState, x: Float64Array, component: number): number {
  const { hub } = state;
  const chips = state.meanChips[component]!;
  const lambda = hub.lambdas[state.tilts[component]!]!;
  const share = hub.model.world.poolShare[presets[component]!];
  return state.logEvidence[component]! + lambda * chips + logPoolFit(share, chips, x[POOL]!);
}
