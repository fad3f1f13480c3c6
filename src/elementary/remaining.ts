import { exp } from './exponential.ts';
import { log1p } from './logarithm.ts';

/**
 * Share that is left when a part is taken n times: (1 - part)^n, by which experts, chips or groups are missed by all of n.
 *
 * @param part 0 to 1
 * @param n 0 or more, whole or not
 */
export function remaining(part: number, n: number): number {
  return n === 0 ? 1 : exp(n * log1p(-part));
}
