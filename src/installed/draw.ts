import { log } from '../elementary/logarithm.ts';
import { blockLength, type Stream, stream, uniforms } from '../stats/random.ts';
import { sobolColumn } from '../stats/sobol.ts';
import { DrawnBlock } from './drawn-block.ts';
import { type DrawnWorlds, emptyWorlds } from './drawn-columns.ts';
import { emptyPoint, type GlobalPoint, logLevelPrior, logPriors, POOL } from './globals.ts';
import { DRAWS_PER_POINT, type HubState, logPoolFit, POINTS_AT_ONCE } from './hub-state.ts';
import { presets } from './presets.ts';
import { logProposal, type Proposal, propose, uniformsPerPoint } from './proposal.ts';
import { components, TURN_SHARES, TURNS, turnsBefore } from './turns.ts';
import { timesHubItem } from './write-worlds.ts';

/** Draws that are made together; a shard holds whole blocks. */
export const DRAWS_PER_BLOCK = blockLength;

/**
 * Draws blocks of the posterior: globals from the fitted proposals of the components in turn, sites given globals
 * exactly (states summed, particles weighed, pool tilted), and the weight of each draw under each preset. The points
 * of a component are a scrambled Sobol sequence, so that they cover the globals evenly.
 *
 * With the proposal a mixture of components c in shares a_c (balance heuristic, Veach and Guibas 1995), a draw has
 * under preset p
 *   w_p = prior_p(theta) P_p(share >= T / pool) hubEvidence / sum_c [ a_c q_c(theta) exp(-lambda_c T) / Z_c(theta) ]
 * where the sites' own terms, common to target and proposal, cancel.
 *
 * Under one point the worlds of a site are a systematic sample, one in each of 32 strata of equal probability, in an order
 * of its own: each draw is independent across sites, and the draws of a point cover what each site can be.
 *
 * @param blocks first block and one past the last
 * @param proposals one a component
 * @param watch told the share of the blocks that is drawn, now and then
 */
export function drawBlocks(
  state: HubState,
  proposals: readonly Proposal[],
  { from, to, watch }: { from: number; to: number; watch?: (share: number) => void },
): DrawnWorlds {
  const worlds = emptyWorlds(state.hub, {
    from: from * DRAWS_PER_BLOCK,
    draws: (to - from) * DRAWS_PER_BLOCK,
  });
  const block = new Block(state, proposals, worlds);
  for (let b = from; b < to; b++) {
    if (b % 64 === 0) watch?.((b - from) / (to - from));
    block.draw(b);
  }
  return worlds;
}

/** Draws one block at a time; everything it needs is allocated once. */
class Block {
  private readonly state: HubState;
  private readonly proposals: readonly Proposal[];
  private readonly worlds: DrawnWorlds;
  /** Uniforms of the points, one point after the other. */
  private readonly u: Float64Array;
  /** Scrambling of each component's Sobol sequence. */
  private readonly scrambles: readonly Stream[];
  /** Of one block. */
  private readonly drawn: DrawnBlock;
  /** By member, and uniforms of it for this block and some that follow, from number `uniformsFrom` of its stream on. */
  private readonly streams: readonly Stream[];
  private readonly uniforms: readonly Float64Array[];
  private uniformsFrom = -1;
  private readonly points: readonly GlobalPoint[];
  /** Log prior by point and preset. */
  private readonly priors = new Float64Array(POINTS_AT_ONCE * presets.length);
  private readonly globalColumns: readonly Float64Array[];

  constructor(state: HubState, proposals: readonly Proposal[], worlds: DrawnWorlds) {
    const { hub } = state;
    this.state = state;
    this.proposals = proposals;
    this.worlds = worlds;
    this.points = Array.from({ length: POINTS_AT_ONCE }, () => emptyPoint(hub.globals));
    this.u = new Float64Array(POINTS_AT_ONCE * uniformsPerPoint(hub.globals));
    this.scrambles = components.map((component) => stream(hub.seed, `globals/${component}`));
    this.drawn = new DrawnBlock(hub, state.sites, {
      points: POINTS_AT_ONCE,
      perPoint: DRAWS_PER_POINT,
    });
    this.streams = worlds.members.map(({ site }, m, all) => {
      const number = m - all.findIndex((member) => member.site === site);
      return stream(hub.seed, `site/${hub.model.sites[site]!.id}/${number}`);
    });
    this.uniforms = this.streams.map(() => new Float64Array(blockLength));
    this.globalColumns = [...worlds.globals.values()];
  }

  draw(b: number): void {
    const at = b * DRAWS_PER_BLOCK - this.worlds.from;
    for (let c = 0; c < components.length; c++) this.fillPoints(b, c);
    this.fillUniforms(b);
    for (let p = 0; p < POINTS_AT_ONCE; p++) {
      this.placePoint(p, TURNS[(b * POINTS_AT_ONCE + p) % TURNS.length]!, at);
    }
    this.drawn.draw();
    for (let p = 0; p < POINTS_AT_ONCE; p++) this.weighPoint(p);
    this.worlds.members.forEach(({ entries }, m) => {
      entries.set(this.drawn.entries(m), at);
    });
    this.worlds.accelerators.set(this.drawn.accelerators, at);
    this.worlds.compute.forEach((column, route) => {
      column.set(this.drawn.compute(route), at);
    });
    this.timesHubItems(at);
    this.weigh(at);
  }

  /** Uniforms of a block's points of one component: the next ones of its scrambled Sobol sequence. */
  private fillPoints(b: number, component: number): void {
    const first = b * POINTS_AT_ONCE;
    const from = turnsBefore(first, component);
    const column = new Float64Array(turnsBefore(first + POINTS_AT_ONCE, component) - from);
    const width = this.u.length / POINTS_AT_ONCE;
    for (let dimension = 0; dimension < width; dimension++) {
      sobolColumn(dimension, from, column, this.scrambles[component]!);
      let next = 0;
      for (let p = 0; p < POINTS_AT_ONCE; p++) {
        if (TURNS[(first + p) % TURNS.length] === component) this.u[p * width + dimension] = column[next++]!;
      }
    }
  }

  /** Uniforms of a block's members, out of those made for it and its neighbours. */
  private fillUniforms(b: number): void {
    const size = this.drawn.uniformsEach;
    const within = (b * size) % blockLength;
    if (b * size - within !== this.uniformsFrom) {
      this.uniformsFrom = b * size - within;
      this.streams.forEach((own, m) => {
        uniforms(own, this.uniformsFrom, this.uniforms[m]!);
      });
    }
    this.uniforms.forEach((own, m) => {
      this.drawn.uniforms(m).set(own.subarray(within, within + size));
    });
  }

  /** Proposes one point of the globals from a component's proposal. */
  private placePoint(p: number, component: number, at: number): void {
    const { state } = this;
    const { hub } = state;
    const width = uniformsPerPoint(hub.globals);
    const point = this.points[p]!;
    propose(hub.globals, this.proposals[component]!, {
      u: this.u.subarray(p * width, (p + 1) * width),
      out: point,
    });
    state.place(p, point, component);
    const { lambdas } = this.drawn;
    state.tilts.forEach((tilt, c) => {
      lambdas[p * components.length + c] = hub.lambdas[tilt]!;
    });
    const from = at + p * DRAWS_PER_POINT;
    const to = from + DRAWS_PER_POINT;
    const continuous = point.x.length;
    for (let g = 0; g < this.globalColumns.length; g++) {
      const value =
        g < continuous
          ? point.x[g]!
          : hub.globals.levels[g - continuous]!.values[point.level[g - continuous]!]!;
      this.globalColumns[g]!.fill(value, from, to);
    }
    this.worlds.lambda.fill(hub.lambdas[state.tilts[component]!]!, from, to);
  }

  /** Keeps what every draw of the point needs for its weight. */
  private weighPoint(p: number): void {
    const { state } = this;
    const { hub } = state;
    const point = this.points[p]!;
    const { proposed } = this.drawn;
    const levels = logLevelPrior(hub.globals, point.level);
    const priors = this.priors.subarray(p * presets.length, (p + 1) * presets.length);
    logPriors(hub.globals, point.x, priors);
    for (let c = 0; c < priors.length; c++) priors[c]! += levels;
    this.proposals.forEach((proposal, c) => {
      const prior = priors[presets.indexOf(proposal.preset)]! - levels;
      const at = p * components.length + c;
      proposed[at] =
        log(TURN_SHARES[c]!) +
        logProposal(hub.globals, proposal, { point, logPrior: prior }) -
        state.sites.logEvidence(p, c);
    });
  }

  private timesHubItems(at: number): void {
    const { state, drawn } = this;
    const { evidence } = drawn;
    evidence.fill(1);
    for (let h = 0; h < state.hub.model.hubItems.length; h++) {
      timesHubItem(state.hub, h, { sums: drawn.sums(h), globals: this.globalColumns, at }, evidence);
    }
  }

  /** Weight of every draw of the block under each preset. */
  private weigh(at: number): void {
    const { hub } = this.state;
    const { accelerators, logWeight } = this.worlds;
    const known = this.drawn.weighed();
    presets.forEach((preset, c) => {
      const share = hub.model.world.poolShare[preset];
      const column = logWeight[preset];
      for (let i = 0; i < DRAWS_PER_BLOCK; i++) {
        const point = Math.floor(i / DRAWS_PER_POINT);
        const fit = logPoolFit(share, accelerators[at + i]!, this.points[point]!.x[POOL]!);
        column[at + i] = this.priors[point * presets.length + c]! + fit + known[i]!;
      }
    });
  }
}
