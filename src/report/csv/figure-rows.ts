import { csv } from './csv.ts';

type Row = readonly [string, string, number, number | string, number | string, string];

/** Gathers an answer as a table: one figure a row, with its unit, and with its middle 80 % where it has one. */
export function figureRows() {
  const rows: Row[] = [];
  return {
    /** @param of what the figure belongs to */
    add: (of: string, name: string, value: number, unit: string): void => {
      rows.push([of, name, value, '', '', unit]);
    },
    /** A figure of the answer as a whole, with its interval. */
    interval: (
      name: string,
      { value, low, high }: { value: number; low: number; high: number },
      unit: string,
    ): void => {
      rows.push(['answer', name, value, low, high, unit]);
    },
    text: (): string => csv(['of', 'figure', 'value', 'low_10', 'high_90', 'unit'], rows),
  };
}
