import { stream, uniforms } from '../stats/random.ts';

/** A mean and the middle 90 % of it over resampled cases. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

const RESAMPLES = 1000;
const SEED = 7;

/**
 * Mean of values and its middle 90 % when whole groups are drawn again with replacement (Efron 1979): the values of one
 * hub stay together, since they share its fate.
 *
 * @param groups values of each group, a group may be empty
 */
export function bootstrapMean(groups: readonly (readonly number[])[]): Interval {
  const filled = groups.filter((group) => group.length > 0);
  const sums = filled.map((group) => group.reduce((sum, value) => sum + value, 0));
  const means = resample(filled.length, (chosen) => {
    let sum = 0;
    let count = 0;
    for (const g of chosen) {
      sum += sums[g]!;
      count += filled[g]!.length;
    }
    return sum / count;
  });
  const count = filled.reduce((total, group) => total + group.length, 0);
  const value = sums.reduce((total, sum) => total + sum, 0) / count;
  return intervalOf(value, means);
}

/** A score and the score of the same forecast by climatology. */
export interface Pair {
  score: number;
  climate: number;
}

/**
 * Skill 1 - (sum of scores) / (sum of climatology's), and its middle 90 % over resampled groups (Murphy 1988, eq. 4).
 *
 * @param groups pairs of each group, a group may be empty
 */
export function bootstrapSkill(groups: readonly (readonly Pair[])[]): Interval {
  const filled = groups.filter((group) => group.length > 0);
  const sums = filled.map((group) => ({
    score: group.reduce((sum, { score }) => sum + score, 0),
    climate: group.reduce((sum, { climate }) => sum + climate, 0),
  }));
  const skillOf = (chosen: Iterable<number>) => {
    let score = 0;
    let climate = 0;
    for (const g of chosen) {
      score += sums[g]!.score;
      climate += sums[g]!.climate;
    }
    return 1 - score / climate;
  };
  return intervalOf(skillOf(filled.keys()), resample(filled.length, skillOf));
}

/** The middle 90 % of resampled values around the value itself. */
function intervalOf(value: number, resampled: Float64Array): Interval {
  return {
    value,
    low: resampled[Math.floor(0.05 * RESAMPLES)]!,
    high: resampled[Math.floor(0.95 * RESAMPLES)]!,
  };
}

/** A statistic of resampled groups, ascending. */
function resample(groups: number, statistic: (chosen: Int32Array) => number): Float64Array {
  const u = new Float64Array(groups);
  const chosen = new Int32Array(groups);
  const numbers = stream(SEED, `backtest/bootstrap/${groups}`);
  return Float64Array.from({ length: RESAMPLES }, (_, r) => {
    uniforms(numbers, r * groups, u);
    for (let i = 0; i < groups; i++) chosen[i] = Math.floor(u[i]! * groups);
    return statistic(chosen);
  }).sort();
}
