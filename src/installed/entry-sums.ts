import { ColumnMemory } from '../stats/column-memory.ts';
import { emptySite, type SiteColumns } from './columns.ts';
import { entriesWasm } from './entries.wasm.ts';
import type { SiteTable } from './site-table.ts';
import { LIT } from './world.ts';

/** Sums over entries; addresses throughout. scripts/kernels/entries.as.ts says what each does. */
interface EntryKernel {
  add(values: number, entries: number, n: number, out: number): void;
  addLog(ratio: number, entries: number, trust: number, share: number, n: number, out: number): void;
  addSite(
    ...args: [
      ...table: [chips: number, compute: number, stage: number, route: number, lit: number],
      ...[entries: number, n: number, totals: number, counts: number],
    ]
  ): void;
}

/** What a site adds to a column: what its table holds at the entry of each draw. */
export interface Term {
  entries: Uint16Array;
  values: Float64Array;
  /** Where the values are ratios of likelihood to noise: log(rho ratio + 1 - rho) is added, with rho = share x trust. */
  mixed?: { trust: Float64Array; share: number };
}

/** Draws whose sums are in memory at once. */
const RUN = 8192;

let memory: ColumnMemory<EntryKernel> | undefined;

/** Memory with room for whole arrays, and for a run of each column of draws. */
function roomFor(
  whole: readonly { byteLength: number }[],
  columns: readonly { BYTES_PER_ELEMENT: number }[],
): ColumnMemory<EntryKernel> {
  memory ??= new ColumnMemory(entriesWasm);
  const spare = 8 * (whole.length + columns.length);
  const ofRun = columns.reduce((sum, column) => sum + RUN * column.BYTES_PER_ELEMENT, 0);
  memory.restart(whole.reduce((sum, { byteLength }) => sum + byteLength, ofRun + spare));
  return memory;
}

/** Adds terms to columns, in their order. @param terms by column */
export function addTerms(columns: readonly Float64Array[], terms: readonly (readonly Term[])[]): void {
  const all = terms.flat();
  const tables = [...new Set(all.map(({ values }) => values))];
  const entries = [...new Set(all.map((term) => term.entries))];
  const trusts = [...new Set(all.flatMap(({ mixed }) => (mixed ? [mixed.trust] : [])))];
  const held = roomFor(tables, [...entries, ...trusts, Float64Array]);
  const { kernel } = held;
  const at = new Map<Term['values' | 'entries'], number>();
  for (const table of tables) at.set(table, held.put(table));
  const runs = [
    ...entries.map((column) => ({ column, run: held.words(RUN) })),
    ...trusts.map((column) => ({ column, run: held.floats(RUN) })),
  ];
  for (const { column, run } of runs) at.set(column, run.byteOffset);
  const out = held.floats(RUN);
  const draws = columns[0]?.length ?? 0;
  for (let from = 0; from < draws; from += RUN) {
    const n = Math.min(RUN, draws - from);
    for (const { column, run } of runs) run.set(column.subarray(from, from + n));
    columns.forEach((column, c) => {
      const part = column.subarray(from, from + n);
      out.set(part);
      for (const { values, entries, mixed } of terms[c]!) {
        const [table, drawn] = [at.get(values)!, at.get(entries)!];
        if (mixed) kernel.addLog(table, drawn, at.get(mixed.trust)!, mixed.share, n, out.byteOffset);
        else kernel.add(table, drawn, n, out.byteOffset);
      }
      part.set(out.subarray(0, n));
    });
  }
}

/** Columns of a record: what the sites that it stands for add up to. @param members entries of each site by draw */
export function addedUp(table: SiteTable, members: readonly Uint16Array[], draws: number): SiteColumns {
  const site = emptySite(draws);
  const floats = [site.accelerators, ...site.compute];
  const bytes = [...site.stages, ...site.lit];
  const whole = [table.accelerators, table.compute, table.stage, table.route];
  const held = roomFor(whole, [Uint16Array, ...floats, ...bytes]);
  const [chips, compute, stage, route] = whole.map((values) => held.put(values)) as [
    number,
    number,
    number,
    number,
  ];
  const entries = held.words(RUN);
  const totals = held.floats(RUN * floats.length);
  const counts = held.bytes(RUN * bytes.length);
  for (let from = 0; from < draws; from += RUN) {
    const n = Math.min(RUN, draws - from);
    totals.fill(0);
    counts.fill(0);
    for (const member of members) {
      entries.set(member.subarray(from, from + n));
      held.kernel.addSite(
        ...[chips, compute, stage, route, LIT],
        ...[entries.byteOffset, n, totals.byteOffset, counts.byteOffset],
      );
    }
    floats.forEach((column, c) => {
      column.set(totals.subarray(c * n, (c + 1) * n), from);
    });
    bytes.forEach((column, c) => {
      column.set(counts.subarray(c * n, (c + 1) * n), from);
    });
  }
  return site;
}
