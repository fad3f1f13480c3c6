import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beta } from '../../src/stats/beta.ts';
import { discrete, point } from '../../src/stats/discrete.ts';
import type { Kernel } from '../../src/stats/kernel.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { normal } from '../../src/stats/normal.ts';
import { openKernel } from '../../src/stats/open-kernel.ts';
import { blockLength, stream } from '../../src/stats/random.ts';
import { compileTable, drawColumn, sampleColumn } from '../../src/stats/table.ts';

const tables = [normal(1, 2), lognormal(0, 1.5), beta(0.4, 3), point(7), discrete([0, 1], [0.3, 0.7])].map(
  compileTable,
);

describe.each(['simd', 'plain'] as const)('the %s kernel', (kind) => {
  const kernel = openKernel(tables, 3, kind);
  const [a, b, c] = kernel.columns as [Float64Array, Float64Array, Float64Array];

  test('is the one that was asked for', () => {
    expect(kernel.kind).toBe(kind);
    expect(kernel.columns.map((column) => column.length)).toEqual([blockLength, blockLength, blockLength]);
  });

  test('draws the bits of drawColumn, block by block', () => {
    const expected = new Float64Array(blockLength);
    fc.assert(
      fc.property(
        fc.nat(tables.length - 1),
        fc.oneof(fc.nat(1000), fc.constantFrom(2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 5)),
        fc.string(),
        (table, block, name) => {
          const named = stream(1, name);
          drawColumn(tables[table]!, named, block * blockLength, expected);
          kernel.draw(table, named, block, a);
          expect(a).toEqual(expected);
        },
      ),
    );
  });

  test('samples the bits of sampleColumn, at edges and ends too', () => {
    const edges = [0, 2 ** -40, 2 ** -33, 2 ** -32, 0.25, 0.5 - 2 ** -54, 0.5, 0.5 + 2 ** -53, 1 - 2 ** -53];
    const expected = new Float64Array(blockLength);
    tables.forEach((table, i) => {
      for (let j = 0; j < blockLength; j++) b[j] = edges[j] ?? (j + 0.31) / blockLength;
      sampleColumn(table, b, expected);
      kernel.sample(i, b, a);
      expect(a).toEqual(expected);
    });
  });

  test.each([
    ['add', (x: number, y: number) => x + y],
    ['multiply', (x: number, y: number) => x * y],
    ['divide', (x: number, y: number) => x / y],
    ['minimum', (x: number, y: number) => Math.min(x, y)],
  ] as const)('can %s columns, into one of them too', (name, expected) => {
    for (let i = 0; i < blockLength; i++) [a[i], b[i]] = [Math.sin(i) * 1e3, Math.cos(3 * i) / 7];
    const wanted = a.map((x, i) => expected(x, b[i]!));
    kernel[name](a, b, c);
    expect(c).toEqual(wanted);
    kernel[name](a, b, a);
    expect(a).toEqual(wanted);
  });
});

test('two kernels do not share memory', () => {
  const [one, two] = [openKernel(tables, 1), openKernel(tables.slice(1), 1)] as [Kernel, Kernel];
  one.draw(0, stream(1, 'x'), 0, one.columns[0]!);
  const before = one.columns[0]!.slice();
  two.draw(0, stream(1, 'y'), 0, two.columns[0]!);
  expect(one.columns[0]).toEqual(before);
});
