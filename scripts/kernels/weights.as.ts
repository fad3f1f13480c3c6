// AssemblyScript, compiled by scripts/build-kernels.mjs into src/stats/weights.wasm.ts: arithmetic on columns of weights, told
// in src/stats/weights.ts. Columns are byte addresses of doubles.

import { exp } from './fdlibm.as';

/** Largest of some numbers; -Infinity of none, NaN if one is. */
export function largest(column: usize, n: i32): f64 {
  let most = -Infinity;
  for (let i = 0; i < n; i++) most = max<f64>(most, load<f64>(column + (i << 3)));
  return most;
}

/** Least of zero and some numbers. */
export function least(column: usize, n: i32): f64 {
  let few: f64 = 0;
  for (let i = 0; i < n; i++) few = min<f64>(few, load<f64>(column + (i << 3)));
  return few;
}

export function sum(column: usize, n: i32): f64 {
  let total: f64 = 0;
  for (let i = 0; i < n; i++) total += load<f64>(column + (i << 3));
  return total;
}

/** Overwrites numbers by e^(x - most). */
export function exponentials(column: usize, n: i32, most: f64): void {
  for (let i = 0; i < n; i++) {
    const at = column + (i << 3);
    store<f64>(at, exp(load<f64>(at) - most));
  }
}

export function divide(column: usize, n: i32, by: f64): void {
  for (let i = 0; i < n; i++) {
    const at = column + (i << 3);
    store<f64>(at, load<f64>(at) / by);
  }
}

/** (sum w)^2 / sum w^2. */
export function effective(column: usize, n: i32): f64 {
  const most = largest(column, n);
  let total: f64 = 0;
  let squares: f64 = 0;
  for (let i = 0; i < n; i++) {
    const weight = load<f64>(column + (i << 3)) / most;
    total += weight;
    squares += weight * weight;
  }
  return (total * total) / squares;
}

/** Writes, as 32-bit words, the draws at cumulative weight (k + uniform) / picks, k from 0 on. */
export function resample(weights: usize, n: i32, picks: i32, uniform: f64, out: usize): void {
  const step = sum(weights, n) / <f64>picks;
  let last = n - 1;
  while (!(load<f64>(weights + (last << 3)) > 0)) last--;
  let draw = 0;
  let held = load<f64>(weights);
  let upTo = held;
  for (let k = 0; k < picks; k++) {
    const target = (<f64>k + uniform) * step;
    while ((upTo <= target || held === 0) && draw < last) {
      held = load<f64>(weights + (++draw << 3));
      upTo += held;
    }
    store<u32>(out + (k << 2), draw);
  }
}
