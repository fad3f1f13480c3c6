import { type CellMemory, cellMemory } from './cell-memory.ts';
import type { Particles } from './particles.ts';
import {
  ADVANCED,
  BEGUN,
  type ClassSight,
  type FillSight,
  ON_PAPER,
  prospectBy,
  type Sight,
} from './sight.ts';
import { deliveredOf, LIT, PAPER, type State } from './world.ts';

/** How the particles of one pace are to be read. */
interface Reading {
  /** Multiplier of all lags. */
  pace: number;
  /** First particle, and how many there are. */
  first: number;
  size: number;
  /** Day the clock of the first lag starts. */
  start: number;
  /** Days of the ramp whose compute is lit at once. */
  firstBlock: number;
}

/**
 * A run of a site's particles at one pace, as if the site were bound to be lit: what its discrete states have in common, one
 * column a question, made when first asked. Particle i is the run's; all columns lie in the memory of the cells' kernel.
 */
export class PacedParticles {
  readonly accelerators: Float64Array;
  readonly claimed: Float64Array;
  readonly perP: Float64Array;
  readonly permitted: Float64Array;
  readonly reliability: readonly Float64Array[];
  readonly litFrom: Float64Array;
  private readonly constructionFrom: Float64Array;
  private readonly shellFrom: Float64Array;
  private readonly ramp: Float64Array;
  private readonly partialFill: Float64Array;
  private readonly fullFill: Float64Array;
  private readonly firstBlock: number;
  private readonly size: number;
  private readonly memory: CellMemory;
  private readonly reachedOn = new Map<number, Uint8Array>();
  private readonly rampedOn = new Map<number, Float64Array>();
  /** By partial and full. */
  private readonly shareOn = [new Map<number, Float64Array>(), new Map<number, Float64Array>()] as const;
  private readonly classedBy = [new Map<Sight, Uint8Array>(), new Map<Sight, Uint8Array>()] as const;
  private readonly filledBy = [new Map<Sight, Float64Array>(), new Map<Sight, Float64Array>()] as const;

  /** @param particles whose columns lie in the memory, too */
  constructor(
    particles: Particles,
    { pace, first, size, start, firstBlock }: Reading,
    memory: CellMemory = cellMemory(),
  ) {
    const run = (column: Float64Array): Float64Array => column.subarray(first, first + size);
    const later = (from: Float64Array, lag: Float64Array): Float64Array => {
      const out = memory.floats(size);
      memory.kernel.later(from.byteOffset, run(lag).byteOffset, size, pace, out.byteOffset);
      return out;
    };
    this.accelerators = run(particles.accelerators);
    this.claimed = run(particles.claimed);
    this.perP = run(particles.perP);
    this.permitted = run(particles.permitted);
    this.reliability = particles.reliability.map(run);
    this.ramp = run(particles.ramp);
    this.partialFill = run(particles.partialFill);
    this.fullFill = run(particles.fullFill);
    this.firstBlock = firstBlock;
    this.size = size;
    this.memory = memory;
    this.constructionFrom = later(memory.floats(size).fill(start), particles.construction);
    this.shellFrom = later(this.constructionFrom, particles.shell);
    this.litFrom = later(this.shellFrom, particles.lit);
  }

  /** Share of the claim finally lit, by particle, in a first phase or in full. */
  fill(full: boolean): Float64Array {
    return full ? this.fullFill : this.partialFill;
  }

  /** Stage that a site bound to be lit has reached on a day; one bound for less stays where it is bound for. */
  reached(day: number): Uint8Array {
    return remembered(this.reachedOn, day, () => {
      const out = this.memory.bytes(this.size);
      const stages = [this.constructionFrom, this.shellFrom, this.litFrom] as const;
      const [construction, shell, lit] = stages;
      this.memory.kernel.reached(
        construction.byteOffset,
        shell.byteOffset,
        lit.byteOffset,
        this.size,
        day,
        out.byteOffset,
      );
      return out;
    });
  }

  /** Share of its final fill that a site bound to be lit has lit on a day: as `fillAt`. */
  ramped(day: number): Float64Array {
    return remembered(this.rampedOn, day, () => {
      const { memory, litFrom, ramp, size, firstBlock } = this;
      const out = memory.floats(size);
      memory.kernel.ramped(litFrom.byteOffset, ramp.byteOffset, size, day, firstBlock, out.byteOffset);
      return out;
    });
  }

  /** Share of the claim that a site bound to be lit has lit on a day. */
  share(day: number, full: boolean): Float64Array {
    return remembered(this.shareOn[Number(full)]!, day, () => {
      const { memory, size } = this;
      const out = memory.floats(size);
      memory.kernel.product(this.fill(full).byteOffset, this.ramped(day).byteOffset, size, out.byteOffset);
      return out;
    });
  }

  /** What a sight makes of a discrete state: a likelihood by class, and the class of every particle. */
  classed(sight: Sight, { destiny, route, full }: State): Classed {
    if (sight.by === 'fill') return alike(sight.likelihood(0, 1));
    const { p } = sight;
    const at = (cls: number) => p[3 * cls + route]!;
    if (sight.by === 'stage') {
      return {
        each: [at(0), at(Math.min(1, destiny)), at(Math.min(2, destiny)), at(destiny)],
        classes: this.reached(sight.day),
      };
    }
    if (sight.by === 'route') return alike(at(0));
    if (sight.by === 'prospect') {
      if (destiny < LIT) return alike(at(3));
      return { each: [at(0), at(1), at(2)], classes: this.prospects(sight, full) };
    }
    if (destiny < LIT) return alike(at(destiny === PAPER ? ON_PAPER : BEGUN));
    return { each: [at(0), at(1), at(2)], classes: this.progress(sight, full) };
  }

  /** Likelihood of what is seen of the fill at every particle, were the site bound to be lit. */
  filled(sight: FillSight, full: boolean): Float64Array {
    return remembered(this.filledBy[Number(full)]!, sight, () => {
      const out = this.memory.floats(this.size);
      const share = this.share(sight.day, full);
      for (let i = 0; i < out.length; i++) out[i] = sight.likelihood(share[i]!, this.claimed[i]!);
      return out;
    });
  }

  /** Writes the likelihood of what is seen at some particles in a discrete state to `out`. */
  seen(sight: Sight, state: State, { particles, out }: { particles: Uint16Array; out: Float64Array }): void {
    const { kernel } = this.memory;
    const [from, to, n] = [particles.byteOffset, out.byteOffset, particles.length];
    if (sight.by === 'fill' && state.destiny === LIT) {
      const known = this.filledBy[Number(state.full)]!.get(sight);
      if (known) kernel.gather(known.byteOffset, from, n, to);
      else this.fillSeen(sight, state.full, { particles, out });
      return;
    }
    const { each, classes } = this.classed(sight, state);
    if (classes) kernel.gatherClass(this.table(each), classes.byteOffset, from, n, to);
    else out.fill(each[0]!);
  }

  /** Address of a likelihood by class. */
  table(each: readonly number[]): number {
    this.classTable ??= this.memory.floats(4);
    this.classTable.set(each);
    return this.classTable.byteOffset;
  }

  private classTable: Float64Array | undefined;

  private fillSeen(
    sight: FillSight,
    full: boolean,
    { particles, out }: { particles: Uint16Array; out: Float64Array },
  ): void {
    const { claimed } = this;
    const share = this.share(sight.day, full);
    for (let k = 0; k < out.length; k++) {
      const i = particles[k]!;
      out[k] = sight.likelihood(share[i]!, claimed[i]!);
    }
  }

  /** What becomes of the project against its date: as `prospectOf`. */
  private prospects(sight: ClassSight & { by: 'prospect' }, full: boolean): Uint8Array {
    return remembered(this.classedBy[Number(full)]!, sight, () => {
      const { litFrom, ramp, firstBlock } = this;
      const fill = this.fill(full);
      const out = this.memory.bytes(this.size);
      for (let i = 0; i < out.length; i++) {
        const delivered = deliveredOf(litFrom[i]!, { fill: fill[i]!, ramp: ramp[i]!, firstBlock });
        out[i] = prospectBy(delivered, sight.due);
      }
      return out;
    });
  }

  /** Whether enough is lit: as `classOf` of a site bound to be lit. */
  private progress(sight: ClassSight & { by: 'progress' }, full: boolean): Uint8Array {
    return remembered(this.classedBy[Number(full)]!, sight, () => {
      const fill = this.fill(full);
      const share = this.share(sight.day, full);
      const out = this.memory.bytes(this.size);
      for (let i = 0; i < out.length; i++) out[i] = share[i]! >= sight.share * fill[i]! ? ADVANCED : BEGUN;
      return out;
    });
  }
}

/** Likelihood by class, and the class of every particle; null: all are in the first. */
export interface Classed {
  each: readonly number[];
  classes: Uint8Array | null;
}

function alike(likelihood: number): Classed {
  return { each: [likelihood], classes: null };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
