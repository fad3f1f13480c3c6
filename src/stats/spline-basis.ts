import { sortedOrder } from './sorted-order.ts';
import { weightedQuantiles } from './weighted-quantile.ts';

/** Columns whose linear combinations are the functions of one input that a regression may choose from. */
export interface Basis {
  /** One column per degree of freedom, without the constant; none for an input that does not vary. */
  columns: readonly Float64Array[];
  /** The input has few values, and each has a column of its own: any function of it is a combination. */
  saturated: boolean;
}

export interface BasisOptions {
  weights: Float64Array;
  /** Columns for an input with many values. */
  degreesOfFreedom: number;
  /** Inputs with up to this many values get one column for each but the first; 10 where left out. */
  mostLevels?: number;
  /** {@link sortedOrder} of the values, where the caller has it. */
  order?: Uint32Array;
}

/**
 * Natural cubic spline in one input, or indicator columns where it has few values.
 *
 * With knots k_1 < .. < k_K: `N_1 = x`, `N_{j+1} = d_j - d_{K-1}`, `d_j = ((x - k_j)+^3 - (x - k_K)+^3) / (k_K - k_j)`,
 * linear beyond the outer knots (Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, eqs. 5.4, 5.5);
 * knots at weighted quantiles from 5 to 95%.
 *
 * @param values one per draw, finite
 */
export function splineBasis(values: Float64Array, options: BasisOptions): Basis {
  const { weights, degreesOfFreedom, mostLevels = 10 } = options;
  const order = options.order ?? sortedOrder(values);
  const levels = firstLevels(values, { weights, order, most: mostLevels + 1 });
  if (levels.length <= mostLevels) {
    return {
      columns: levels.slice(1).map((level) => values.map((x) => Number(x === level))),
      saturated: true,
    };
  }
  const probabilities = Array.from(
    { length: degreesOfFreedom + 1 },
    (_, j) => 0.05 + (0.9 * j) / degreesOfFreedom,
  );
  const quantiles = [...new Set(weightedQuantiles(values, probabilities, { weights, order }))];
  // On the scale of the knots, so that cubes stay of order one.
  const scale = quantiles.at(-1)! - quantiles[0]! || 1;
  const scaled = values.map((x) => (x - quantiles[0]!) / scale);
  const knots = quantiles.map((x) => (x - quantiles[0]!) / scale);
  return { columns: [scaled, ...bends(scaled, knots)], saturated: false };
}

/** N_2 .. N_{K-1}. */
function bends(x: Float64Array, knots: readonly number[]): Float64Array[] {
  if (knots.length < 3) return [];
  const [last, nextToLast] = [knots.at(-1)!, knots.at(-2)!];
  const outer = cubic(x, nextToLast, last);
  return knots.slice(0, -2).map((knot) => {
    const column = cubic(x, knot, last);
    for (let i = 0; i < column.length; i++) column[i]! -= outer[i]!;
    return column;
  });
}

/** d_j at every x. */
function cubic(x: Float64Array, knot: number, last: number): Float64Array {
  const column = new Float64Array(x.length);
  for (let i = 0; i < column.length; i++) {
    const above = Math.max(0, x[i]! - knot);
    const beyond = Math.max(0, x[i]! - last);
    // Products, as powers cost several times more.
    column[i] = (above * above * above - beyond * beyond * beyond) / (last - knot);
  }
  return column;
}

/** The smallest `most` different values that have weight. */
function firstLevels(
  values: Float64Array,
  { weights, order, most }: { weights: Float64Array; order: Uint32Array; most: number },
): number[] {
  const levels: number[] = [];
  for (const draw of order) {
    if (weights[draw]! > 0 && values[draw] !== levels.at(-1)) levels.push(values[draw]!);
    if (levels.length === most) break;
  }
  return levels;
}
