// AssemblyScript, compiled by scripts/build-kernels.mjs into src/installed/cells.wasm.ts: arithmetic on columns of a site's
// particles. What it is for is told in src/installed/paced-particles.ts, cell-weigher.ts and thinning.ts; columns are byte
// addresses, of doubles unless said, and an address of 0 stands for a column that is not there.

import { exp, log } from './fdlibm.as';

/** Days from which stages are reached: each a lag, stretched by the pace, after the one before. */
export function later(from: usize, lag: usize, n: i32, pace: f64, out: usize): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    store<f64>(out + i, load<f64>(from + i) + pace * load<f64>(lag + i));
  }
}

/** Stage reached on a day, as bytes. */
export function reached(construction: usize, shell: usize, lit: usize, n: i32, day: f64, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = i << 3;
    let stage: u8 = 0;
    if (day >= load<f64>(lit + at)) stage = 3;
    else if (day >= load<f64>(shell + at)) stage = 2;
    else if (day >= load<f64>(construction + at)) stage = 1;
    store<u8>(out + i, stage);
  }
}

/** Share of the final fill that is lit on a day. */
export function ramped(lit: usize, ramp: usize, n: i32, day: f64, firstBlock: f64, out: usize): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const since = day - load<f64>(lit + i);
    const share = since < 0 ? 0 : min<f64>(1, (since + firstBlock) / (load<f64>(ramp + i) + firstBlock));
    store<f64>(out + i, share);
  }
}

export function product(a: usize, b: usize, n: i32, out: usize): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8)
    store<f64>(out + i, load<f64>(a + i) * load<f64>(b + i));
}

/** Prior factors of a cell: what is offered where limits permit what runs; and the named chips that run. */
export function weighPrior(
  accelerators: usize,
  permitted: usize,
  fill: usize,
  legal: usize,
  n: i32,
  route: i32,
  weight: usize,
  chips: usize,
): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const offered = route === 0 ? 1 : route === 1 ? load<f64>(legal + i) : 1 - load<f64>(legal + i);
    const running = load<f64>(accelerators + i) * load<f64>(fill + i);
    store<f64>(weight + i, running <= load<f64>(permitted + i) ? offered : 0);
    store<f64>(chips + i, route === 0 ? running : 0);
  }
}

/** out *= each by class; classes are bytes, and where there are none all are in the first. */
export function scaleByClass(out: usize, n: i32, each: usize, classes: usize): void {
  for (let i = 0; i < n; i++) {
    const at = out + (i << 3);
    const held = load<f64>(each + ((classes ? <i32>load<u8>(classes + i) : 0) << 3));
    store<f64>(at, load<f64>(at) * held);
  }
}

/** out *= rho p / noise + 1 - rho, with p by class and rho a share of a column of trust. */
export function scaleByTrust(
  out: usize,
  n: i32,
  each: usize,
  classes: usize,
  trust: usize,
  share: f64,
  noise: f64,
): void {
  for (let i = 0; i < n; i++) {
    const at = out + (i << 3);
    const rho = load<f64>(trust + (i << 3)) * share;
    const p = load<f64>(each + ((classes ? <i32>load<u8>(classes + i) : 0) << 3));
    store<f64>(at, load<f64>(at) * ((rho * p) / noise + 1 - rho));
  }
}

/** out *= rho p / noise + 1 - rho, with p a column and rho a number or a share of a column of trust. */
export function scaleBySeen(out: usize, n: i32, seen: usize, trust: usize, share: f64, noise: f64): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const rho = trust ? load<f64>(trust + i) * share : share;
    store<f64>(out + i, load<f64>(out + i) * ((rho * load<f64>(seen + i)) / noise + 1 - rho));
  }
}

export function sum(column: usize, n: i32): f64 {
  let total: f64 = 0;
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) total += load<f64>(column + i);
  return total;
}

/** Values of a column at some particles, given as 16-bit integers. */
export function gather(column: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    store<f64>(out + (k << 3), load<f64>(column + ((<i32>load<u16>(particles + (k << 1))) << 3)));
  }
}

/** Likelihood by class at some particles. */
export function gatherClass(each: usize, classes: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    const cls = classes ? <i32>load<u8>(classes + <i32>load<u16>(particles + (k << 1))) : 0;
    store<f64>(out + (k << 3), load<f64>(each + (cls << 3)));
  }
}

/** out = rho out / noise + 1 - rho, with rho a number or a share of a column of trust at some particles. */
export function mix(out: usize, particles: usize, n: i32, trust: usize, share: f64, noise: f64): void {
  for (let k = 0; k < n; k++) {
    const at = out + (k << 3);
    const rho = trust ? load<f64>(trust + ((<i32>load<u16>(particles + (k << 1))) << 3)) * share : share;
    store<f64>(at, (rho * load<f64>(at)) / noise + 1 - rho);
  }
}

export function logs(column: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) store<f64>(column + i, log(load<f64>(column + i)));
}

export function divide(column: usize, n: i32, by: f64): void {
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) store<f64>(column + i, load<f64>(column + i) / by);
}

/** Product of two or three columns at some particles. */
export function gatherProduct(a: usize, b: usize, c: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    const at = (<i32>load<u16>(particles + (k << 1))) << 3;
    const both = load<f64>(a + at) * load<f64>(b + at);
    store<f64>(out + (k << 3), c ? both * load<f64>(c + at) : both);
  }
}

/** Tilts of the mixture that particles are kept by, as multiples of 1 / (most chips in the cell). */
const firstTilt: f64 = 4;
const secondTilt: f64 = 40;

/**
 * Keeps `size` of the tried particles of a cell, with weights.
 *
 * @param wanted 0 where it is as `weight`
 * @param lit what to sort by where no chips run; 0 for the order as it is
 * @param scratch room for three columns of `n` doubles
 * @param index takes 16-bit integers
 */
export function thin(
  weight: usize,
  wanted: usize,
  chips: usize,
  lit: usize,
  n: i32,
  size: i32,
  scratch: usize,
  index: usize,
  out: usize,
): void {
  let total: f64 = 0;
  let most: f64 = 0;
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const held = load<f64>(weight + i);
    total += held;
    if (held > 0 && load<f64>(chips + i) > most) most = load<f64>(chips + i);
  }
  memory.fill(index, 0, size << 1);
  if (!(total > 0)) {
    memory.fill(out, 0, size << 3);
    store<f64>(out, 1);
    return;
  }
  if (n === size) {
    for (let k = 0; k < size; k++) {
      store<u16>(index + (k << 1), <u16>k);
      store<f64>(out + (k << 3), load<f64>(weight + (k << 3)) / total);
    }
    return;
  }
  const proposal = scratch;
  const spare = scratch + (n << 3);
  memory.fill(proposal, 0, n << 3);
  addTilts(proposal, weight, chips, n, most, spare);
  if (wanted) addTilts(proposal, wanted, chips, n, most, spare);
  const each: f64 = 1 / ((wanted ? 2 : 1) * (most > 0 ? 3 : 1));
  for (let i: usize = 0; i < <usize>(n << 3); i += 8)
    store<f64>(proposal + i, load<f64>(proposal + i) * each);
  const key = most > 0 ? chips : lit;
  const order = key ? sorted(key, n, spare) : 0;
  let reach: f64 = 0;
  let at = -1;
  let kept: f64 = 0;
  for (let k = 0; k < size; k++) {
    while (reach <= (<f64>k + 0.5) / <f64>size && at < n - 1) {
      at++;
      reach += load<f64>(proposal + (chosenAt(order, at) << 3));
    }
    const chosen = chosenAt(order, max(at, 0));
    const share =
      load<f64>(weight + (chosen << 3)) / (total * load<f64>(proposal + (chosen << 3)) * <f64>size);
    store<u16>(index + (k << 1), <u16>chosen);
    store<f64>(out + (k << 3), share);
    kept += share;
  }
  for (let k = 0; k < size; k++) store<f64>(out + (k << 3), load<f64>(out + (k << 3)) / kept);
}

function chosenAt(order: usize, at: i32): i32 {
  return order ? <i32>load<u16>(order + (at << 1)) : at;
}

function addTilts(mixed: usize, part: usize, chips: usize, n: i32, most: f64, spare: usize): void {
  addShare(mixed, part, chips, n, 0, spare);
  if (!(most > 0)) return;
  addShare(mixed, part, chips, n, firstTilt / most, spare);
  addShare(mixed, part, chips, n, secondTilt / most, spare);
}

/** Adds part x exp(-rate chips), scaled to sum to 1. */
function addShare(mixed: usize, part: usize, chips: usize, n: i32, rate: f64, spare: usize): void {
  let total: f64 = 0;
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const held = load<f64>(part + i);
    const tilted = rate > 0 ? held * exp(-rate * load<f64>(chips + i)) : held;
    store<f64>(spare + i, tilted);
    total += tilted;
  }
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    store<f64>(mixed + i, load<f64>(mixed + i) + load<f64>(spare + i) / total);
  }
}

/** Positions of a column in ascending order of its values, equals as they stand: merged from runs of 1, 2, 4 and so on. */
function sorted(key: usize, n: i32, spare: usize): usize {
  let from = spare;
  let to = spare + (n << 1);
  for (let i = 0; i < n; i++) store<u16>(from + (i << 1), <u16>i);
  for (let width = 1; width < n; width <<= 1) {
    for (let low = 0; low < n; low += width << 1) {
      const middle = min(low + width, n);
      const high = min(low + (width << 1), n);
      let a = low;
      let b = middle;
      for (let k = low; k < high; k++) {
        let left = b >= high;
        if (a < middle && b < high) {
          const x = load<f64>(key + ((<i32>load<u16>(from + (a << 1))) << 3));
          const y = load<f64>(key + ((<i32>load<u16>(from + (b << 1))) << 3));
          left = x <= y;
        }
        store<u16>(to + (k << 1), load<u16>(from + ((left ? a : b) << 1)));
        if (left) a++;
        else b++;
      }
    }
    const swap = from;
    from = to;
    to = swap;
  }
  return from;
}

/**
 * Groups `n` positions by the values that some columns have there, groups in order of appearance.
 *
 * @param columns addresses of the columns, 32 bits each
 * @param order takes the positions, group by group, 16 bits each
 * @param starts takes where each group starts in `order`, 16 bits each
 * @param scratch room for 4 n bytes
 * @returns how many groups there are
 */
export function group(columns: usize, count: i32, n: i32, order: usize, starts: usize, scratch: usize): i32 {
  const groups = scratch;
  const first = scratch + (n << 1);
  let found = 0;
  for (let k = 0; k < n; k++) {
    let g = 0;
    while (g < found && !alike(columns, count, k, <i32>load<u16>(first + (g << 1)))) g++;
    if (g === found) store<u16>(first + (found++ << 1), <u16>k);
    store<u16>(groups + (k << 1), <u16>g);
  }
  let next = 0;
  for (let g = 0; g < found; g++) {
    store<u16>(starts + (g << 1), <u16>next);
    for (let k = <i32>load<u16>(first + (g << 1)); k < n; k++) {
      if (<i32>load<u16>(groups + (k << 1)) === g) store<u16>(order + (next++ << 1), <u16>k);
    }
  }
  return found;
}

function alike(columns: usize, count: i32, a: i32, b: i32): bool {
  for (let c = 0; c < count; c++) {
    const column = <usize>load<u32>(columns + (c << 2));
    if (load<f64>(column + (a << 3)) !== load<f64>(column + (b << 3))) return false;
  }
  return true;
}
