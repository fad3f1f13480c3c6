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

/** Sum 1 of `e`, and the bits of `f` where `e` has ones, of `g` where it has none. */
function chosen(e: u32, f: u32, g: u32): u32 {
  return (rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)) + ((e & f) ^ (~e & g));
}

/** Sum 0 of `a`, and the bits that two of the three have in common. */
function agreed(a: u32, b: u32, c: u32): u32 {
  return (rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
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
  // Eight rounds at a time: where words only change their names, none is moved.
  for (let t: usize = 0; t < 256; t += 32) {
    h += chosen(e, f, g) + load<u32>(k + t) + load<u32>(w + t);
    d += h;
    h += agreed(a, b, c);
    g += chosen(d, e, f) + load<u32>(k + t, 4) + load<u32>(w + t, 4);
    c += g;
    g += agreed(h, a, b);
    f += chosen(c, d, e) + load<u32>(k + t, 8) + load<u32>(w + t, 8);
    b += f;
    f += agreed(g, h, a);
    e += chosen(b, c, d) + load<u32>(k + t, 12) + load<u32>(w + t, 12);
    a += e;
    e += agreed(f, g, h);
    d += chosen(a, b, c) + load<u32>(k + t, 16) + load<u32>(w + t, 16);
    h += d;
    d += agreed(e, f, g);
    c += chosen(h, a, b) + load<u32>(k + t, 20) + load<u32>(w + t, 20);
    g += c;
    c += agreed(d, e, f);
    b += chosen(g, h, a) + load<u32>(k + t, 24) + load<u32>(w + t, 24);
    f += b;
    b += agreed(c, d, e);
    a += chosen(f, g, h) + load<u32>(k + t, 28) + load<u32>(w + t, 28);
    e += a;
    a += agreed(b, c, d);
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
