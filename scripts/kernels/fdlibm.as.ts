// AssemblyScript, taken into the kernels that need it: exp and log as fdlibm computes them (Sun Microsystems 1993, e_exp.c
// and e_log.c), the same to the bit as src/elementary has them. AssemblyScript's own differ in the last one.

const ln2High: f64 = 0.6931471803691238;
const ln2Low: f64 = 1.9082149292705877e-10;

/** e^x. */
export function exp(x: f64): f64 {
  const bits = <u32>(reinterpret<u64>(x) >> 32);
  const negative = <i32>(bits >> 31);
  const size = bits & 0x7fffffff;
  if (size >= 0x40862e42) {
    if (!(x <= 709.782712893384)) return x > 0 ? Infinity : x;
    if (x < -745.1332191019411) return 0;
  }
  let high: f64 = 0;
  let low: f64 = 0;
  let k = 0;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      // The steps below would miss the last bit of e.
      if (x === 1) return Math.E;
      high = negative ? x + ln2High : x - ln2High;
      low = negative ? -ln2Low : ln2Low;
      k = 1 - 2 * negative;
    } else {
      k = <i32>(Math.LOG2E * x + (negative ? -0.5 : 0.5));
      high = x - <f64>k * ln2High;
      low = <f64>k * ln2Low;
    }
    x = high - low;
  } else if (size < 0x3e300000) return 1 + x;
  const t = x * x;
  const c =
    x -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * 8.98846567431158e307;
  if (k >= -1021) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * 9.332636185032189e-302;
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<u64>(0x3ff00000 + (k << 20))) << 32);
}

/** Natural logarithm. */
export function log(x: f64): f64 {
  if (!(x >= 0)) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= 18014398509481984;
  }
  const bits = reinterpret<u64>(x);
  let high = <i32>(bits >> 32);
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const up = (high + 0x95f64) & 0x100000;
  k += up >> 20;
  const f = reinterpret<f64>(((<u64>(high | (up ^ 0x3ff00000))) << 32) | (bits & 0xffffffff)) - 1;
  const whole = <f64>k;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : whole * ln2High + whole * ln2Low;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - rest : whole * ln2High - (rest - whole * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + rest));
    return whole * ln2High - (half - (s * (half + rest) + whole * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - rest);
  return whole * ln2High - (s * (f - rest) - whole * ln2Low - f);
}
