// AssemblyScript, compiled by scripts/build-kernels.mjs into src/stats/orders.wasm.ts: orders that sort columns of doubles,
// told in src/stats/sorted-order.ts. All pointers are byte addresses; orders and bins are 32-bit words.

const digitBits: i32 = 11;
const digits: i32 = 1 << digitBits;

/** The number's bits, flipped so that they order as unsigned integers as the numbers do, minus zero as zero. */
function key(value: usize): u64 {
  const number = load<f64>(value);
  const bits: u64 = number === 0 ? 0 : reinterpret<u64>(number);
  return bits >> 63 ? ~bits : bits | 0x8000000000000000;
}

function upperKey(value: usize): u32 {
  return <u32>(key(value) >> 32);
}

/** One stable pass over the bits of a digit. */
function scatter(
  keys: usize,
  order: usize,
  toKeys: usize,
  toOrder: usize,
  n: i32,
  shift: i32,
  starts: usize,
): void {
  memory.fill(starts, 0, (digits + 1) << 2);
  for (let i = 0; i < n; i++) {
    const digit = (load<u32>(keys + (i << 2)) >> shift) & (digits - 1);
    const at = starts + ((digit + 1) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  for (let digit = 1; digit < digits; digit++) {
    const at = starts + (digit << 2);
    store<u32>(at, load<u32>(at) + load<u32>(at - 4));
  }
  for (let i = 0; i < n; i++) {
    const each = load<u32>(keys + (i << 2));
    const at = starts + (((each >> shift) & (digits - 1)) << 2);
    const to = load<u32>(at);
    store<u32>(at, to + 1);
    store<u32>(toKeys + (to << 2), each);
    store<u32>(toOrder + (to << 2), load<u32>(order + (i << 2)));
  }
}

/** Sorts stably, from the order that lies first in the scratch on, by one half of the numbers' bits. */
function sortByHalf(values: usize, n: i32, upper: bool, order: usize, scratch: usize): void {
  const before = scratch;
  const keys = before + (n << 2);
  const others = keys + (n << 2);
  const starts = others + (n << 2);
  for (let i = 0; i < n; i++) {
    const each = key(values + (load<u32>(before + (i << 2)) << 3));
    store<u32>(keys + (i << 2), <u32>(upper ? each >> 32 : each));
  }
  scatter(keys, before, others, order, n, 0, starts);
  scatter(others, order, keys, before, n, digitBits, starts);
  scatter(keys, before, others, order, n, 2 * digitBits, starts);
}

function isSorted(values: usize, n: i32, order: usize): bool {
  for (let r = 1; r < n; r++) {
    const before = load<f64>(values + (load<u32>(order + (r << 2) - 4) << 3));
    if (before > load<f64>(values + (load<u32>(order + (r << 2)) << 3))) return false;
  }
  return true;
}

function count(order: usize, n: i32): void {
  for (let i = 0; i < n; i++) store<u32>(order + (i << 2), i);
}

/**
 * Writes the order that sorts values, ties in their original order: radix sort on the upper half of their bits, and on
 * both where that leaves some unsorted.
 *
 * @param scratch 12 n + 8196 bytes
 */
export function sort(values: usize, n: i32, order: usize, scratch: usize): void {
  count(scratch, n);
  sortByHalf(values, n, true, order, scratch);
  if (isSorted(values, n, order)) return;
  count(scratch, n);
  sortByHalf(values, n, false, order, scratch);
  memory.copy(scratch, order, n << 2);
  sortByHalf(values, n, true, order, scratch);
}

/** Writes values in ascending order. @param scratch 16 n + 8196 bytes */
export function ascend(values: usize, n: i32, out: usize, scratch: usize): void {
  sort(values, n, scratch, scratch + (n << 2));
  for (let r = 0; r < n; r++) {
    store<f64>(out + (r << 3), load<f64>(values + (load<u32>(scratch + (r << 2)) << 3)));
  }
}

/** Writes the bin of each value, on the leading bits that differ, `bits` of them at most. @returns one past the highest bin */
export function bin(values: usize, n: i32, bits: i32, bins: usize): i32 {
  let least: u32 = u32.MAX_VALUE;
  let most: u32 = 0;
  for (let i = 0; i < n; i++) {
    const each = upperKey(values + (i << 3));
    store<u32>(bins + (i << 2), each);
    if (each < least) least = each;
    if (each > most) most = each;
  }
  const shift = max(0, 32 - <i32>clz(most - least) - bits);
  for (let i = 0; i < n; i++) {
    const at = bins + (i << 2);
    store<u32>(at, (load<u32>(at) - least) >> shift);
  }
  return <i32>((most - least) >> shift) + 1;
}

/**
 * Writes the last `wanted` entries of the order that sorts values: only the bins that the largest lie in are sorted.
 *
 * @param bits about the logarithm of n
 * @param scratch 32 n + 4 x 2^bits + 8196 bytes
 */
export function sortLargest(
  values: usize,
  n: i32,
  wanted: i32,
  bits: i32,
  order: usize,
  scratch: usize,
): void {
  const memberValues = scratch;
  const members = memberValues + (n << 3);
  const bins = members + (n << 2);
  const sorted = bins + (n << 2);
  const rest = sorted + (n << 2);
  const counts = rest;
  const size = bin(values, n, bits, bins);
  memory.fill(counts, 0, size << 2);
  for (let i = 0; i < n; i++) {
    const at = counts + (load<u32>(bins + (i << 2)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let from = size;
  let held = 0;
  while (held < wanted) held += load<u32>(counts + (--from << 2));
  let next = 0;
  for (let i = 0; next < held; i++) {
    if (<i32>load<u32>(bins + (i << 2)) < from) continue;
    store<f64>(memberValues + (next << 3), load<f64>(values + (i << 3)));
    store<u32>(members + (next << 2), i);
    next++;
  }
  sort(memberValues, held, sorted, rest);
  for (let r = 0; r < wanted; r++) {
    const member = load<u32>(sorted + ((held - wanted + r) << 2));
    store<u32>(order + (r << 2), load<u32>(members + (member << 2)));
  }
}
