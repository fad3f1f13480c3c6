import type { Particles } from './particles.ts';
import { CONSTRUCTION, LIT, PAPER, SHELL, type SiteWorld } from './world.ts';

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

  /** Writes particle `i` into a world whose discrete state is set. */
  write(world: SiteWorld, i: number): void {
    world.constructionFrom = this.constructionFrom[i]!;
    world.shellFrom = this.shellFrom[i]!;
    world.litFrom = this.litFrom[i]!;
    world.ramp = this.ramp[i]!;
    world.fill = world.full ? this.fullFill[i]! : this.partialFill[i]!;
    world.claimed = this.claimed[i]!;
  }
}

/** Days from which the next stage is reached. */
function later(from: Float64Array, lag: Float64Array, pace: number): Float64Array {
  const out = new Float64Array(from.length);
  for (let i = 0; i < out.length; i++) out[i] = from[i]! + pace * lag[i]!;
  return out;
}
