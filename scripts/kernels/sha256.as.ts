// AssemblyScript, compiled by scripts/build-kernels.mjs into src/dossier/sha256.wasm.ts: SHA-256 (FIPS 180-4, section 6.2) of
// a message that src/dossier/digest.ts padded. All arguments are byte addresses.

/** Compresses the blocks from `at` to `end` into `state`; `k`: the round constants, `w`: room for 64 words. */
export function hash(at: usize, end: usize, k: usize, w: usize, state: usize): void {
  for (; at < end; at += 64) {
    for (let t: usize = 0; t < 64; t += 4) store<u32>(w + t, bswap<u32>(load<u32>(at + t)));
    for (let t: usize = w + 64; t < w + 256; t += 4) {
      const a = load<u32>(t - 60);
      const b = load<u32>(t - 8);
      const s0 = rotr<u32>(a, 7) ^ rotr<u32>(a, 18) ^ (a >> 3);
      const s1 = rotr<u32>(b, 17) ^ rotr<u32>(b, 19) ^ (b >> 10);
      store<u32>(t, load<u32>(t - 64) + s0 + load<u32>(t - 28) + s1);
    }
    compress(k, w, state);
  }
}

/** One block, expanded to the 64 words at `w`. */
function compress(k: usize, w: usize, state: usize): void {
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  let f = load<u32>(state, 20);
  let g = load<u32>(state, 24);
  let h = load<u32>(state, 28);
  for (let t: usize = 0; t < 256; t += 4) {
    const sum1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = h + sum1 + choice + load<u32>(k + t) + load<u32>(w + t);
    const sum0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + sum0 + majority;
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}
