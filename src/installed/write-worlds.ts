import type { Columns, SiteColumns } from './columns.ts';
import { FIRST_ORIGIN, type GlobalPoint, POOL } from './globals.ts';
import type { PreparedHub } from './hub-state.ts';
import type { SharedItem, SiteTable } from './site-table.ts';
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
  /** Reliability of each global origin, by draw of the run. */
  private readonly trust: readonly Float64Array[];

  /** @param length draws in a run */
  constructor(hub: PreparedHub, columns: Columns, length: number) {
    this.hub = hub;
    this.columns = columns;
    this.totals = hub.model.hubItems.map(() => new Float64Array(length));
    this.trust = hub.globals.levels.slice(FIRST_ORIGIN).map(() => new Float64Array(length));
  }

  /**
   * Writes a run of draws.
   *
   * @param pointOf point of the globals of a draw of the run
   * @param at position of the run in the columns, which hold zeros there
   */
  write(members: readonly Member[], pointOf: (draw: number) => GlobalPoint, at: number): void {
    for (const total of this.totals) total.fill(0);
    this.setTrust(pointOf);
    for (const member of members) this.writeSite(member, at);
    for (let h = 0; h < this.totals.length; h++) this.writeHubItem(h, pointOf, at);
  }

  private setTrust(pointOf: (draw: number) => GlobalPoint): void {
    const levels = this.hub.globals.levels.slice(FIRST_ORIGIN);
    for (let o = 0; o < levels.length; o++) {
      const trust = this.trust[o]!;
      const { values } = levels[o]!;
      for (let i = 0; i < trust.length; i++) trust[i] = values[pointOf(i).level[FIRST_ORIGIN + o]!]!;
    }
  }

  /** Adds one site's drawn worlds to the columns, a column at a time. */
  private writeSite({ site, entries }: Member, at: number): void {
    const table = this.hub.tables[site]!;
    const columns = this.columns.sites[site]!;
    countStages(columns, table, { entries, at });
    gather(columns.accelerators, at, table.accelerators, entries);
    if (table.site.role === 'hub') gather(this.columns.accelerators, at, table.accelerators, entries);
    for (const { item, logRatio } of table.own)
      gather(this.columns.logLikelihood[item]!, at, logRatio, entries);
    for (const item of table.shared) this.writeShared(item, entries, at);
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
    entries: Int32Array,
    at: number,
  ): void {
    const column = this.columns.logLikelihood[item]!;
    const trust = this.trust[origin]!;
    for (let i = 0; i < entries.length; i++) {
      const rho = credibility * trust[i]!;
      column[at + i]! += Math.log(rho * ratio[entries[i]!]! + 1 - rho);
    }
  }

  private writeHubItem(h: number, pointOf: (draw: number) => GlobalPoint, at: number): void {
    const item = this.hub.model.hubItems[h]!;
    const column = this.columns.logLikelihood[item.item]!;
    const total = this.totals[h]!;
    const trust = item.origin < 0 ? null : this.trust[item.origin]!;
    for (let i = 0; i < total.length; i++) {
      const rho = item.credibility * (trust ? trust[i]! : item.reliability.mean);
      const likelihood = item.likelihood({
        accelerators: this.columns.accelerators[at + i]!,
        pool: pointOf(i).x[POOL]!,
        sum: total[i]!,
      });
      column[at + i]! += Math.log((rho * likelihood) / item.noise + 1 - rho);
    }
  }
}

/** Counts the stage of each drawn world, and where it is lit its route and compute. */
function countStages(
  { stages, lit, compute }: SiteColumns,
  table: SiteTable,
  { entries, at }: { entries: Int32Array; at: number },
): void {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    const stage = table.stage[entry]!;
    stages[stage]![at + i]!++;
    if (stage !== LIT) continue;
    const route = table.route[entry]!;
    lit[route]![at + i]!++;
    compute[route]![at + i]! += table.compute[entry]!;
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
