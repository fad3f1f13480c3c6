import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';

/** Triangular distribution: density rises linearly from `low` to `mode` and falls linearly to `high`. */
export function triangular(low: number, mode: number, high: number): Distribution {
  requireArguments(
    low <= mode && mode <= high && low < high && Number.isFinite(high - low),
    `triangular(${low}, ${mode}, ${high})`,
    say('lowest, most likely and highest value in ascending order'),
  );
  const width = high - low;
  const left = mode - low;
  const right = high - mode;
  return {
    name: `triangular(${low}, ${mode}, ${high})`,
    quantile: (p) =>
      p * width < left ? low + Math.sqrt(p * width * left) : high - Math.sqrt((1 - p) * width * right),
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x < mode ? (x - low) ** 2 / (width * left) : 1 - (high - x) ** 2 / (width * right);
    },
    logDensity: (x) => {
      if (x < low || x > high) return -Infinity;
      if (x === mode) return log(2 / width);
      return log(x < mode ? (2 * (x - low)) / (width * left) : (2 * (high - x)) / (width * right));
    },
    mean: (low + mode + high) / 3,
    variance: (left * left + right * right + left * right) / 18,
    support: [low, high],
    discrete: false,
  };
}
