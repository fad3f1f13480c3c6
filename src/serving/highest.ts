import { log2 } from '../elementary/logarithm.ts';
import { power } from '../elementary/power.ts';

/** Rates that are tried for each doubling: the same whatever is asked, so that what is found does not depend on where a search began. */
const perDoubling = 32;

/** How far below the rate that cannot be kept one is looked for: a two-hundred-and-fiftieth. */
const deepest = 8 * perDoubling;

/** A rate by its number [1/s]. */
export function rateAt(step: number): number {
  return power(2, step / perDoubling);
}

/** Number of the highest rate that is no more than one. */
export function stepUpTo(rate: number): number {
  let step = Math.floor(perDoubling * log2(rate));
  // The logarithm may round across a whole number.
  if (rateAt(step + 1) <= rate) step++;
  return step;
}

/** A rate by its number, and what was made at it. */
export interface Kept<T> {
  step: number;
  made: T;
}

/**
 * The highest of fixed rates at which something is kept, and no more of them tried than are asked for: every rate below one that is kept
 * is taken to be kept, and every one above one that is not to be missed.
 */
export class Highest<T> {
  /** The highest that is known to be kept. */
  best: Kept<T> | undefined;
  /** The lowest that is known to be missed. */
  missed: number;
  private readonly tried: (rate: number) => T | undefined;

  /**
   * @param most a rate that cannot be kept [1/s]
   * @param tried what is made at a rate; undefined where it is not kept
   */
  constructor(most: number, tried: (rate: number) => T | undefined) {
    this.missed = stepUpTo(most) + 1;
    this.tried = tried;
  }

  /** Whether a rate is kept. */
  keeps(step: number): boolean {
    if (this.best && step <= this.best.step) return true;
    if (step >= this.missed) return false;
    const made = this.tried(rateAt(step));
    if (made === undefined) this.missed = step;
    else this.best = { step, made };
    return made !== undefined;
  }

  /**
   * The highest rate that is kept: from one on up or down in growing strides, and then by halving.
   *
   * @param from number of the rate that is likely the highest
   * @param enough number of a rate beyond which none is looked for
   */
  found(from: number, enough: number = Number.POSITIVE_INFINITY): Kept<T> | undefined {
    const lowest = Math.min(this.missed, enough) - deepest;
    let [step, stride] = [from, 1];
    for (;;) {
      const low = this.best?.step ?? lowest;
      const high = Math.min(enough + 1, this.missed);
      if (high - low <= 1) break;
      const at = Math.min(high - 1, Math.max(low + 1, step));
      step = this.keeps(at)
        ? Math.min(at + stride, (at + high + 1) >> 1)
        : Math.max(at - stride, (low + at) >> 1);
      stride *= 2;
    }
    // What misses so small a part of the most is taken to miss any.
    if (!this.best) this.missed = Number.NEGATIVE_INFINITY;
    return this.best;
  }
}
