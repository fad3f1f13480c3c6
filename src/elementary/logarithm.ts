import { fromWords, highWord, lowWord } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** The series of fdlibm in s = f / (2 + f), of log(1 + f) - 2 s. */
function series(z: number): number {
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return odd + even;
}

/**
 * Natural logarithm, the same to the bit in every engine, as those of browsers and of Node differ in the last bit of
 * Math.log; NaN below 0.
 *
 * Source: fdlibm 5.3, e_log.c (Sun Microsystems, 1993); error under one unit in the last place.
 */
export function log(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  const normal = x < 2.2250738585072014e-308 ? x * 18014398509481984 : x;
  const lifted = normal === x ? 0 : -54;
  const bits = highWord(normal);
  const high = bits & 0x000fffff;
  const up = (high + 0x95f64) & 0x100000;
  const k = lifted + (bits >> 20) - 1023 + (up >> 20);
  const f = fromWords(high | (up ^ 0x3ff00000), lowWord(normal)) - 1;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - rest : k * ln2High - (rest - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const rest = series(s * s);
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + rest));
    return k * ln2High - (half - (s * (half + rest) + k * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - rest);
  return k * ln2High - (s * (f - rest) - k * ln2Low - f);
}

/**
 * log(1 + x) without cancellation near 0, the same to the bit in every engine; NaN below -1.
 *
 * Source: fdlibm 5.3, s_log1p.c; error under one unit in the last place.
 */
export function log1p(x: number): number {
  const bits = highWord(x);
  const size = bits & 0x7fffffff;
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 1;
  let c = 0;
  let high = 1;
  let f = 0;
  if (bits < 0x3fda827a) {
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (bits > 0 || bits <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
    }
  }
  if (k !== 0) {
    const u = bits < 0x43400000 ? 1 + x : x;
    const upper = highWord(u);
    k = (upper >> 20) - 1023;
    if (bits < 0x43400000) c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    high = upper & 0x000fffff;
    if (high < 0x6a09e) f = fromWords(high | 0x3ff00000, lowWord(u)) - 1;
    else {
      k += 1;
      f = fromWords(high | 0x3fe00000, lowWord(u)) - 1;
      high = (0x00100000 - high) >> 2;
    }
  }
  const half = 0.5 * f * f;
  if (high === 0) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + (c + k * ln2Low);
    const rest = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - rest : k * ln2High - (rest - (k * ln2Low + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const rest =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  if (k === 0) return f - (half - s * (half + rest));
  return k * ln2High - (half - (s * (half + rest) + (k * ln2Low + c)) - f);
}

/** Logarithm to base 2: exact where x is a power of two; NaN below 0. */
export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return log(x);
  const normal = x < 2.2250738585072014e-308 ? x * 18014398509481984 : x;
  const exponent = (highWord(normal) >> 20) - (normal === x ? 1023 : 1077);
  const significand = fromWords((highWord(normal) & 0x000fffff) | 0x3ff00000, lowWord(normal));
  return significand < Math.SQRT2
    ? exponent + log(significand) * Math.LOG2E
    : exponent + 1 + log(significand / 2) * Math.LOG2E;
}
