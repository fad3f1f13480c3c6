// AssemblyScript, compiled by scripts/build-kernels.mjs into src/installed/entries.wasm.ts: what sites' tables hold at the
// entries that were drawn, told in src/installed/entry-sums.ts. Columns are byte addresses, of doubles unless said; entries
// are 16-bit words.

import { recentLog } from './recent.as';

/** out += values at the entries. */
export function add(values: usize, entries: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = out + (i << 3);
    const entry = <i32>load<u16>(entries + (i << 1));
    store<f64>(at, load<f64>(at) + load<f64>(values + (entry << 3)));
  }
}

/** out += log(rho ratio + 1 - rho) at the entries, with rho a share of a column of trust. */
export function addLog(ratio: usize, entries: usize, trust: usize, share: f64, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = out + (i << 3);
    const entry = <i32>load<u16>(entries + (i << 1));
    const rho = share * load<f64>(trust + (i << 3));
    store<f64>(at, load<f64>(at) + recentLog(rho * load<f64>(ratio + (entry << 3)) + 1 - rho));
  }
}

/**
 * Counts the stage of each drawn world of a site, and where it is lit its route and compute.
 *
 * @param stage of each entry, as bytes, as is its route
 * @param lit the last stage
 * @param totals columns for chips, and for compute by route
 * @param counts columns of bytes: sites by stage, then lit ones by route
 */
export function addSite(
  chips: usize,
  compute: usize,
  stage: usize,
  route: usize,
  lit: i32,
  entries: usize,
  n: i32,
  totals: usize,
  counts: usize,
): void {
  for (let i = 0; i < n; i++) {
    const entry = <i32>load<u16>(entries + (i << 1));
    const at = totals + (i << 3);
    store<f64>(at, load<f64>(at) + load<f64>(chips + (entry << 3)));
    const reached = <i32>load<u8>(stage + entry);
    increment(counts + reached * n + i);
    if (reached !== lit) continue;
    const way = <i32>load<u8>(route + entry);
    increment(counts + (lit + 1 + way) * n + i);
    const ours = at + (((1 + way) * n) << 3);
    store<f64>(ours, load<f64>(ours) + load<f64>(compute + (entry << 3)));
  }
}

function increment(at: usize): void {
  store<u8>(at, load<u8>(at) + 1);
}
