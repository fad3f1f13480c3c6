/** A parameter to be fitted: where it begins, and how far it may be believed to lie from there. */
export interface Parameter {
  start: number;
  /** Standard deviation of the logarithm (or of the value where `linear`) of the prior around the start. */
  spread: number;
  linear?: boolean;
  /** The only residuals that it moves; all where left out. */
  rows?: readonly number[];
}

export interface Fit {
  values: number[];
  /** Where the search ended, to begin another one there. */
  steps: number[];
  /** Root of the mean square of the residuals. */
  rms: number;
  /** What was made small: squares of residuals by Huber's weights, and of steps, each in its standard deviations. */
  cost: number;
}

/** Values of parameters where a search ended. */
export function valuesAt(parameters: readonly Parameter[], steps: readonly number[]): number[] {
  return parameters.map(({ start, linear }, i) => (linear ? start + steps[i]! : start * Math.exp(steps[i]!)));
}

/**
 * Nonlinear least squares with priors (Levenberg 1944, Marquardt 1963), robust by Huber's weights.
 *
 * @param residuals of the data for given values, all or those of some rows
 * @param noise standard deviation of a residual, the unit in which priors are weighed
 */
export function fit(
  parameters: readonly Parameter[],
  residuals: (values: readonly number[], rows?: readonly number[]) => number[],
  {
    noise,
    rounds = 60,
    huber = 1.5,
    begin,
  }: { noise: number; rounds?: number; huber?: number; begin?: readonly number[] | undefined },
): Fit {
  const valuesOf = (x: readonly number[]) => valuesAt(parameters, x);
  const of = (x: readonly number[], rows?: readonly number[]) =>
    residuals(valuesOf(x), rows).map((one) => one / noise);
  let x = begin ? [...begin] : parameters.map(() => 0);
  let current = of(x);
  let lambda = 1e-2;
  const cost = (r: readonly number[], at: readonly number[]) =>
    r.reduce((sum, one) => sum + rho(one, huber), 0) +
    at.reduce((sum, one, i) => sum + (one / parameters[i]!.spread) ** 2, 0);
  for (let round = 0; round < rounds && lambda < 1e9; round++) {
    const { a, g } = normalEquations(x, current, { of, parameters, huber });
    const before = cost(current, x);
    let better = false;
    while (!better && lambda < 1e9) {
      const damped = a.map((row, i) => row.map((one, j) => (i === j ? one * (1 + lambda) : one)));
      const step = solve(damped, g);
      const next = x.map((one, i) => one + Math.max(-0.5, Math.min(0.5, step[i]!)));
      const r = of(next);
      if (r.every(Number.isFinite) && cost(r, next) < before) {
        better = true;
        if (before - cost(r, next) < 1e-4 * before && lambda < 1e-6) lambda = 1e9;
        x = next;
        current = r;
        lambda /= 5;
      } else lambda *= 4;
    }
  }
  const plain = residuals(valuesOf(x));
  return {
    values: valuesOf(x),
    steps: x,
    rms: Math.sqrt(plain.reduce((s, one) => s + one * one, 0) / plain.length),
    cost: cost(current, x),
  };
}

function rho(r: number, huber: number): number {
  const size = Math.abs(r);
  return size <= huber ? r * r : huber * (2 * size - huber);
}

function normalEquations(
  x: readonly number[],
  r: readonly number[],
  {
    of,
    parameters,
    huber,
  }: {
    of: (x: readonly number[], rows?: readonly number[]) => number[];
    parameters: readonly Parameter[];
    huber: number;
  },
): { a: number[][]; g: number[] } {
  const h = 1e-4;
  const columns = x.map((_, i) => {
    const { rows } = parameters[i]!;
    const moved = of(
      x.map((one, j) => (i === j ? one + h : one)),
      rows,
    );
    if (!rows) return moved.map((one, k) => (one - r[k]!) / h);
    const column = new Array<number>(r.length).fill(0);
    rows.forEach((row, k) => {
      column[row] = (moved[k]! - r[row]!) / h;
    });
    return column;
  });
  const weights = r.map((one) => Math.min(1, huber / Math.max(1e-12, Math.abs(one))));
  const a = columns.map((p) =>
    columns.map((q) => p.reduce((sum, one, k) => sum + weights[k]! * one * q[k]!, 0)),
  );
  const g = columns.map((p) => -p.reduce((sum, one, k) => sum + weights[k]! * one * r[k]!, 0));
  parameters.forEach(({ spread }, i) => {
    a[i]![i]! += 1 / spread ** 2;
    g[i]! -= x[i]! / spread ** 2;
  });
  return { a, g };
}

/** Solves a linear system by elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const a = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    }
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      if (factor === 0) continue;
      for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = a[row]![n]!;
    for (let k = row + 1; k < n; k++) sum -= a[row]![k]! * x[k]!;
    x[row] = sum / a[row]![row]!;
  }
  return x;
}
