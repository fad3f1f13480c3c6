import type { PreparedHub } from './hub-state.ts';
import { orderCount, orders } from './shuffle.ts';
import type { SiteTable } from './site-table.ts';
import type { SitesMemory } from './tilted-sites.ts';
import { components } from './turns.ts';
import { LIT } from './world.ts';

/** Uniforms of one member at one point: where its strata begin, and how they are shuffled. */
const PER_POINT = 2;
/** Stands in the column of routes for an entry in which nothing is lit. */
const UNLIT = 3;

/** Columns of sums that every hub has: named accelerators, and compute lit by route. */
const TOTALS = 4;

/**
 * A run of draws of all sites, made and summed up in the memory of the kernel that holds their tables: a member for each
 * site that the records stand for, in the order of `membersOf`.
 */
export class DrawnBlock {
  private readonly sites: SitesMemory;
  private readonly points: number;
  private readonly draws: number;
  private readonly at: {
    uniforms: number;
    entries: number;
    sums: number;
    proposed: number;
    evidence: number;
  };

  /** @param size points of the block, and draws of each, a power of two up to 32 */
  constructor(hub: PreparedHub, sites: SitesMemory, size: { points: number; perPoint: number }) {
    const { kernel } = sites;
    const draws = size.points * size.perPoint;
    const members = hub.tables.flatMap(({ site }, s) => new Array<number>(site.count).fill(s));
    const columns = TOTALS + hub.model.hubItems.length;
    const at = {
      uniforms: kernel.room(8 * PER_POINT * size.points * members.length),
      entries: kernel.room(2 * draws * members.length),
      sums: kernel.room(8 * draws * columns),
      proposed: kernel.room(2 * 8 * size.points * components.length),
      evidence: kernel.room(8 * draws),
    };
    this.sites = sites;
    this.points = size.points;
    this.draws = draws;
    this.at = at;
    const ofSites = hub.tables.flatMap((table) =>
      ofSite(table, sites, (item) => at.sums + 8 * draws * (TOTALS + item)),
    );
    const ofMembers = members.flatMap((site, m) => [
      site,
      at.uniforms + 8 * PER_POINT * size.points * m,
      at.entries + 2 * draws * m,
    ]);
    kernel.openBlock(
      sites.put(Int32Array.from(ofSites)),
      ...[sites.put(Int32Array.from(ofMembers)), members.length],
      ...[size.perPoint, draws],
      ...[sites.put(orders), orderCount],
      kernel.room(2 * size.perPoint),
      ...[at.sums, columns, at.proposed, at.evidence],
    );
  }

  /** How many uniforms a member is drawn by. */
  get uniformsEach(): number {
    return PER_POINT * this.points;
  }

  /** Uniforms by which a member is drawn, two a point; to be written before the block is drawn. */
  uniforms(member: number): Float64Array {
    const { uniformsEach } = this;
    return new Float64Array(this.sites.buffer, this.at.uniforms + 8 * uniformsEach * member, uniformsEach);
  }

  /** Draws the worlds of all points, which have been placed. */
  draw(): void {
    this.sites.kernel.drawBlock();
  }

  /** Entry of a member's table in each draw; valid until the next draw, as are all columns. */
  entries(member: number): Uint16Array {
    return new Uint16Array(this.sites.buffer, this.at.entries + 2 * this.draws * member, this.draws);
  }

  /** Named accelerators running at the hub's sites. */
  get accelerators(): Float64Array {
    return this.column(0);
  }

  /** Compute lit at the hub's sites on a route [FLOP/s]. */
  compute(route: number): Float64Array {
    return this.column(1 + route);
  }

  /** What a hub-wide item sums up in each draw; 0 where it sums nothing. */
  sums(item: number): Float64Array {
    return this.column(TOTALS + item);
  }

  /** Log of share x proposal over evidence, by point and component; to be written before the block is weighed. */
  get proposed(): Float64Array {
    return this.byComponent(0);
  }

  /** Tilt, by point and component [1 / accelerator]; to be written before the block is weighed. */
  get lambdas(): Float64Array {
    return this.byComponent(1);
  }

  /** Likelihood of all hub-wide items over their noise, by draw; to be written before the block is weighed. */
  get evidence(): Float64Array {
    return new Float64Array(this.sites.buffer, this.at.evidence, this.draws);
  }

  /**
   * Puts the evidence over the mixture of proposals that each draw is made from.
   *
   * @returns in the evidence's place, log of evidence / sum over components of proposed x exp(-lambda chips), by draw
   */
  weighed(): Float64Array {
    this.sites.kernel.weigh();
    return this.evidence;
  }

  private byComponent(which: 0 | 1): Float64Array {
    const length = this.points * components.length;
    return new Float64Array(this.sites.buffer, this.at.proposed + 8 * length * which, length);
  }

  private column(c: number): Float64Array {
    return new Float64Array(this.sites.buffer, this.at.sums + 8 * this.draws * c, this.draws);
  }
}

/** Fields of a site; `sumsOf` has where the sums of a hub-wide item lie. */
function ofSite(table: SiteTable, sites: SitesMemory, sumsOf: (item: number) => number): number[] {
  const shares = table.hub.flatMap((share, item) => (share ? [sites.put(share), sumsOf(item)] : []));
  const summed = [shares.length / 2, sites.put(Int32Array.from(shares))];
  if (table.site.role !== 'hub') return [0, 0, 0, ...summed];
  const lit = table.route.map((route, e) => (table.stage[e] === LIT ? route : UNLIT));
  return [sites.put(table.accelerators), sites.put(table.compute), sites.put(lit), ...summed];
}
