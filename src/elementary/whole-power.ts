/**
 * x^n for a small whole n, by products: exact where they are, the same in every engine.
 *
 * x^-n = 1 / x^n
 */
export function wholePower(x: number, n: number): number {
  let product = 1;
  for (let i = 0; i < Math.abs(n); i++) product *= x;
  return n < 0 ? 1 / product : product;
}
