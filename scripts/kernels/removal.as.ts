// AssemblyScript, compiled by scripts/build-kernels.mjs into src/assessment/removal.wasm.ts: sums over draws without an
// item, told in src/assessment/removal.ts. Columns are byte addresses.

import { recentExp } from './recent.as';

/**
 * Adds weight / likelihood to the sum of each draw's class, and of its answers.
 *
 * @param log log likelihoods, overwritten by 1 / likelihood
 * @param classes bytes, as are answers
 */
export function sumWithout(
  log: usize,
  weights: usize,
  classes: usize,
  answers: usize,
  n: i32,
  byClass: usize,
  byAnswers: usize,
): void {
  for (let i = 0; i < n; i++) {
    const at = log + (i << 3);
    const ratio = recentExp(-load<f64>(at));
    store<f64>(at, ratio);
    const left = load<f64>(weights + (i << 3)) * ratio;
    const ofClass = byClass + ((<i32>load<u8>(classes + i)) << 3);
    store<f64>(ofClass, load<f64>(ofClass) + left);
    const ofAnswers = byAnswers + ((<i32>load<u8>(answers + i)) << 3);
    store<f64>(ofAnswers, load<f64>(ofAnswers) + left);
  }
}
