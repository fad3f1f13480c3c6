import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';

/**
 * Distribution over a finite set of numbers.
 *
 * @param values in any order; equal ones are joined
 * @param weights one per value, at least 0, sum above 0; equal if left out
 */
export function discrete(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): Distribution {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  requireArguments(
    values.length === weights.length &&
      values.every(Number.isFinite) &&
      weights.every((weight) => weight >= 0) &&
      total > 0 &&
      Number.isFinite(total),
    `discrete([${values}], [${weights}])`,
    say('finite values, and one weight of at least 0 for each, not all 0'),
  );
  const { atoms, shares } = joined(values, weights, total);
  const upTo = cumulative(shares);
  const mean = atoms.reduce((sum, x, i) => sum + x * shares[i]!, 0);
  const last = atoms.length - 1;
  return {
    name: atoms.length === 1 ? `${atoms[0]}` : `discrete(${atoms.join(', ')})`,
    quantile: (p) => (p >= 0 && p <= 1 ? atoms[Math.min(last, firstNotBelow(upTo, p))]! : NaN),
    cdf: (x) => upTo[firstAbove(atoms, x) - 1] ?? 0,
    logDensity: (x) => log(shares[atoms.indexOf(x)] ?? 0),
    mean,
    variance: atoms.reduce((sum, x, i) => sum + (x - mean) ** 2 * shares[i]!, 0),
    support: [atoms[0]!, atoms[last]!],
    discrete: true,
    atoms,
  };
}

/** The distribution that is `value` for certain. */
export function point(value: number): Distribution {
  return discrete([value]);
}

function joined(values: readonly number[], weights: readonly number[], total: number) {
  const sums = new Map<number, number>();
  values.forEach((value, i) => {
    if (weights[i]! > 0) sums.set(value, (sums.get(value) ?? 0) + weights[i]!);
  });
  const atoms = [...sums.keys()].sort((a, b) => a - b);
  return { atoms, shares: atoms.map((atom) => sums.get(atom)! / total) };
}

function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  const upTo = shares.map((share) => (sum += share));
  upTo[upTo.length - 1] = 1;
  return upTo;
}

/** Index of the first entry of an ascending list that is at least `x`; its length if there is none. */
export function firstNotBelow(list: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first entry of an ascending list that is above `x`; its length if there is none. */
export function firstAbove(list: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
