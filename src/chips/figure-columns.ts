import { compileTable, type Table } from '../stats/table.ts';
import { coherent, type Figure } from './figure.ts';

const compiled = new WeakMap<object, Map<string, Table>>();

/**
 * One column of draws for each of some figures; their tables are compiled once.
 *
 * @param figures by name, none of them unknown
 * @param column draws of the table of a figure
 */
export function figureColumns<N extends string>(
  figures: Readonly<Record<N, Figure>>,
  names: readonly N[],
  column: (table: Table, name: N) => Float64Array,
): Record<N, Float64Array> {
  const tables = compiled.get(figures) ?? new Map<string, Table>();
  compiled.set(figures, tables);
  const pairs = names.map((name) => {
    const table = tables.get(name) ?? compileTable(coherent(figures[name].quantity)!);
    tables.set(name, table);
    return [name, column(table, name)] as const;
  });
  return Object.fromEntries(pairs) as Record<N, Float64Array>;
}
