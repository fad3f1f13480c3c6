// AssemblyScript, compiled by scripts/build-kernels.mjs into src/stats/sobol.wasm.ts: coordinates of Sobol points, as told in
// src/stats/sobol.ts. Pointers are byte addresses.

/**
 * Coordinates of the points `from`, `from + 1`, ... in one dimension.
 *
 * @param directions direction numbers with bits reversed: the exclusive or of the first ones up to each, 32 words
 * @param scrambling whether the digits are permuted, by two seeds
 * @param out takes `n` doubles
 */
export function points(
  directions: usize,
  scrambling: bool,
  first: i32,
  second: i32,
  from: u32,
  n: i32,
  out: usize,
): void {
  let reversed = 0;
  let before = 0;
  for (let bit: u32 = 0; bit < 32; bit++) {
    const upTo = load<i32>(directions + (bit << 2));
    if ((from >> bit) & 1) reversed ^= upTo ^ before;
    before = upTo;
  }
  let next = from;
  for (let end = out + (n << 3); out < end; out += 8) {
    const digits = scrambling ? scrambled(scrambled(reversed, first), second) : reversed;
    store<f64>(out, (<f64>(<u32>reverse(digits)) + 0.5) * 2.3283064365386963e-10);
    // One more: the trailing ones of the index and the zero above them flip.
    reversed ^= load<i32>(directions + (ctz(++next) << 2));
  }
}

/** Flips each bit depending on the seed and on the lower bits only: Owen scrambling of bit-reversed digits. */
function scrambled(x: i32, seed: i32): i32 {
  x ^= x * 0x3d20adea;
  x += seed;
  x *= (seed >>> 16) | 1;
  x ^= x * 0x05526c56;
  x ^= x * 0x53a22864;
  return x;
}

function reverse(x: i32): i32 {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  return bswap(x);
}
