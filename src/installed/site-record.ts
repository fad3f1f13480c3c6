import { ENTRIES, KEPT_LIT } from './cell-layout.ts';
import type { CellMemory } from './cell-memory.ts';
import type { CellRecords } from './cell-records.ts';
import type { Weighing } from './cell-weigher.ts';
import type { HubItem, SiteItem, SiteModel } from './model.ts';
import { type Particles, sharedOrigins } from './particles.ts';
import type { TableRoom } from './table-room.ts';
import { DELIVERED } from './world.ts';

/** Room for what the kernel makes of the particles of a pace, and of a cell. */
export interface CellColumns {
  litFrom: Float64Array;
  /** Share of legal chips among substitutes when it is lit. */
  legal: Float64Array;
  weight: Float64Array;
  /** The same with what global origins say, at the mean of their reliabilities: where the particles will be wanted. */
  wanted: Float64Array;
  /** Named accelerators running. */
  chips: Float64Array;
}

/** @param size particles of a pace */
export function cellColumns(memory: CellMemory, size: number): CellColumns {
  const column = () => memory.floats(size);
  return { litFrom: column(), legal: column(), weight: column(), wanted: column(), chips: column() };
}

/** What the record of a site is made of. */
interface Parts extends Weighing {
  own: readonly SiteItem[];
  shared: readonly SiteItem[];
  columns: CellColumns;
  records: CellRecords;
  table: TableRoom;
  /** Addresses of the records of the cells. */
  cells: readonly number[];
}

/** Writes what the kernel is to know of a site, field by field as `Site` of scripts/kernels/cells.as.ts; returns its address. */
export function siteRecord(site: SiteModel, parts: Parts): number {
  const { memory, tried, particles, records, columns, table } = parts;
  const floats = (length: number) => memory.floats(length).byteOffset;
  const words = (length: number) => memory.words(length).byteOffset;
  const own = parts.own.map((item, j) => told(item, table.own[j]!, { ...parts, site }));
  const shared = parts.shared.map((item, j) => told(item, table.shared[j]!, { ...parts, site }));
  const stated = parts.shared.some(({ observation }) => observation.sharp);
  const verdict = [records.reachedOn(parts.day), records.shareOn(parts.day).at];
  const asked = [sumsOf(parts), outcomesOf(parts)].flatMap((list) => records.list(list));
  const { litFrom, legal, weight, wanted, chips } = columns;
  return memory.record({
    doubles: [site.start, parts.firstBlock, DELIVERED],
    words: [
      ...[tried.lit, tried.unlit, 0, ...ofParticles(particles)],
      ...[floats(tried.lit), floats(tried.lit), litFrom.byteOffset, legal.byteOffset],
      memory.floats(tried.lit).fill(0).byteOffset,
      ...[weight, wanted, chips].map(({ byteOffset }) => byteOffset),
      ...[stated ? floats(tried.lit) : 0, floats(4 * tried.lit), floats(4)],
      ...[words(KEPT_LIT), floats(KEPT_LIT), words(KEPT_LIT), words(KEPT_LIT), words(2 * KEPT_LIT)],
      memory.record({ words: shared.map(({ seen }) => seen) }),
      ...records.lists(),
      ...[own, shared].flatMap((list) => records.list(list.map(({ at }) => at))),
      ...asked,
      ...records.list(parts.cells),
      ...verdict,
      ...ofTable(table),
    ],
  });
}

function ofParticles(particles: Particles): number[] {
  const { construction, shell, lit, ramp, partialFill, fullFill, claimed, accelerators, perP, permitted } =
    particles;
  const dates = [construction, shell, lit, ramp];
  const amounts = [partialFill, fullFill, claimed, accelerators, perP, permitted];
  return [...dates, ...amounts].map(({ byteOffset }) => byteOffset);
}

function ofTable(table: TableRoom): number[] {
  const { mass, weight, route, stage, accelerators, compute, particles, runStarts, runsOf } = table;
  const entries = [weight, route, stage, accelerators, compute, particles];
  return [ENTRIES, ...[mass, ...entries, runStarts, runsOf].map(({ byteOffset }) => byteOffset)];
}

/** Writes the record of an item, and where what it sees of the particles kept goes. */
function told(
  { credibility, reliability, local, origin, observation: { sight, noise } }: SiteItem,
  out: Float64Array,
  { memory, records, particles, site }: Parts & { site: SiteModel },
): { at: number; seen: number } {
  const column = origin < 0 ? sharedOrigins(site).indexOf(local) : -1;
  const share = column < 0 ? credibility * reliability.mean : credibility;
  const trust = column < 0 ? 0 : particles.reliability[column]!.byteOffset;
  const seen = memory.floats(KEPT_LIT).byteOffset;
  const words = [records.sight(sight, true), trust, seen, out.byteOffset];
  return { at: memory.record({ doubles: [share, noise], words }), seen };
}

const SUMS: readonly NonNullable<HubItem['sums']>['of'][] = ['projects', 'compute', 'accelerators'];

function sumsOf({ memory, records, table, asked }: Parts): number[] {
  return asked.sums.map(({ day, sums }, j) => {
    const seen =
      sums!.of === 'projects' ? [sums!.stage, records.reachedOn(day), 0] : [0, 0, records.shareOn(day).at];
    return memory.record({ words: [SUMS.indexOf(sums!.of), ...seen, table.sums[j]!.byteOffset] });
  });
}

function outcomesOf({ memory, records, table, asked }: Parts): number[] {
  return asked.outcomes.map((sight, o) => {
    const seen = records.sight(sight, false);
    if (sight.by === 'fill') records.shareOn(sight.day);
    return memory.record({ words: [seen, table.outcomes[o]!.byteOffset] });
  });
}
