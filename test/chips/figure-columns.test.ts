import { expect, it } from 'vitest';
import { coherent } from '../../src/chips/figure.ts';
import { figureColumns } from '../../src/chips/figure-columns.ts';
import { stream } from '../../src/stats/random.ts';
import { drawColumn, type Table } from '../../src/stats/table.ts';
import { training } from '../training/data.ts';

it('draws a column of each figure from its own distribution, with tables that are compiled once', () => {
  const tables: Table[] = [];
  const column = (table: Table, name: string) => {
    tables.push(table);
    const out = new Float64Array(4096);
    drawColumn(table, stream(1, name), 0, out);
    return out.sort();
  };
  const { recovery, stall } = figureColumns(training.run, ['recovery', 'stall'], column);
  for (const [values, figure] of [
    [recovery, training.run.recovery],
    [stall, training.run.stall],
  ] as const) {
    const exact = coherent(figure.quantity)!.quantile(0.9);
    expect(values[Math.floor(0.9 * 4096)]! / exact).toBeGreaterThan(0.9);
    expect(values[Math.floor(0.9 * 4096)]! / exact).toBeLessThan(1.1);
  }
  figureColumns(training.run, ['stall'], column);
  expect(tables[2]).toBe(tables[1]);
});
