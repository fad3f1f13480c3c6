import type { PreparedHub } from './hub-state.ts';
import { orderCount, orders } from './shuffle.ts';
import type { SiteTable } from './site-table.ts';
import type { SitesMemory } from './tilted-sites.ts';
import { LIT } from './world.ts';

/** Uniforms of one member at one point: where its strata begin, and how they are shuffled. */
const PER_POINT = 2;
/** Stands in the column of routes for an entry in which nothing is lit. */
const UNLIT = 3;

/**
 * A run of draws of all sites, made and summed up in the memory of the kernel that holds their tables: a member for each
 * site that the records stand for, in the order of `membersOf`.
 */
export class DrawnBlock {
  private readonly sites: SitesMemory;
  private readonly points: number;
  private readonly draws: number;
  private readonly at: { uniforms: number; entries: number; totals: number; sums: number };

  /** @param size points of the block, and draws of each, a power of two up to 32 */
  constructor(hub: PreparedHub, sites: SitesMemory, size: { points: number; perPoint: number }) {
    const { kernel } = sites;
    const draws = size.points * size.perPoint;
    const members = hub.tables.flatMap(({ site }, s) => new Array<number>(site.count).fill(s));
    this.sites = sites;
    this.points = size.points;
    this.draws = draws;
    this.at = {
      uniforms: kernel.room(8 * PER_POINT * size.points * members.length),
      entries: kernel.room(2 * draws * members.length),
      totals: kernel.room(4 * 8 * draws),
      sums: kernel.room(8 * draws),
    };
    const ofMembers = members.flatMap((site, m) => [
      site,
      this.at.uniforms + 8 * PER_POINT * size.points * m,
      this.at.entries + 2 * draws * m,
    ]);
    const shares = hub.model.hubItems.flatMap((_, h) =>
      hub.tables.map((table) => (table.hub[h] ? sites.put(table.hub[h]) : 0)),
    );
    kernel.openBlock(
      sites.put(Int32Array.from(hub.tables.flatMap((table) => ofSite(table, sites)))),
      ...[sites.put(Int32Array.from(ofMembers)), members.length],
      ...[size.perPoint, draws],
      ...[sites.put(orders), orderCount],
      kernel.room(2 * size.perPoint),
      sites.put(Int32Array.from(shares)),
    );
  }

  /** Uniforms by which a member is drawn, two a point; to be written before the block is drawn. */
  uniforms(member: number): Float64Array {
    const length = PER_POINT * this.points;
    return new Float64Array(this.sites.buffer, this.at.uniforms + 8 * length * member, length);
  }

  /** Draws the worlds of a point as the sites have been set. */
  draw(point: number): void {
    this.sites.kernel.drawPoint(point);
  }

  /** Entry of a member's table in each draw; valid until the next draw, as are all columns. */
  entries(member: number): Uint16Array {
    return new Uint16Array(this.sites.buffer, this.at.entries + 2 * this.draws * member, this.draws);
  }

  /** Named accelerators at the hub's sites, then compute lit there by route [FLOP/s]. */
  totals(): readonly [Float64Array, Float64Array, Float64Array, Float64Array] {
    const { buffer, kernel } = this.sites;
    kernel.total(this.at.totals);
    const column = (c: number) => new Float64Array(buffer, this.at.totals + 8 * this.draws * c, this.draws);
    return [column(0), column(1), column(2), column(3)];
  }

  /** What a hub-wide item sums up in each draw; 0 where it sums nothing. */
  sums(item: number): Float64Array {
    const { buffer, kernel } = this.sites;
    kernel.sumSeen(item, this.at.sums);
    return new Float64Array(buffer, this.at.sums, this.draws);
  }
}

function ofSite(table: SiteTable, sites: SitesMemory): number[] {
  const lit = table.route.map((route, e) => (table.stage[e] === LIT ? route : UNLIT));
  const columns = [table.accelerators, table.compute, lit].map((column) => sites.put(column));
  return [...columns, table.site.role === 'hub' ? 1 : 0];
}
