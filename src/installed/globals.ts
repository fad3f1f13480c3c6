import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import type { Distribution } from '../stats/distribution.ts';
import type { HubModel } from './model.ts';
import { type ByPreset, byPreset, type Preset, presets } from './presets.ts';

/** Positions of the continuous variables in a vector of globals. */
export const REALISATION = 0;
export const FULL_SHARE = 1;
export const NAMED_SHARE = 2;
export const POOL = 3;

/** Position of the pace among the levels; reliabilities of global origins follow. */
export const PACE = 0;
export const FIRST_ORIGIN = 1;

/** Equally probable values that stand for the reliability of a global origin. */
const RELIABILITY_LEVELS = 5;

/** A continuous variable common to all sites, and the scale on which its posterior is nearly normal. */
export interface Global {
  name: string;
  scale: 'logit' | 'log';
  prior: ByPreset<Distribution>;
}

/** A variable common to all sites with a few values, summed or sampled as such. */
export interface Levels {
  name: string;
  values: Float64Array;
  /** Prior probabilities. */
  weights: Float64Array;
}

/** All variables common to the sites of a hub. */
export interface Globals {
  continuous: readonly Global[];
  levels: readonly Levels[];
}

/** One value of every global variable: continuous ones on their natural scale, the others by level. */
export interface GlobalPoint {
  x: Float64Array;
  level: Uint8Array;
}

/** The global variables of a hub, in the order of the positions above. */
export function globalsOf(model: HubModel): Globals {
  const { world } = model;
  return {
    continuous: [
      { name: 'realisation', scale: 'logit', prior: world.realisation },
      { name: 'fullShare', scale: 'logit', prior: byPreset(() => world.fullShare) },
      { name: 'namedShare', scale: 'logit', prior: world.namedShare },
      { name: 'pool', scale: 'log', prior: byPreset(() => model.pool) },
    ],
    levels: [
      { name: 'pace', ...world.pace },
      ...model.origins.map(({ id, reliability }) => ({
        name: `reliability/${id}`,
        values: Float64Array.from({ length: RELIABILITY_LEVELS }, (_, i) =>
          reliability.quantile((i + 0.5) / RELIABILITY_LEVELS),
        ),
        weights: new Float64Array(RELIABILITY_LEVELS).fill(1 / RELIABILITY_LEVELS),
      })),
    ],
  };
}

/** A point with room for every variable. */
export function emptyPoint({ continuous, levels }: Globals): GlobalPoint {
  return { x: new Float64Array(continuous.length), level: new Uint8Array(levels.length) };
}

/** From the natural scale to the unbounded one. */
export function unbound(scale: Global['scale'], x: number): number {
  return scale === 'log' ? log(x) : log(x / (1 - x));
}

/** From the unbounded scale to the natural one, kept off the ends of (0, 1). */
export function bound(scale: Global['scale'], y: number): number {
  if (scale === 'log') return exp(y);
  return Math.min(1 - 1e-9, Math.max(1e-9, 1 / (1 + exp(-y))));
}

/** Log prior density of the continuous part on the unbounded scale: log p(x) + log |dx/dy|, summed. */
export function logPrior({ continuous }: Globals, x: Float64Array, preset: Preset): number {
  let sum = 0;
  for (let i = 0; i < continuous.length; i++) {
    const { scale, prior } = continuous[i]!;
    const slope = scale === 'log' ? x[i]! : x[i]! * (1 - x[i]!);
    sum += prior[preset].logDensity(x[i]!) + log(slope);
  }
  return sum;
}

/**
 * The same under every preset.
 *
 * @param out one value a preset, in their order
 */
export function logPriors({ continuous }: Globals, x: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < continuous.length; i++) {
    const { scale, prior } = continuous[i]!;
    const logSlope = log(scale === 'log' ? x[i]! : x[i]! * (1 - x[i]!));
    let last: Distribution | undefined;
    let density = 0;
    for (let c = 0; c < presets.length; c++) {
      const distribution = prior[presets[c]!];
      // Presets often share a prior.
      if (distribution !== last) density = distribution.logDensity(x[i]!);
      last = distribution;
      out[c]! += density + logSlope;
    }
  }
}

/** Log prior probability of the levels; the same under every preset. */
export function logLevelPrior({ levels }: Globals, level: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < levels.length; i++) sum += log(levels[i]!.weights[level[i]!]!);
  return sum;
}
