import { blockLength, type Stream, stream, uniforms } from '../stats/random.ts';
import { type Columns, emptyColumns } from './columns.ts';
import { emptyPoint, type GlobalPoint, logLevelPrior, logPrior, POOL } from './globals.ts';
import { components, HubState, logPoolFit, type PreparedHub, TURN_SHARES, TURNS } from './hub-state.ts';
import { presets } from './presets.ts';
import { logProposal, type Proposal, propose, uniformsPerPoint } from './proposal.ts';
import { columnsShape, type Member, WorldWriter } from './write-worlds.ts';

/** Joint draws of all sites made under one point of the globals. */
export const DRAWS_PER_POINT = 32;
/** Draws that are made together; a shard holds whole blocks. */
export const DRAWS_PER_BLOCK = blockLength;

const POINTS_PER_BLOCK = DRAWS_PER_BLOCK / DRAWS_PER_POINT;

/**
 * Draws blocks of the posterior: globals from the fitted proposals of the components in turn, sites given globals
 * exactly (states summed, particles weighed, pool tilted), and the weight of each draw under each preset.
 *
 * With the proposal a mixture of components c in shares a_c (balance heuristic, Veach and Guibas 1995), a draw has
 * under preset p
 *   w_p = prior_p(theta) P_p(share >= T / pool) hubEvidence / sum_c [ a_c q_c(theta) exp(-lambda_c T) / Z_c(theta) ]
 * where the sites' own terms, common to target and proposal, cancel.
 *
 * @param blocks first block and one past the last
 * @param proposals one a component
 */
export function drawBlocks(
  hub: PreparedHub,
  proposals: readonly Proposal[],
  blocks: { from: number; to: number },
): Columns {
  const columns = emptyColumns(
    { from: blocks.from * DRAWS_PER_BLOCK, draws: (blocks.to - blocks.from) * DRAWS_PER_BLOCK },
    columnsShape(hub),
  );
  const block = new Block(hub, proposals, columns);
  for (let b = blocks.from; b < blocks.to; b++) block.draw(b);
  return columns;
}

/** Draws one block at a time into the columns; everything it needs is allocated once. */
class Block {
  private readonly hub: PreparedHub;
  private readonly proposals: readonly Proposal[];
  private readonly columns: Columns;
  private readonly state: HubState;
  private readonly u: Float64Array;
  private readonly globalsStream: Stream;
  private readonly members: readonly StreamedMember[];
  private readonly points: readonly GlobalPoint[];
  /** Log prior by point and preset; log of share x proposal over evidence, and tilt, by point and component. */
  private readonly priors = new Float64Array(POINTS_PER_BLOCK * presets.length);
  private readonly proposed = new Float64Array(POINTS_PER_BLOCK * components.length);
  private readonly lambdas = new Float64Array(POINTS_PER_BLOCK * components.length);
  private readonly writer: WorldWriter;
  private readonly globalColumns: Float64Array[];

  constructor(hub: PreparedHub, proposals: readonly Proposal[], columns: Columns) {
    this.hub = hub;
    this.proposals = proposals;
    this.columns = columns;
    this.state = new HubState(hub);
    this.points = Array.from({ length: POINTS_PER_BLOCK }, () => emptyPoint(hub.globals));
    this.u = new Float64Array(POINTS_PER_BLOCK * uniformsPerPoint(hub.globals));
    this.globalsStream = stream(hub.seed, 'globals');
    this.members = hub.tables.flatMap(({ site }, index) =>
      Array.from({ length: site.count }, (_, member) => ({
        site: index,
        stream: stream(hub.seed, `site/${site.id}/${member}`),
        u: new Float64Array(DRAWS_PER_BLOCK),
        entries: new Int32Array(DRAWS_PER_BLOCK),
      })),
    );
    this.writer = new WorldWriter(hub, columns, DRAWS_PER_BLOCK);
    this.globalColumns = [...columns.globals.values()];
  }

  draw(b: number): void {
    const at = b * DRAWS_PER_BLOCK - this.columns.from;
    uniforms(this.globalsStream, b * this.u.length, this.u);
    for (const member of this.members) uniforms(member.stream, b * DRAWS_PER_BLOCK, member.u);
    for (let p = 0; p < POINTS_PER_BLOCK; p++) {
      this.drawPoint(p, TURNS[(b * POINTS_PER_BLOCK + p) % TURNS.length]!, at);
    }
    this.writer.write(this.members, (i) => this.pointOf(i), at);
    for (let i = 0; i < DRAWS_PER_BLOCK; i++) this.weigh(at, i);
  }

  /** Proposes one point of the globals from a preset's proposal and draws every site under it. */
  private drawPoint(p: number, component: number, at: number): void {
    const { hub, state } = this;
    const width = uniformsPerPoint(hub.globals);
    const point = this.points[p]!;
    propose(hub.globals, this.proposals[component]!, {
      u: this.u.subarray(p * width, (p + 1) * width),
      out: point,
    });
    state.set(point, component);
    this.weighPoint(p);
    const first = p * DRAWS_PER_POINT;
    const range = { from: first, to: first + DRAWS_PER_POINT };
    for (const { site, u, entries } of this.members) state.sites[site]!.pick(u, entries, range);
    const [from, to] = [at + first, at + first + DRAWS_PER_POINT];
    const levels = hub.globals.levels.map(({ values }, l) => values[point.level[l]!]!);
    [...point.x, ...levels].forEach((value, g) => {
      this.globalColumns[g]!.fill(value, from, to);
    });
    this.columns.lambda.fill(hub.lambdas[state.tilts[component]!]!, from, to);
  }

  /** Keeps what every draw of the point needs for its weight. */
  private weighPoint(p: number): void {
    const { hub, state } = this;
    const point = this.points[p]!;
    const levels = logLevelPrior(hub.globals, point.level);
    presets.forEach((preset, c) => {
      this.priors[p * presets.length + c] = logPrior(hub.globals, point.x, preset) + levels;
    });
    this.proposals.forEach((proposal, c) => {
      const prior = this.priors[p * presets.length + presets.indexOf(proposal.preset)]! - levels;
      const at = p * components.length + c;
      this.proposed[at] =
        Math.log(TURN_SHARES[c]!) +
        logProposal(hub.globals, proposal, { point, logPrior: prior }) -
        state.logEvidence[c]!;
      this.lambdas[at] = hub.lambdas[state.tilts[c]!]!;
    });
  }

  private pointOf(i: number): GlobalPoint {
    return this.points[Math.floor(i / DRAWS_PER_POINT)]!;
  }

  private weigh(at: number, i: number): void {
    const { hub } = this;
    const chips = this.columns.accelerators[at + i]!;
    const point = Math.floor(i / DRAWS_PER_POINT);
    const first = point * components.length;
    let most = -Infinity;
    for (let c = first; c < first + components.length; c++) {
      most = Math.max(most, this.proposed[c]! - this.lambdas[c]! * chips);
    }
    let sum = 0;
    for (let c = first; c < first + components.length; c++) {
      sum += Math.exp(this.proposed[c]! - this.lambdas[c]! * chips - most);
    }
    const mixture = most + Math.log(sum);
    let evidence = 0;
    for (const { item } of hub.model.hubItems) evidence += this.columns.logLikelihood[item]![at + i]!;
    const pool = this.pointOf(i).x[POOL]!;
    for (let p = 0; p < presets.length; p++) {
      const preset = presets[p]!;
      const fit = logPoolFit(hub.model.world.poolShare[preset], chips, pool);
      this.columns.logWeight[preset][at + i] =
        this.priors[point * presets.length + p]! + fit + evidence - mixture;
    }
  }
}

interface StreamedMember extends Member {
  stream: Stream;
  u: Float64Array;
}
