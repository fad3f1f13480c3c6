import { fromWords, highWord } from './words.ts';

/** Pi / 2 in three parts, each but the last with 33 bits. */
const half = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/**
 * Sine, the same to the bit in every engine, as those of browsers and of Node differ in the last bit of Math.sin.
 *
 * Source: fdlibm 5.3, k_sin.c (Sun Microsystems, 1993), after reduction by pi / 2 in three parts: good to the last bits
 * up to some thousand turns, as angles of sun and season are.
 *
 * @param x rad
 */
export function sin(x: number): number {
  const turned = Math.round(x * (2 / Math.PI));
  const [rest, low] = reduced(x, turned);
  const quarter = turned & 3;
  const size = quarter & 1 ? nearCosine(rest, low) : nearSine(rest, low);
  return quarter > 1 ? -size : size;
}

/**
 * Cosine, as {@link sin}.
 *
 * @param x rad
 */
export function cos(x: number): number {
  const turned = Math.round(x * (2 / Math.PI));
  const [rest, low] = reduced(x, turned);
  const quarter = turned & 3;
  const size = quarter & 1 ? nearSine(rest, low) : nearCosine(rest, low);
  return quarter === 1 || quarter === 2 ? -size : size;
}

/**
 * Tangent: sin x / cos x.
 *
 * @param x rad
 */
export function tan(x: number): number {
  return sin(x) / cos(x);
}

/**
 * Inverse sine, the same to the bit in every engine; NaN beyond -1 to 1.
 *
 * Source: fdlibm 5.3, e_asin.c, its rational function up to 1/2, and asin x = pi/2 - 2 asin sqrt((1 - x) / 2) above.
 *
 * @returns rad, -pi/2 to pi/2
 */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size > 0.5) return Math.sign(x) * (Math.PI / 2 - 2 * asin(Math.sqrt((1 - size) / 2)));
  const z = x * x;
  const p =
    z *
    (0.16666666666666666 +
      z *
        (-0.3255658186224009 +
          z *
            (0.20121253213486293 +
              z * (-0.04005553450067941 + z * (0.0007915349942898145 + z * 0.00003479331075960212)))));
  const q =
    1 +
    z * (-2.403394911734414 + z * (2.0209457602335057 + z * (-0.6882839716054533 + z * 0.07703815055590194)));
  return x + x * (p / q);
}

/**
 * Inverse cosine: pi/2 - asin x, without cancellation near 1; NaN beyond -1 to 1.
 *
 * @returns rad, 0 to pi
 */
export function acos(x: number): number {
  if (x > 0.5) return 2 * asin(Math.sqrt((1 - x) / 2));
  return Math.PI / 2 - asin(x);
}

/** x less so many quarters of a turn, as the sum of two doubles. */
function reduced(x: number, quarters: number): readonly [number, number] {
  if (quarters === 0) return [x, 0];
  const first = x - quarters * half[0];
  const second = quarters * half[1];
  const near = first - second;
  const lost = first - near - second - quarters * half[2];
  const rest = near + lost;
  return [rest, near - rest + lost];
}

/** Sine within pi/4 of 0. */
function nearSine(x: number, low: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const cube = z * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  if (low === 0) return x + cube * (z * r - 0.16666666666666632);
  return x - (z * (0.5 * low - cube * r) - low - cube * -0.16666666666666632);
}

/** Cosine within pi/4 of 0. */
function nearCosine(x: number, low: number): number {
  const size = highWord(x) & 0x7fffffff;
  if (size < 0x3e400000) return 1;
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const part = size < 0x3fd33333 ? 0 : size > 0x3fe90000 ? 0.28125 : fromWords(size - 0x00200000, 0);
  return 1 - part - (0.5 * z - part - (z * r - x * low));
}
