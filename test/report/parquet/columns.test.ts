import { expect, it } from 'vitest';
import { arraysOf, emptyColumns } from '../../../src/installed/columns.ts';
import { columnsFromParquet, columnsToParquet } from '../../../src/report/parquet/columns.ts';

function sample() {
  const columns = emptyColumns(
    { from: 1024, draws: 3000 },
    { globals: ['pool', 'pace'], sites: 2, items: 2, outcomes: [2, 3] },
  );
  arraysOf(columns).forEach(({ values }, column) => {
    for (let draw = 0; draw < values.length; draw++) {
      values[draw] = values instanceof Uint8Array ? (draw * 7 + column) % 256 : Math.sin(draw + column) / 3;
    }
    if (values instanceof Float64Array) values.set([0, -0, Number.NEGATIVE_INFINITY, 5e-324], 0);
  });
  return columns;
}

it('gives back every column bit for bit', async () => {
  const columns = sample();
  const read = await columnsFromParquet(columnsToParquet(columns, { run: 'st1-x', part: '2' }));
  expect(read!.label).toEqual({ run: 'st1-x', part: '2' });
  expect(read!.columns.from).toBe(1024);
  const bits = (values: Float64Array | Uint8Array) => Buffer.from(values.buffer).toString('base64');
  const [p, q] = [arraysOf(columns), arraysOf(read!.columns)];
  expect(q.map(({ name }) => name)).toEqual(p.map(({ name }) => name));
  for (const [i, { name, values }] of p.entries()) expect(bits(q[i]!.values), name).toBe(bits(values));
});

it('knows what it did not write', async () => {
  expect(await columnsFromParquet(new TextEncoder().encode('no parquet'))).toBeNull();
  const cut = columnsToParquet(sample(), {});
  expect(await columnsFromParquet(cut.slice(0, cut.length - 9))).toBeNull();
});
