import { fromWords, highWord } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * e^x, the same to the bit in every engine, as those of browsers and of Node differ in the last bit of Math.exp.
 *
 * Source: fdlibm 5.3, e_exp.c (Sun Microsystems, 1993); error under one unit in the last place.
 */
export function exp(x: number): number {
  const bits = highWord(x);
  const negative = bits >>> 31;
  const size = bits & 0x7fffffff;
  if (size >= 0x40862e42) {
    if (!(x <= 709.782712893384)) return x > 0 ? Infinity : x;
    if (x < -745.1332191019411) return 0;
  }
  let high = 0;
  let low = 0;
  let k = 0;
  let rest = x;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      // The steps below would miss the last bit of e.
      if (x === 1) return Math.E;
      high = negative ? x + ln2High : x - ln2High;
      low = negative ? -ln2Low : ln2Low;
      k = 1 - 2 * negative;
    } else {
      k = Math.trunc(Math.LOG2E * x + (negative ? -0.5 : 0.5));
      high = x - k * ln2High;
      low = k * ln2Low;
    }
    rest = high - low;
  } else if (size < 0x3e300000) return 1 + x;
  const t = rest * rest;
  const c =
    rest -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((rest * c) / (c - 2) - rest);
  return scaled(1 - (low - (rest * c) / (2 - c) - high), k);
}

/**
 * e^x - 1 without cancellation near 0, the same to the bit in every engine.
 *
 * Source: fdlibm 5.3, s_expm1.c; error under one unit in the last place.
 */
export function expm1(x: number): number {
  const bits = highWord(x);
  const negative = bits < 0;
  const size = bits & 0x7fffffff;
  if (size >= 0x4043687a) {
    if (Number.isNaN(x)) return x;
    if (x > 709.782712893384) return Infinity;
    if (negative) return -1;
  }
  let k = 0;
  let c = 0;
  let rest = x;
  if (size > 0x3fd62e42) {
    let high = 0;
    let low = 0;
    if (size < 0x3ff0a2b2) {
      k = negative ? -1 : 1;
      high = negative ? x + ln2High : x - ln2High;
      low = negative ? -ln2Low : ln2Low;
    } else {
      k = Math.trunc(Math.LOG2E * x + (negative ? -0.5 : 0.5));
      high = x - k * ln2High;
      low = k * ln2Low;
    }
    rest = high - low;
    c = high - rest - low;
  } else if (size < 0x3c900000) return x;
  return lessOne(rest, c, k);
}

/** e^(k ln 2 + rest + c) - 1. */
function lessOne(rest: number, c: number, k: number): number {
  const half = 0.5 * rest;
  const square = rest * half;
  const series =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square *
              (-0.0000793650757867488 +
                square * (0.000004008217827329362 + square * -2.0109921818362437e-7))));
  const t = 3 - series * half;
  let e = square * ((series - t) / (6 - rest * t));
  if (k === 0) return rest - (rest * e - square);
  e = rest * (e - c) - c - square;
  if (k === -1) return 0.5 * (rest - e) - 0.5;
  if (k === 1) return rest < -0.25 ? -2 * (e - (rest + 0.5)) : 1 + 2 * (rest - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - rest);
    return (k === 1024 ? y * 2 * 8.98846567431158e307 : y * powerOfTwo(k)) - 1;
  }
  if (k < 20) {
    const y = fromWords(0x3ff00000 - (0x200000 >> k), 0) - (e - rest);
    return y * powerOfTwo(k);
  }
  const y = rest - (e + powerOfTwo(-k)) + 1;
  return y * powerOfTwo(k);
}

/** 2^k for normal results. */
function powerOfTwo(k: number): number {
  return fromWords((0x3ff + k) << 20, 0);
}

/** y 2^k, subnormal results included. */
function scaled(y: number, k: number): number {
  if (k === 1024) return y * 2 * 8.98846567431158e307;
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * 9.332636185032189e-302;
}
