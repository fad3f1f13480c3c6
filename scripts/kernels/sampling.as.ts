// AssemblyScript, compiled by scripts/build-kernels.mjs into src/stats/sampling.wasm.ts: random numbers, as told in
// src/stats/random.ts, coordinates of Sobol points, as told in src/stats/sobol.ts, and draws through tables of quantiles, as told in
// src/stats/table.ts. Pointers are byte addresses.

/**
 * Runs the four generators (xoshiro128** 1.1) of a block of 1,024 draws.
 *
 * @param state 16 words: word `w` of lane `l` at `4 l + w`
 * @param out takes 1,024 doubles, those of lane `l` at `l`, `l + 4`, ...
 */
export function block(state: usize, out: usize): void {
  for (let lane = 0; lane < 4; lane++, state += 16) {
    let a = load<i32>(state);
    let b = load<i32>(state, 4);
    let c = load<i32>(state, 8);
    let d = load<i32>(state, 12);
    const end = out + 8192;
    for (let at = out + (lane << 3); at < end; at += 32) {
      const word = rotl<i32>(b * 5, 7) * 9;
      store<f64>(at, <f64>word * 2.3283064365386963e-10 + (0.5 + 1.1641532182693481e-10));
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotl<i32>(d, 11);
    }
  }
}

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

/** Exponent field of 2^-33, the smallest tail probability told apart, times 64 cells; entries of a table's half. */
const smallestCell: usize = 990 << 6;
const halfLength: usize = 2050;

/**
 * Turns a column of `n` uniform numbers into draws, but for those that fall on a jump of the quantile function.
 *
 * @param knots of a table
 * @param jumps by knot, as bytes; 0 where there are none
 * @param left takes the positions of those that are left as they are, as 16-bit integers
 * @returns how many there are
 */
export function sample(knots: usize, jumps: usize, n: i32, column: usize, left: usize): i32 {
  let leaving = 0;
  for (let i = 0; i < n; i++) {
    const out = column + (i << 3);
    const u = load<f64>(out);
    const tail = max(min(u, 1 - u), 1.1641532182693481e-10);
    // Octave, and cell within it, are the exponent and the first six bits after it; what follows is the place in the cell.
    const bits = reinterpret<u64>(tail);
    const at = <usize>(bits >> 46) - smallestCell + (u < 0.5 ? 0 : halfLength);
    if (jumps && load<u8>(jumps + at)) {
      store<u16>(left + (leaving++ << 1), <u16>i);
      continue;
    }
    const place = reinterpret<f64>(((bits << 6) & 0x000fffffffffffff) | 0x3ff0000000000000) - 1;
    const knot = load<f64>(knots + (at << 3));
    store<f64>(out, knot + (load<f64>(knots + (at << 3), 8) - knot) * place);
  }
  return leaving;
}
