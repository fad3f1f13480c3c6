import type { Unit } from './unit.ts';

/**
 * How uncertain a written number is, before anyone picks a distribution for it.
 *
 * - `exact`     one value
 * - `interval`  `20k to 40k`: the middle 90 %
 * - `estimate`  `3 (2.5..4)`: the median and the middle 90 %
 * - `bound`     `over 60k`, `up to 5`, `at least 7`: one side only
 * - `family`    `beta(2, 8)`: a named distribution and its arguments
 * - `unknown`   nobody knows, and that is said
 */
export type Spread =
  | { form: 'exact'; value: number }
  | { form: 'interval'; low: number; high: number }
  | { form: 'estimate'; best: number; low: number; high: number }
  | { form: 'bound'; low?: number; high?: number }
  | { form: 'family'; family: Family; args: readonly number[] }
  | { form: 'unknown' };

/**
 * Arguments, in this order: beta(alpha, beta) on 0..1; normal(mean, standard deviation);
 * lognormal(mu, sigma) of the natural logarithm of the number in its unit; gamma(shape, scale);
 * uniform(low, high); triangular(low, mode, high).
 */
export const families = ['beta', 'normal', 'lognormal', 'gamma', 'uniform', 'triangular'] as const;
export type Family = (typeof families)[number];

/** A written number with its unit. Numbers inside `spread` are in `unit`, as written, not in SI. */
export interface Quantity {
  spread: Spread;
  unit: Unit;
  /** As the author wrote it. */
  text: string;
}
