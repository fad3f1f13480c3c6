import { normal } from '../stats/normal.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn, type Table } from '../stats/table.ts';
import type { YearOptions } from './generator-constants.ts';

let table: Table | undefined;

/** Standard normal draws of a year, mirrored in the second of a pair. */
export function standardNormals(
  { id }: { id: string },
  what: string,
  { seed, pair, sign, count }: Pick<YearOptions, 'seed' | 'pair' | 'sign'> & { count: number },
): Float64Array {
  table ??= compileTable(normal(0, 1));
  const out = new Float64Array(count);
  drawColumn(table, stream(seed, `weather/${id}/${pair}/${what}`), 0, out);
  if (sign < 0) for (let i = 0; i < count; i++) out[i] = -out[i]!;
  return out;
}

/** Makes independent standard normal values a first-order autoregression, in place. */
export function autoregression(noise: Float64Array, phi: number): Float64Array {
  const scale = Math.sqrt(1 - phi * phi);
  for (let i = 1; i < noise.length; i++) noise[i] = phi * noise[i - 1]! + scale * noise[i]!;
  return noise;
}
