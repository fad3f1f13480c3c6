// AssemblyScript, part of scripts/kernels/cells.as.ts: which particles of a cell are kept.

import { exp } from './fdlibm.as';

/** Tilts of the mixture that particles are kept by, as multiples of 1 / (most chips in the cell). */
const firstTilt: f64 = 4;
const secondTilt: f64 = 40;

/**
 * Thins a cell to `size` weighted particles, whose weights sum to 1, by systematic resampling over chips, or over compute
 * where an amount is still to be weighed in, from an even mixture of the cell's own weights and two tilts towards few
 * chips, so that the pool can press without running out of particles, and of the same with what global origins say, so
 * that they can speak sharply.
 *
 * @param wanted the weights with what global origins say, too; 0 where that does not differ
 * @param lit compute, to sort by where no chips run; 0 for the order as it is
 * @param scratch room for four columns of `n` doubles
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
  const tilted = scratch + (n << 3);
  const tilts = scratch + (n << 4);
  memory.fill(proposal, 0, n << 3);
  if (most > 0) {
    for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
      const running = load<f64>(chips + i);
      store<f64>(tilts + i, exp((-firstTilt / most) * running));
      store<f64>(tilts + (n << 3) + i, exp((-secondTilt / most) * running));
    }
  }
  addTilts(proposal, weight, most > 0 ? tilts : 0, n, tilted);
  if (wanted) addTilts(proposal, wanted, most > 0 ? tilts : 0, n, tilted);
  const each: f64 = 1 / ((wanted ? 2 : 1) * (most > 0 ? 3 : 1));
  for (let i: usize = 0; i < <usize>(n << 3); i += 8)
    store<f64>(proposal + i, load<f64>(proposal + i) * each);
  const key = most > 0 ? chips : lit;
  const order = key ? sorted(key, n, tilted) : 0;
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

/** Adds a part, and the same by each of the tilts where there are any. */
function addTilts(mixed: usize, part: usize, tilts: usize, n: i32, tilted: usize): void {
  addShare(mixed, part, 0, n, tilted);
  if (!tilts) return;
  addShare(mixed, part, tilts, n, tilted);
  addShare(mixed, part, tilts + (n << 3), n, tilted);
}

/** Adds part x tilt, scaled to sum to 1. */
function addShare(mixed: usize, part: usize, tilt: usize, n: i32, tilted: usize): void {
  let total: f64 = 0;
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    const held = load<f64>(part + i);
    const each = tilt ? held * load<f64>(tilt + i) : held;
    store<f64>(tilted + i, each);
    total += each;
  }
  for (let i: usize = 0; i < <usize>(n << 3); i += 8) {
    store<f64>(mixed + i, load<f64>(mixed + i) + load<f64>(tilted + i) / total);
  }
}

/** How many values have each byte. */
const counts = memory.data(512);

/** Positions of a column in ascending order of its values, none below 0, equals as they stand: sorted byte by byte. */
function sorted(key: usize, n: i32, spare: usize): usize {
  let from = spare;
  let to = spare + (n << 1);
  for (let i = 0; i < n; i++) store<u16>(from + (i << 1), <u16>i);
  for (let byte = 0; byte < 8; byte++) {
    memory.fill(counts, 0, 512);
    for (let at = key + byte; at < key + (n << 3); at += 8) count(<usize>load<u8>(at));
    if (<i32>load<u16>(counts + ((<usize>load<u8>(key + byte)) << 1)) === n) continue;
    let below = 0;
    for (let each = counts; each < counts + 512; each += 2) {
      const here = <i32>load<u16>(each);
      store<u16>(each, <u16>below);
      below += here;
    }
    for (let k = from; k < from + (n << 1); k += 2) {
      const position = load<u16>(k);
      const place = count(<usize>load<u8>(key + byte + ((<i32>position) << 3)));
      store<u16>(to + (place << 1), position);
    }
    const swap = from;
    from = to;
    to = swap;
  }
  return from;
}

/** Counts a byte; returns how many there were. */
function count(byte: usize): i32 {
  const at = counts + (byte << 1);
  const before = <i32>load<u16>(at);
  store<u16>(at, <u16>(before + 1));
  return before;
}
