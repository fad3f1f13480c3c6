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
import { CONSTRUCTION, deliveredOf, LIT, PAPER, SHELL, type State } from './world.ts';

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
 * column a question, made when first asked. Particle i is the run's.
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
  private readonly reachedOn = new Map<number, Uint8Array>();
  private readonly rampedOn = new Map<number, Float64Array>();
  /** By sight, partial and full. */
  private readonly classedBy = [
    new Map<ClassSight, Uint8Array>(),
    new Map<ClassSight, Uint8Array>(),
  ] as const;
  private readonly filledBy = [
    new Map<FillSight, Float64Array>(),
    new Map<FillSight, Float64Array>(),
  ] as const;
  /** Positions of all particles. */
  private readonly every: Uint16Array;

  constructor(particles: Particles, { pace, first, size, start, firstBlock }: Reading) {
    const run = (column: Float64Array): Float64Array => column.subarray(first, first + size);
    this.accelerators = run(particles.accelerators);
    this.claimed = run(particles.claimed);
    this.perP = run(particles.perP);
    this.permitted = run(particles.permitted);
    this.reliability = particles.reliability.map(run);
    this.ramp = run(particles.ramp);
    this.partialFill = run(particles.partialFill);
    this.fullFill = run(particles.fullFill);
    this.firstBlock = firstBlock;
    this.every = Uint16Array.from({ length: size }, (_, i) => i);
    this.constructionFrom = run(particles.construction).map((lag) => start + pace * lag);
    this.shellFrom = later(this.constructionFrom, run(particles.shell), pace);
    this.litFrom = later(this.shellFrom, run(particles.lit), pace);
  }

  /** Share of the claim finally lit, by particle, in a first phase or in full. */
  fill(full: boolean): Float64Array {
    return full ? this.fullFill : this.partialFill;
  }

  /** Stage that a site bound to be lit has reached on a day; one bound for less stays where it is bound for. */
  reached(day: number): Uint8Array {
    let column = this.reachedOn.get(day);
    if (column) return column;
    column = new Uint8Array(this.litFrom.length);
    const { constructionFrom, shellFrom, litFrom } = this;
    for (let i = 0; i < column.length; i++) {
      if (day >= litFrom[i]!) column[i] = LIT;
      else if (day >= shellFrom[i]!) column[i] = SHELL;
      else column[i] = day >= constructionFrom[i]! ? CONSTRUCTION : PAPER;
    }
    this.reachedOn.set(day, column);
    return column;
  }

  /** Share of its final fill that a site bound to be lit has lit on a day: as `fillAt`. */
  ramped(day: number): Float64Array {
    let column = this.rampedOn.get(day);
    if (column) return column;
    column = new Float64Array(this.litFrom.length);
    const { litFrom, ramp, firstBlock } = this;
    for (let i = 0; i < column.length; i++) {
      if (day < litFrom[i]!) continue;
      column[i] = Math.min(1, (day - litFrom[i]! + firstBlock) / (ramp[i]! + firstBlock));
    }
    this.rampedOn.set(day, column);
    return column;
  }

  /** What a sight makes of a discrete state: a likelihood by class, and the class of every particle. */
  classed(sight: Sight, { destiny, route, full }: State): Classed {
    if (sight.by === 'fill') return alike(sight.likelihood(0, 1));
    const { p } = sight;
    const at = (cls: number) => p[3 * cls + route]!;
    if (sight.by === 'stage') {
      const each = Float64Array.of(at(0), at(Math.min(1, destiny)), at(Math.min(2, destiny)), at(destiny));
      return { each, classes: this.reached(sight.day) };
    }
    if (sight.by === 'route') return alike(at(0));
    if (sight.by === 'prospect') {
      if (destiny < LIT) return alike(at(3));
      return { each: Float64Array.of(at(0), at(1), at(2)), classes: this.prospects(sight, full) };
    }
    if (destiny < LIT) return alike(at(destiny === PAPER ? ON_PAPER : BEGUN));
    return { each: Float64Array.of(at(0), at(1), at(2)), classes: this.progress(sight, full) };
  }

  /** Likelihood of what is seen of the fill at every particle, were the site bound to be lit. */
  filled(sight: FillSight, full: boolean): Float64Array {
    return remembered(this.filledBy[Number(full)]!, sight, () => this.fillSeen(sight, full, this.every));
  }

  /** Likelihood of what is seen at some particles in a discrete state. */
  seen(sight: Sight, state: State, particles: Uint16Array): Float64Array {
    if (sight.by === 'fill' && state.destiny === LIT) {
      const known = this.filledBy[Number(state.full)]!.get(sight);
      return known ? valuesOf(known, particles) : this.fillSeen(sight, state.full, particles);
    }
    const { each, classes } = this.classed(sight, state);
    const out = new Float64Array(particles.length);
    if (!classes) return out.fill(each[0]!);
    for (let k = 0; k < out.length; k++) out[k] = each[classes[particles[k]!]!]!;
    return out;
  }

  private fillSeen(sight: FillSight, full: boolean, particles: Uint16Array): Float64Array {
    const { claimed } = this;
    const fill = this.fill(full);
    const ramped = this.ramped(sight.day);
    const out = new Float64Array(particles.length);
    for (let k = 0; k < out.length; k++) {
      const i = particles[k]!;
      out[k] = sight.likelihood(fill[i]! * ramped[i]!, claimed[i]!);
    }
    return out;
  }

  /** What becomes of the project against its date: as `prospectOf`. */
  private prospects(sight: ClassSight & { by: 'prospect' }, full: boolean): Uint8Array {
    return remembered(this.classedBy[Number(full)]!, sight, () => {
      const { litFrom, ramp, firstBlock } = this;
      const fill = this.fill(full);
      return classesOf(litFrom.length, (i) => {
        const delivered = deliveredOf(litFrom[i]!, { fill: fill[i]!, ramp: ramp[i]!, firstBlock });
        return prospectBy(delivered, sight.due);
      });
    });
  }

  /** Whether enough is lit: as `classOf` of a site bound to be lit. */
  private progress(sight: ClassSight & { by: 'progress' }, full: boolean): Uint8Array {
    return remembered(this.classedBy[Number(full)]!, sight, () => {
      const fill = this.fill(full);
      const ramped = this.ramped(sight.day);
      return classesOf(fill.length, (i) =>
        fill[i]! * ramped[i]! >= sight.share * fill[i]! ? ADVANCED : BEGUN,
      );
    });
  }
}

/** Likelihood by class, and the class of every particle; null: all are in the first. */
export interface Classed {
  each: Float64Array;
  classes: Uint8Array | null;
}

function alike(likelihood: number): Classed {
  return { each: Float64Array.of(likelihood), classes: null };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function classesOf(size: number, classAt: (i: number) => number): Uint8Array {
  const column = new Uint8Array(size);
  for (let i = 0; i < size; i++) column[i] = classAt(i);
  return column;
}

/** A column at some particles. */
export function valuesOf(column: Float64Array, particles: Uint16Array): Float64Array {
  const out = new Float64Array(particles.length);
  for (let k = 0; k < out.length; k++) out[k] = column[particles[k]!]!;
  return out;
}

/** Days from which the next stage is reached. */
function later(from: Float64Array, lag: Float64Array, pace: number): Float64Array {
  const out = new Float64Array(from.length);
  for (let i = 0; i < out.length; i++) out[i] = from[i]! + pace * lag[i]!;
  return out;
}
