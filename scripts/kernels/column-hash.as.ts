// AssemblyScript, compiled by scripts/build-kernels.mjs into src/assessment/column-hash.wasm.ts: a hash of a column of doubles.

/**
 * Goes on with a hash in two lanes of multiply and rotate (after MurmurHash3, Appleby 2011).
 *
 * @param words of a column: `n` pairs of 32 bits
 * @param lanes two words, which are replaced
 */
export function mix(words: usize, n: i32, lanes: usize): void {
  let a = load<i32>(lanes);
  let b = load<i32>(lanes, 4);
  for (let end = words + (n << 3); words < end; words += 8) {
    a = rotl<i32>((a ^ load<i32>(words)) * 0xcc9e2d51, 15);
    b = rotl<i32>((b ^ load<i32>(words, 4)) * 0x1b873593, 13) ^ a;
  }
  store<i32>(lanes, a);
  store<i32>(lanes, b, 4);
}
