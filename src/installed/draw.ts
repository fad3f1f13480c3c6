import { blockLength, type Stream, stream, uniforms } from '../stats/random.ts';
import { type Columns, emptyColumns } from './columns.ts';
import { emptyPoint, FIRST_ORIGIN, type GlobalPoint, logLevelPrior, logPrior, POOL } from './globals.ts';
import { components, HubState, logPoolFit, type PreparedHub, TURN_SHARES, TURNS } from './hub-state.ts';
import { presets } from './presets.ts';
import { logProposal, type Proposal, propose, uniformsPerPoint } from './proposal.ts';
import type { SharedItem } from './site-table.ts';
import { LIT } from './world.ts';

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
    {
      globals: [...hub.globals.continuous, ...hub.globals.levels].map((global) => global.name),
      sites: hub.tables.length,
      items: itemCount(hub),
      outcomes: hub.model.looks.map((look) => look.outcomes.length),
    },
  );
  const block = new Block(hub, proposals, columns);
  for (let b = blocks.from; b < blocks.to; b++) block.draw(b);
  return columns;
}

/** One past the highest item index that any site or hub item carries. */
function itemCount({ model }: PreparedHub): number {
  const indices = [...model.sites.flatMap((site) => site.items), ...model.hubItems].map(({ item }) => item);
  return indices.reduce((most, index) => Math.max(most, index + 1), 0);
}

/** Draws one block at a time into the columns; everything it needs is allocated once. */
class Block {
  private readonly hub: PreparedHub;
  private readonly proposals: readonly Proposal[];
  private readonly columns: Columns;
  private readonly state: HubState;
  private readonly u: Float64Array;
  private readonly globalsStream: Stream;
  private readonly members: Member[];
  private readonly points: readonly GlobalPoint[];
  /** Log prior by point and preset; log of share x proposal over evidence, and tilt, by point and component. */
  private readonly priors = new Float64Array(POINTS_PER_BLOCK * presets.length);
  private readonly proposed = new Float64Array(POINTS_PER_BLOCK * components.length);
  private readonly lambdas = new Float64Array(POINTS_PER_BLOCK * components.length);
  /** Totals over the block's draws that each hub-wide item sees. */
  private readonly totals: Float64Array[];
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
    this.totals = hub.model.hubItems.map(() => new Float64Array(DRAWS_PER_BLOCK));
    this.globalColumns = [...columns.globals.values()];
  }

  draw(b: number): void {
    const at = b * DRAWS_PER_BLOCK - this.columns.from;
    uniforms(this.globalsStream, b * this.u.length, this.u);
    for (const member of this.members) uniforms(member.stream, b * DRAWS_PER_BLOCK, member.u);
    for (let p = 0; p < POINTS_PER_BLOCK; p++) {
      this.drawPoint(p, TURNS[(b * POINTS_PER_BLOCK + p) % TURNS.length]!, at);
    }
    for (const total of this.totals) total.fill(0);
    for (const member of this.members) this.writeSite(member, at);
    for (let h = 0; h < this.totals.length; h++) this.writeHubItem(h, at);
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
    for (const { site, u: uniform, entries } of this.members) {
      const tilted = state.sites[site]!;
      for (let i = first; i < first + DRAWS_PER_POINT; i++) entries[i] = tilted.pick(uniform[i]!);
    }
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

  /** Adds one site's drawn worlds to the columns, a column at a time. */
  private writeSite({ site, entries }: Member, at: number): void {
    const { table } = this.state.sites[site]!;
    const columns = this.columns.sites[site]!;
    const hubChips = table.site.role === 'hub' ? this.columns.accelerators : null;
    for (let i = 0; i < DRAWS_PER_BLOCK; i++) {
      const entry = entries[i]!;
      const stage = table.stage[entry]!;
      columns.stages[stage]![at + i]!++;
      if (stage !== LIT) continue;
      const route = table.route[entry]!;
      columns.lit[route]![at + i]!++;
      columns.compute[route]![at + i]! += table.compute[entry]!;
      const chips = table.accelerators[entry]!;
      columns.accelerators[at + i]! += chips;
      if (hubChips) hubChips[at + i]! += chips;
    }
    for (const { item, logRatio } of table.own)
      gather(this.columns.logLikelihood[item]!, at, logRatio, entries);
    for (const item of table.shared) this.writeShared(item, entries, at);
    table.hub.forEach((share, h) => {
      if (share) gather(this.totals[h]!, 0, share, entries);
    });
    for (const { look, probability } of table.looks) {
      probability.forEach((p, o) => {
        gather(this.columns.looks[look]![o]!, at, p, entries);
      });
    }
  }

  private writeShared(
    { item, origin, credibility, ratio }: SharedItem,
    entries: Int32Array,
    at: number,
  ): void {
    const column = this.columns.logLikelihood[item]!;
    for (let i = 0; i < DRAWS_PER_BLOCK; i++) {
      const rho = credibility * this.reliability(origin, i);
      column[at + i]! += Math.log(rho * ratio[entries[i]!]! + 1 - rho);
    }
  }

  /** Reliability of a global origin in the block's draw i. */
  private reliability(origin: number, i: number): number {
    const at = FIRST_ORIGIN + origin;
    return this.hub.globals.levels[at]!.values[this.pointOf(i).level[at]!]!;
  }

  private pointOf(i: number): GlobalPoint {
    return this.points[Math.floor(i / DRAWS_PER_POINT)]!;
  }

  private writeHubItem(h: number, at: number): void {
    const item = this.hub.model.hubItems[h]!;
    const column = this.columns.logLikelihood[item.item]!;
    for (let i = 0; i < DRAWS_PER_BLOCK; i++) {
      const trust = item.origin < 0 ? item.reliability.mean : this.reliability(item.origin, i);
      const rho = item.credibility * trust;
      const likelihood = item.likelihood({
        accelerators: this.columns.accelerators[at + i]!,
        pool: this.pointOf(i).x[POOL]!,
        sum: this.totals[h]![i]!,
      });
      column[at + i]! += Math.log((rho * likelihood) / item.noise + 1 - rho);
    }
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

interface Member {
  site: number;
  stream: Stream;
  u: Float64Array;
  entries: Int32Array;
}

/** out[at + i] += values[entries[i]] over a block. */
function gather(out: Float64Array, at: number, values: Float64Array, entries: Int32Array): void {
  for (let i = 0; i < entries.length; i++) out[at + i]! += values[entries[i]!]!;
}
