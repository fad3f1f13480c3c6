import { error, SandtableError } from '../errors/fault.ts';
import type { Stream } from './random.ts';

import { samplingKernel } from './sampling-kernel.ts';
import { directionNumbers } from './sobol-directions.ts';
import { threefry4x32 } from './threefry.ts';

/** Dimensions for which direction numbers ship. */
export const sobolDimensions = 256;

/**
 * Fills `out` with coordinate `dimension` of the points `from`, `from + 1`, ... of a Sobol sequence, in (0, 1).
 *
 * Points are in binary order (bit k of the index switches direction number k). Every aligned run of 2^m points is a net:
 * each interval of length 2^-m holds one of them in every dimension. With `scramble`, the digits are permuted by nested
 * uniform (Owen) scrambling through a hash: B. Burley, Practical hash-based Owen scrambling, JCGT 9 (2020), with the
 * hash of N. Vegdahl (2021), twice. Streams with different names then give independent replicates, whose scatter is an
 * honest error bar. A value is (k + 1/2) / 2^32.
 *
 * @param dimension 0 to 255; give the quantities that matter most the lowest
 * @param from index of the first point, from 0; indices stay below 2^32
 * @param out receives as many coordinates
 * @param scramble names the scrambling; without it, the plain sequence, which only tests should want
 * @throws SandtableError ST-N007
 */
export function sobolColumn(dimension: number, from: number, out: Float64Array, scramble?: Stream): void {
  if (!(dimension >= 0 && dimension < sobolDimensions && from >= 0 && from + out.length <= 2 ** 32)) {
    throw new SandtableError(
      error(
        'ST-N007',
        `There is no coordinate ${dimension} of Sobol points ${from} to ${from + out.length - 1}.`,
        `Use dimensions 0 to ${sobolDimensions - 1} and indices below 2^32, and streams for the rest.`,
      ),
    );
  }
  const [first, second] = scramble ? scrambleSeeds(scramble, dimension) : [0, 0];
  const kernel = samplingKernel();
  kernel.directions.set(directionsOf(dimension));
  const { column } = kernel;
  for (let at = 0; at < out.length; at += column.length) {
    const count = Math.min(column.length, out.length - at);
    const [directions, points] = [kernel.directions.byteOffset, column.byteOffset];
    kernel.points(directions, scramble ? 1 : 0, first!, second!, from + at, count, points);
    out.set(count === column.length ? column : column.subarray(0, count), at);
  }
}

const known = new Map<number, Int32Array>();
const initial = directionNumbers.split(',');

/** Direction numbers with bits reversed: the exclusive or of the first ones up to each. */
function directionsOf(dimension: number): Int32Array {
  const before = known.get(dimension);
  if (before) return before;
  const single = dimension === 0 ? Int32Array.from({ length: 32 }, (_, k) => 1 << k) : recurrence(dimension);
  let sum = 0;
  const upTo = single.map((direction) => {
    sum ^= direction;
    return sum;
  });
  known.set(dimension, upTo);
  return upTo;
}

/** Joe and Kuo (2008), equation 2. */
function recurrence(dimension: number): Int32Array {
  const [polynomial, ...m] = initial[dimension - 1]!.split(' ').map((word) => Number.parseInt(word, 36));
  const degree = m.length;
  const directions = m.map((odd, k) => odd << (31 - k));
  for (let k = degree; k < 32; k++) {
    let direction = directions[k - degree]! ^ (directions[k - degree]! >>> degree);
    for (let i = 1; i < degree; i++) {
      if ((polynomial! >> (degree - i)) & 1) direction ^= directions[k - i]!;
    }
    directions.push(direction);
  }
  return Int32Array.from(directions, reverse);
}

function scrambleSeeds({ key }: Stream, dimension: number): Int32Array {
  const words = Int32Array.of(dimension, 0, 0, 1);
  threefry4x32(key, words, words);
  return words;
}

function reverse(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
