// AssemblyScript, compiled by scripts/build-kernels.mjs into src/stats/columns.wasm.ts. The plain TypeScript twin is
// src/stats/kernel-plain.ts; both must give the same bits. Columns are 1,024 doubles; all arguments but keys and block
// numbers are byte addresses.

const columnBytes: i32 = 8192;
/** 2,050 entries of a table's half. */
const halfBytes: i32 = 16400;
/** Exponent field of 1/2, and of 2^-33, times 64 cells times 8 bytes. */
const halfExponentBytes: i32 = 1022 * 512;
const smallestExponentBytes: i32 = 990 * 512;

// Constants, written when the module starts: engines load a variable once in a loop, but make a constant vector anew at each use.
let halfOfTable: v128 = i32x4.splat(0);
halfOfTable = i32x4.splat(halfBytes);
let unit: v128 = f64x2.splat(0);
unit = f64x2.splat(1);
/** The upper word of 2^51, whose lower word counts halves. */
let upperWord: v128 = i32x4.splat(0);
upperWord = i32x4.splat(0x43200000);
let mirror: v128 = f64x2.splat(0);
mirror = f64x2.splat(2251799813685248 + 2147483647.5);

/** Draws one block of a stream through a table of quantiles. */
export function draw(
  k0: i32,
  k1: i32,
  k2: i32,
  k3: i32,
  blockLow: i32,
  blockHigh: i32,
  table: i32,
  out: i32,
): void {
  seed(k0, k1, k2, k3, blockLow, blockHigh);
  let a = laneA;
  let b = laneB;
  let c = laneC;
  let d = laneD;
  const base = i32x4.splat(table - halfExponentBytes);
  const half = halfOfTable;
  const one = unit;
  const upper = upperWord;
  const most = mirror;
  for (let end = out + columnBytes; out < end; out += 32) {
    // xoshiro128** 1.1, four lanes.
    const five = i32x4.add(b, i32x4.shl(b, 2));
    const turned = v128.or(i32x4.shl(five, 7), i32x4.shr_u(five, 25));
    const word = i32x4.add(turned, i32x4.shl(turned, 3));
    const shifted = i32x4.shl(b, 9);
    c = v128.xor(c, a);
    d = v128.xor(d, b);
    b = v128.xor(b, c);
    a = v128.xor(a, d);
    c = v128.xor(c, shifted);
    d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21));
    // The tail probability is (2^31 - 1/2 - word) / 2^32, of the lower tail where the word was negative.
    const negative = i32x4.shr_s(word, 31);
    const halves = i32x4.shl(v128.xor(word, negative), 1);
    const left = f64x2.sub(most, v128.shuffle<i32>(halves, upper, 0, 4, 1, 5));
    const right = f64x2.sub(most, v128.shuffle<i32>(halves, upper, 2, 6, 3, 7));
    store(out, cells(base, v128.andnot(half, negative), left, right), left, right, one);
  }
}

/** Addresses of the cells of four doubles: base plus eight times (exponent field, then six bits), plus the half's. */
function cells(base: v128, half: v128, left: v128, right: v128): v128 {
  const high = v128.shuffle<i32>(left, right, 1, 3, 5, 7);
  return i32x4.add(i32x4.add(i32x4.shl(i32x4.shr_u(high, 14), 3), base), half);
}

function store(out: i32, at: v128, left: v128, right: v128, one: v128): void {
  const lower = i64x2.extract_lane(at, 0);
  const upper = i64x2.extract_lane(at, 1);
  v128.store(out, between(<i32>lower, <i32>(lower >>> 32), left, one));
  v128.store(out, between(<i32>upper, <i32>(upper >>> 32), right, one), 16);
}

/** Interpolates from two cells of the table; the place in the cell is what `value` has after exponent and cell. */
function between(firstCell: i32, secondCell: i32, value: v128, one: v128): v128 {
  const place = f64x2.sub(v128.or(i64x2.shr_u(i64x2.shl(value, 18), 12), one), one);
  const first = v128.load(firstCell);
  const second = v128.load(secondCell);
  const from = v128.shuffle<i64>(first, second, 0, 2);
  const to = v128.shuffle<i64>(first, second, 1, 3);
  return f64x2.add(from, f64x2.mul(f64x2.sub(to, from), place));
}

/** Turns a column of uniform numbers into draws. */
export function sample(table: i32, uniforms: i32, out: i32): void {
  const base = i32x4.splat(table - smallestExponentBytes);
  const half = halfOfTable;
  const one = unit;
  for (let end = out + columnBytes; out < end; out += 32, uniforms += 32) {
    const u = v128.load(uniforms);
    const v = v128.load(uniforms, 16);
    const left = tailOf(u);
    const right = tailOf(v);
    const isLow = v128.shuffle<i32>(f64x2.lt(u, f64x2.splat(0.5)), f64x2.lt(v, f64x2.splat(0.5)), 0, 2, 4, 6);
    store(out, cells(base, v128.andnot(half, isLow), left, right), left, right, one);
  }
}

function tailOf(u: v128): v128 {
  const tail = f64x2.min(u, f64x2.sub(f64x2.splat(1), u));
  return f64x2.max(tail, f64x2.splat(1.1641532182693481e-10));
}

let laneA: v128 = i32x4.splat(0);
let laneB: v128 = i32x4.splat(0);
let laneC: v128 = i32x4.splat(0);
let laneD: v128 = i32x4.splat(0);

/** Threefry4x32-20 of (block, lane) for four lanes at once. */
function seed(k0: i32, k1: i32, k2: i32, k3: i32, blockLow: i32, blockHigh: i32): void {
  const k4 = 0x1bd11bda ^ k0 ^ k1 ^ k2 ^ k3;
  laneA = i32x4.splat(blockLow + k0);
  laneB = i32x4.splat(blockHigh + k1);
  laneC = i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(k2));
  laneD = i32x4.splat(k3);
  oddRounds();
  inject(k1, k2, k3, k4 + 1);
  evenRounds();
  inject(k2, k3, k4, k0 + 2);
  oddRounds();
  inject(k3, k4, k0, k1 + 3);
  evenRounds();
  inject(k4, k0, k1, k2 + 4);
  oddRounds();
  inject(k0, k1, k2, k3 + 5);
}

function inject(a: i32, b: i32, c: i32, d: i32): void {
  laneA = i32x4.add(laneA, i32x4.splat(a));
  laneB = i32x4.add(laneB, i32x4.splat(b));
  laneC = i32x4.add(laneC, i32x4.splat(c));
  laneD = i32x4.add(laneD, i32x4.splat(d));
}

function oddRounds(): void {
  twoRounds(10, 26, 11, 21);
  twoRounds(13, 27, 23, 5);
}

function evenRounds(): void {
  twoRounds(6, 20, 17, 11);
  twoRounds(25, 10, 18, 20);
}

function twoRounds(r0: i32, r1: i32, r2: i32, r3: i32): void {
  laneA = i32x4.add(laneA, laneB);
  laneB = v128.xor(rotate(laneB, r0), laneA);
  laneC = i32x4.add(laneC, laneD);
  laneD = v128.xor(rotate(laneD, r1), laneC);
  laneA = i32x4.add(laneA, laneD);
  laneD = v128.xor(rotate(laneD, r2), laneA);
  laneC = i32x4.add(laneC, laneB);
  laneB = v128.xor(rotate(laneB, r3), laneC);
}

function rotate(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}

export function add(a: i32, b: i32, out: i32): void {
  for (let end = out + columnBytes; out < end; out += 64, a += 64, b += 64) {
    v128.store(out, f64x2.add(v128.load(a), v128.load(b)));
    v128.store(out, f64x2.add(v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, f64x2.add(v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, f64x2.add(v128.load(a, 48), v128.load(b, 48)), 48);
  }
}

export function multiply(a: i32, b: i32, out: i32): void {
  for (let end = out + columnBytes; out < end; out += 64, a += 64, b += 64) {
    v128.store(out, f64x2.mul(v128.load(a), v128.load(b)));
    v128.store(out, f64x2.mul(v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, f64x2.mul(v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, f64x2.mul(v128.load(a, 48), v128.load(b, 48)), 48);
  }
}

export function divide(a: i32, b: i32, out: i32): void {
  for (let end = out + columnBytes; out < end; out += 64, a += 64, b += 64) {
    v128.store(out, f64x2.div(v128.load(a), v128.load(b)));
    v128.store(out, f64x2.div(v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, f64x2.div(v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, f64x2.div(v128.load(a, 48), v128.load(b, 48)), 48);
  }
}

export function minimum(a: i32, b: i32, out: i32): void {
  for (let end = out + columnBytes; out < end; out += 64, a += 64, b += 64) {
    v128.store(out, f64x2.min(v128.load(a), v128.load(b)));
    v128.store(out, f64x2.min(v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, f64x2.min(v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, f64x2.min(v128.load(a, 48), v128.load(b, 48)), 48);
  }
}
