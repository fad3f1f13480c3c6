import { describe, expect, test } from 'vitest';
import { beta } from '../../src/stats/beta.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { mixture } from '../../src/stats/mixture.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { samplingKernel } from '../../src/stats/sampling-kernel.ts';
import { sobolColumn } from '../../src/stats/sobol.ts';
import { compileTable, halfLength, sampleColumn, type Table } from '../../src/stats/table.ts';

test('is one, with room for a table', () => {
  expect(samplingKernel()).toBe(samplingKernel());
  expect(samplingKernel().knots.length).toBe(2 * halfLength);
  expect(samplingKernel().jumps.length).toBe(2 * halfLength);
});

/** One uniform through a table, octave by octave. */
function drawOf({ knots, jumps, distribution }: Table, u: number): number {
  const tail = Math.max(Math.min(u, 1 - u), 2 ** -33);
  const octave = 32 - Math.clz32(tail * 2 ** 32);
  const place = 64 * (tail * 2 ** (33 - octave) - 1);
  const at = 64 * octave + Math.floor(place) + (u < 0.5 ? 0 : halfLength);
  if (jumps?.[at]) return distribution.quantile(u);
  return knots[at]! + (knots[at + 1]! - knots[at]!) * (place - Math.floor(place));
}

const u = new Float64Array(9_001);
uniforms(stream(1, 'sampling'), 0, u);
u.set([2 ** -40, 2 ** -33, 2 ** -32.5, 1 - 2 ** -33, 0.5, 0.25, 0.75, 1 - 2 ** -10]);

describe.each([
  ['a smooth distribution', lognormal(3, 1.5)],
  ['one with a peak at an end', beta(0.5, 3)],
  ['one with valleys', mixture([lognormal(34.5, 0.03), lognormal(33.8, 0.03)], [2, 1])],
])('draws of %s', (_, distribution) => {
  const table = compileTable(distribution);

  test('are straight lines between knots, quantiles at jumps, to the bit', () => {
    const out = new Float64Array(u.length);
    sampleColumn(table, u, out);
    expect(out).toEqual(u.map((each) => drawOf(table, each)));
  });

  test('may overwrite the uniforms', () => {
    const [out, same] = [new Float64Array(u.length), u.slice()];
    sampleColumn(table, u, out);
    sampleColumn(table, same, same);
    expect(same).toEqual(out);
  });
});

test('points go on from one run of the kernel to the next', () => {
  const whole = new Float64Array(10_000);
  sobolColumn(5, 3, whole, stream(1, 'x'));
  const part = new Float64Array(2_000);
  sobolColumn(5, 4_003, part, stream(1, 'x'));
  expect(part).toEqual(whole.slice(4_000, 6_000));
});
