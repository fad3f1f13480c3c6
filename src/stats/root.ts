import { error, SandtableError } from '../errors/fault.ts';

/**
 * Root of a continuous function between two points of opposite sign.
 *
 * Inverse quadratic interpolation where it is safe, bisection elsewhere, so an infinite value at an end does no harm
 * (Chandrupatla 1997, Advances in Engineering Software 28, 145).
 *
 * @param f may return infinities, not NaN
 * @param ends interval, either order
 * @param tolerance on the root, relative to its size
 * @throws SandtableError ST-N063 same sign at both ends, or NaN
 */
export function findRoot(
  f: (x: number) => number,
  ends: readonly [number, number],
  tolerance = 1e-13,
): number {
  let [[x1, f1], [x2, f2]] = ends.map((x) => [x, f(x)] as const) as [Point, Point];
  if (f1 === 0) return x1;
  if (f2 === 0) return x2;
  if (!(Math.sign(f1) * Math.sign(f2) < 0)) throw noSignChange(ends, f1, f2);
  let share = 0.5;
  for (let step = 0; step < 2000; step++) {
    const x = x1 + share * (x2 - x1);
    const fx = f(x);
    if (Number.isNaN(fx)) throw noSignChange(ends, f1, f2);
    const sameSide = Math.sign(fx) === Math.sign(f1);
    const [x3, f3] = sameSide ? [x1, f1] : [x2, f2];
    if (!sameSide) [x2, f2] = [x1, f1];
    [x1, f1] = [x, fx];
    const best = Math.abs(f2) < Math.abs(f1) ? x2 : x1;
    const least = (tolerance * Math.abs(best) + Number.MIN_VALUE) / Math.abs(x2 - x1);
    if (f1 === 0 || !(least < 0.5)) return best;
    share = Math.min(1 - least, Math.max(least, interpolated([x1, f1], [x2, f2], [x3, f3])));
  }
  return x1;
}

type Point = readonly [number, number];

/** Share of the way from the first to the second point; a half where interpolation is not safe. */
function interpolated([x1, f1]: Point, [x2, f2]: Point, [x3, f3]: Point): number {
  const xi = (x1 - x2) / (x3 - x2);
  const phi = (f1 - f2) / (f3 - f2);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const share =
    (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
  return Number.isFinite(share) ? share : 0.5;
}

function noSignChange(ends: readonly [number, number], f1: number, f2: number): SandtableError {
  return new SandtableError(
    error('ST-N063', `The function is ${f1} at ${ends[0]} and ${f2} at ${ends[1]}.`, 'Widen the interval.'),
  );
}
