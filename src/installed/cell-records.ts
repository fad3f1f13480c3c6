import { remembered } from '../stats/remembered.ts';
import type { CellMemory } from './cell-memory.ts';
import { type FillSight, GRACE_DAYS, type Sight } from './sight.ts';

/** A value a particle, in a first phase and in full. */
export type ByFill = readonly [partial: Float64Array, full: Float64Array];

/** Likelihoods of a fill by particle, and the shares of the claim that they go by. */
export interface FillColumns {
  sight: FillSight;
  shares: ByFill;
  out: ByFill;
}

/** Kinds of sights in the order in which the kernel counts them. */
const KINDS: readonly Sight['by'][] = ['route', 'stage', 'prospect', 'progress', 'fill'];

/**
 * Days and sights as the kernel reads them, each laid out once in its memory as a record, with a column for what it makes of
 * the particles of a pace.
 */
export class CellRecords {
  /** Likelihoods that are functions of a world, to be filled in at every pace. */
  readonly fills: FillColumns[] = [];
  private readonly memory: CellMemory;
  private readonly size: number;
  private readonly reached = new Map<number, number>();
  private readonly shares = new Map<number, { at: number; columns: ByFill }>();
  private readonly sights = new Map<Sight, number>();
  private readonly classed: number[] = [];

  /** @param size particles of a pace */
  constructor(memory: CellMemory, size: number) {
    this.memory = memory;
    this.size = size;
  }

  /** Address of the record of the stages reached on a day. */
  reachedOn(day: number): number {
    return remembered(this.reached, day, () =>
      this.memory.record({ doubles: [day], words: [this.memory.bytes(this.size).byteOffset] }),
    );
  }

  /** Address of the record of the shares of the claim lit on a day, and the columns themselves. */
  shareOn(day: number): { at: number; columns: ByFill } {
    return remembered(this.shares, day, () => {
      const columns = this.floatsByFill();
      const words = columns.map(({ byteOffset }) => byteOffset);
      return { at: this.memory.record({ doubles: [day], words }), columns };
    });
  }

  /** Address of the record of a sight; one of a fill that is not for weighing has no likelihoods by particle. */
  sight(sight: Sight, forWeighing: boolean): number {
    return remembered(this.sights, sight, () => {
      const { memory } = this;
      const p = sight.by === 'fill' ? [sight.likelihood(0, 1)] : sight.p;
      const table = memory.floats(p.length);
      table.set(p);
      const at = memory.record({
        doubles: [limitOf(sight)],
        words: [
          KINDS.indexOf(sight.by),
          sight.by === 'stage' ? this.reachedOn(sight.day) : 0,
          sight.by === 'progress' ? this.shareOn(sight.day).at : 0,
          table.byteOffset,
          ...this.columnsOf(sight, forWeighing),
        ],
      });
      if (sight.by === 'prospect' || sight.by === 'progress') this.classed.push(at);
      return at;
    });
  }

  /** Lists of all that is made anew at a pace, as address and length: stages, shares, sights with classes of their own. */
  lists(): number[] {
    const shares = [...this.shares.values()].map(({ at }) => at);
    return [[...this.reached.values()], shares, this.classed].flatMap((list) => this.list(list));
  }

  /** Writes a list of addresses. @returns its own and how long it is */
  list(addresses: readonly number[]): number[] {
    return [this.memory.record({ words: addresses }), addresses.length];
  }

  private columnsOf(sight: Sight, forWeighing: boolean): number[] {
    const { memory, size } = this;
    if (sight.by === 'prospect' || sight.by === 'progress') {
      return [memory.bytes(size).byteOffset, memory.bytes(size).byteOffset];
    }
    if (sight.by !== 'fill' || !forWeighing) return [0, 0];
    const out = this.floatsByFill();
    this.fills.push({ sight, shares: this.shareOn(sight.day).columns, out });
    return out.map(({ byteOffset }) => byteOffset);
  }

  private floatsByFill(): ByFill {
    return [this.memory.floats(this.size), this.memory.floats(this.size)];
  }
}

function limitOf(sight: Sight): number {
  if (sight.by === 'prospect') return sight.due + GRACE_DAYS;
  return sight.by === 'progress' ? sight.share : 0;
}
