import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { fromWords, highWord, leading, lowWord } from './words.ts';

const cp = 0.9617966939259756;
const cpHigh = 0.9617967009544373;
const cpLow = -7.028461650952758e-9;
const halfHigh = 0.5849624872207642;
const halfLow = 1.350039202129749e-8;
const ln2 = Math.LN2;
const ln2High = 0.6931471824645996;
const ln2Low = -1.904654299957768e-9;

/**
 * x^y for x of 0 or more, the same to the bit in every engine, as those of browsers and of Node differ in the last bit of
 * Math.pow and of `**`; NaN below 0. Whole powers up to 2^53 of whole numbers are exact where they fit.
 *
 * Source: fdlibm 5.3, e_pow.c (Sun Microsystems, 1993), in two doubles: log2(x) = t1 + t2; error under 0.7 units in the
 * last place.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (!(x >= 0) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (x === 1) return 1;
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (Math.abs(y) >= 2147483648) return exp(y * log(x));
  const [t1, t2] = logarithmInTwo(x);
  const y1 = leading(y);
  const low = (y - y1) * t1 + y * t2;
  const high = y1 * t1;
  const z = low + high;
  // 2^z beyond the range of a double, or so near its ends that the exponential's own care for them is wanted.
  if (!(z < 1023 && z > -1021)) return beyond(z);
  return twoTo(high, low);
}

/** log2(x) as the sum of two doubles, the first with 32 bits. */
function logarithmInTwo(x: number): readonly [number, number] {
  const lifted = x < 2.2250738585072014e-308;
  const normal = lifted ? x * 9007199254740992 : x;
  const bits = highWord(normal);
  const j = bits & 0x000fffff;
  let n = (bits >> 20) - 0x3ff - (lifted ? 53 : 0);
  let high = j | 0x3ff00000;
  const k = j > 0x3988e && j < 0xbb67a ? 1 : 0;
  if (j >= 0xbb67a) {
    n += 1;
    high -= 0x00100000;
  }
  const a = fromWords(high, lowWord(normal));
  const base = k === 1 ? 1.5 : 1;
  const u = a - base;
  const v = 1 / (a + base);
  const s = u * v;
  const sHigh = leading(s);
  const tHigh = fromWords(((high >> 1) | 0x20000000) + 0x00080000 + (k << 18), 0);
  const sLow = v * (u - sHigh * tHigh - sHigh * (a - (tHigh - base)));
  const s2 = s * s;
  const r =
    s2 *
      s2 *
      (0.5999999999999946 +
        s2 *
          (0.4285714285785502 +
            s2 *
              (0.33333332981837743 +
                s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))))) +
    sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const cubeHigh = leading(3 + square + r);
  const cubeLow = r - (cubeHigh - 3 - square);
  const p = sHigh * cubeHigh;
  const q = sLow * cubeHigh + cubeLow * s;
  const pHigh = leading(p + q);
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + (q - (pHigh - p)) * cp + k * halfLow;
  const t1 = leading(zHigh + zLow + k * halfHigh + n);
  return [t1, zLow - (t1 - n - k * halfHigh - zHigh)];
}

/** 2^(high + low). */
function twoTo(high: number, low: number): number {
  const whole = Math.round(low + high);
  const rest = high - whole;
  const t = leading(low + rest);
  const u = t * ln2High;
  const v = (low - (t - rest)) * ln2 + t * ln2Low;
  const z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const c =
    z -
    square *
      (0.16666666666666602 +
        square *
          (-0.0027777777777015593 +
            square *
              (0.00006613756321437934 +
                square * (-0.0000016533902205465252 + square * 4.1381367970572385e-8))));
  const r = (z * c) / (c - 2) - (w + z * w);
  return (1 - (r - z)) * fromWords((0x3ff + whole) << 20, 0);
}

function beyond(z: number): number {
  if (z >= 1024) return Infinity;
  return z < -1075 ? 0 : exp((z / 2) * Math.LN2) * exp((z / 2) * Math.LN2);
}
