import type { Columns } from './columns.ts';
import { FIRST_ORIGIN, type GlobalPoint, POOL } from './globals.ts';
import type { PreparedHub } from './hub-state.ts';
import type { SharedItem } from './site-table.ts';
import { LIT } from './world.ts';

/** Drawn worlds of one site of the hub: the entry of its table in each of a run of draws. */
export interface Member {
  /** Position of the record in the model. */
  site: number;
  entries: Int32Array;
}

/** Columns for no draw or more of a hub. */
export function columnsShape({ globals, tables, model }: PreparedHub) {
  const items = [...model.sites.flatMap((site) => site.items), ...model.hubItems];
  return {
    globals: [...globals.continuous, ...globals.levels].map(({ name }) => name),
    sites: tables.length,
    /** One past the highest index that any item carries. */
    items: items.reduce((most, { item }) => Math.max(most, item + 1), 0),
    outcomes: model.looks.map((look) => look.outcomes.length),
  };
}

/** Adds drawn worlds up into columns, a run of draws at a time; everything it needs is allocated once. */
export class WorldWriter {
  private readonly hub: PreparedHub;
  private readonly columns: Columns;
  /** What each hub-wide item sums up, by draw of the run. */
  private readonly totals: readonly Float64Array[];

  /** @param length draws in a run */
  constructor(hub: PreparedHub, columns: Columns, length: number) {
    this.hub = hub;
    this.columns = columns;
    this.totals = hub.model.hubItems.map(() => new Float64Array(length));
  }

  /**
   * Writes a run of draws.
   *
   * @param pointOf point of the globals of a draw of the run
   * @param at position of the run in the columns, which hold zeros there
   */
  write(members: readonly Member[], pointOf: (draw: number) => GlobalPoint, at: number): void {
    for (const total of this.totals) total.fill(0);
    for (const member of members) this.writeSite(member, pointOf, at);
    for (let h = 0; h < this.totals.length; h++) this.writeHubItem(h, pointOf, at);
  }

  /** Adds one site's drawn worlds to the columns, a column at a time. */
  private writeSite({ site, entries }: Member, pointOf: (draw: number) => GlobalPoint, at: number): void {
    const table = this.hub.tables[site]!;
    const columns = this.columns.sites[site]!;
    const hubChips = table.site.role === 'hub' ? this.columns.accelerators : null;
    for (let i = 0; i < entries.length; i++) {
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
    for (const item of table.shared) this.writeShared(item, { entries, pointOf, at });
    table.hub.forEach((share, h) => {
      if (share) gather(this.totals[h]!, 0, share, entries);
    });
    for (const { look, probability } of table.looks) {
      for (let o = 0; o < probability.length; o++)
        gather(this.columns.looks[look]![o]!, at, probability[o]!, entries);
    }
  }

  private writeShared(
    { item, origin, credibility, ratio }: SharedItem,
    to: { entries: Int32Array; pointOf: (draw: number) => GlobalPoint; at: number },
  ): void {
    const { entries, pointOf, at } = to;
    const column = this.columns.logLikelihood[item]!;
    for (let i = 0; i < entries.length; i++) {
      const rho = credibility * this.reliability(origin, pointOf(i));
      column[at + i]! += Math.log(rho * ratio[entries[i]!]! + 1 - rho);
    }
  }

  private writeHubItem(h: number, pointOf: (draw: number) => GlobalPoint, at: number): void {
    const item = this.hub.model.hubItems[h]!;
    const column = this.columns.logLikelihood[item.item]!;
    const total = this.totals[h]!;
    for (let i = 0; i < total.length; i++) {
      const point = pointOf(i);
      const trust = item.origin < 0 ? item.reliability.mean : this.reliability(item.origin, point);
      const rho = item.credibility * trust;
      const likelihood = item.likelihood({
        accelerators: this.columns.accelerators[at + i]!,
        pool: point.x[POOL]!,
        sum: total[i]!,
      });
      column[at + i]! += Math.log((rho * likelihood) / item.noise + 1 - rho);
    }
  }

  /** Reliability of a global origin at a point. */
  private reliability(origin: number, { level }: GlobalPoint): number {
    const at = FIRST_ORIGIN + origin;
    return this.hub.globals.levels[at]!.values[level[at]!]!;
  }
}

/**
 * out[at + i] += values[entries[i]] over a run. Four are read before any is written: a write between two reads costs more
 * than both.
 */
function gather(out: Float64Array, at: number, values: Float64Array, entries: Int32Array): void {
  const whole = entries.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const o = at + i;
    const a = out[o]! + values[entries[i]!]!;
    const b = out[o + 1]! + values[entries[i + 1]!]!;
    const c = out[o + 2]! + values[entries[i + 2]!]!;
    const d = out[o + 3]! + values[entries[i + 3]!]!;
    out[o] = a;
    out[o + 1] = b;
    out[o + 2] = c;
    out[o + 3] = d;
  }
  for (let i = whole; i < entries.length; i++) out[at + i]! += values[entries[i]!]!;
}
