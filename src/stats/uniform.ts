import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';

/** Uniform distribution between `low` and `high`, low < high. */
export function uniform(low: number, high: number): Distribution {
  requireArguments(
    Number.isFinite(high - low) && low < high,
    `uniform(${low}, ${high})`,
    say('the first argument is below the second'),
  );
  const width = high - low;
  return {
    name: `uniform(${low}, ${high})`,
    quantile: (p) => (p < 1 ? low + width * p : high),
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    logDensity: (x) => (x < low || x > high ? -Infinity : -log(width)),
    mean: (low + high) / 2,
    variance: (width * width) / 12,
    support: [low, high],
    discrete: false,
  };
}
