import { CELL_SIZES, CELL_STARTS, ENTRIES } from './cell-layout.ts';
import type { CellMemory } from './cell-memory.ts';
import { CellRecords } from './cell-records.ts';
import type { HubItem, SiteItem, SiteModel } from './model.ts';
import type { Particles } from './particles.ts';
import type { FillSight, Sight } from './sight.ts';
import { type CellColumns, cellColumns, siteRecord } from './site-record.ts';
import { type TableRoom, type TableShape, tableRoom } from './table-room.ts';
import { LIT, states } from './world.ts';

/** Particles tried for a cell: where it is to be lit, and else. */
export interface Tried {
  lit: number;
  unlit: number;
}

/** What the table says besides what the items do: of how many paces, of what is summed up, of outcomes of looks. */
export interface Asked {
  paces: number;
  sums: readonly HubItem[];
  outcomes: readonly Sight[];
}

/** A site's particles, the verdict's day, and the days of the ramp whose compute is lit at once. */
export interface Weighing {
  particles: Particles;
  tried: Tried;
  day: number;
  firstBlock: number;
  asked: Asked;
  memory: CellMemory;
}

/**
 * Weighs the particles of a site by its own evidence: first `take` those of a pace, then `weigh` a cell, or `fill` in what the
 * table says of all of them.
 */
export class CellWeigher {
  readonly site: SiteModel;
  /** Items of the site's own origins, and of those that speak about other sites, too. */
  readonly own: readonly SiteItem[];
  readonly shared: readonly SiteItem[];
  /** Of the particles of the cell weighed last. */
  readonly columns: CellColumns;
  readonly table: TableRoom;
  private readonly particles: Particles;
  private readonly tried: number;
  private readonly memory: CellMemory;
  private readonly records: CellRecords;
  private readonly record: number;
  private readonly cells: readonly number[];
  /** Outcomes of looks that hang on the fill, which the kernel leaves open where something is lit. */
  private readonly open: readonly { sight: FillSight; out: Float64Array }[];
  private first = 0;

  constructor(site: SiteModel, weighing: Weighing) {
    const { particles, tried, asked, memory } = weighing;
    this.site = site;
    this.particles = particles;
    this.tried = tried.lit;
    this.memory = memory;
    this.own = site.items.filter(({ origin }) => origin < 0);
    this.shared = site.items.filter(({ origin }) => origin >= 0);
    this.columns = cellColumns(memory, tried.lit);
    const { own, shared, columns } = this;
    this.table = tableRoom(memory, shapeOf(site, asked));
    this.records = new CellRecords(memory, tried.lit);
    this.cells = states.map(({ destiny, route, full }, s) =>
      memory.record({ words: [destiny, route, Number(full), CELL_SIZES[s]!, CELL_STARTS[s]!] }),
    );
    const { records, table, cells } = this;
    this.record = siteRecord(site, { ...weighing, own, shared, columns, records, table, cells });
    this.open = asked.outcomes.flatMap((sight, o) =>
      sight.by === 'fill' ? [{ sight, out: table.outcomes[o]! }] : [],
    );
  }

  /** Takes the particles from `first` on under a multiplier of all lags. */
  take({ pace, first }: { pace: number; first: number }): void {
    const { legal, litFrom } = this.columns;
    this.first = first;
    this.memory.kernel.take(this.record, pace, first);
    for (let i = 0; i < legal.length; i++) legal[i] = this.site.legalShare(litFrom[i]!);
    const claimed = this.particles.claimed.subarray(first, first + this.tried);
    for (const { sight, shares, out } of this.records.fills) {
      out.forEach((column, full) => {
        const share = shares[full]!;
        for (let i = 0; i < column.length; i++) column[i] = sight.likelihood(share[i]!, claimed[i]!);
      });
    }
  }

  /** Weighs the tried particles of the cell of a state; returns their mean weight. */
  weigh(state: number): number {
    return this.memory.kernel.weigh(this.record, this.cells[state]!);
  }

  /** Keeps particles of every cell of the pace that was taken, the one of index `pace`, and writes what the table says of them. */
  fill(pace: number): void {
    this.memory.kernel.fill(this.record, pace);
    for (const { sight, out } of this.open) {
      const shares = this.records.shareOn(sight.day).columns;
      states.forEach(({ destiny, full }, s) => {
        if (destiny === LIT) this.fillSeen(sight, { pace, state: s, share: shares[Number(full)]!, out });
      });
    }
  }

  private fillSeen(
    { likelihood }: FillSight,
    { pace, state, share, out }: { pace: number; state: number; share: Float64Array; out: Float64Array },
  ): void {
    const { claimed } = this.particles;
    const { particles } = this.table;
    const from = pace * ENTRIES + CELL_STARTS[state]!;
    for (let e = from; e < from + CELL_SIZES[state]!; e++) {
      const i = particles[e]!;
      out[e] = likelihood(share[i]!, claimed[this.first + i]!);
    }
  }
}

/** How many columns a site's table has. */
export function shapeOf({ items }: SiteModel, { paces, sums, outcomes }: Asked): TableShape {
  const own = items.filter(({ origin }) => origin < 0).length;
  return { paces, own, shared: items.length - own, sums: sums.length, outcomes: outcomes.length };
}
