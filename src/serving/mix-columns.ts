import { coherent } from '../chips/figure.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { type ChipRates, type Mix, writtenPerSecond } from './chip-day.ts';
import type { ServiceNumbers } from './workloads.ts';

/** Numbers of a service that a draw has one value of each. */
export const mixParameters = [
  'readPerWritten',
  'cacheHits',
  'context',
  'decodeFilled',
  'prefillFilled',
  'peakOverMean',
  'inService',
] as const;
export type MixParameter = (typeof mixParameters)[number];

/** Draws of a service, and of how far the times of the serving model are off. */
export interface MixColumns extends Readonly<Record<MixParameter, Float64Array>> {
  /** Rates of chips over those predicted; one factor for all of them, since they share the model. */
  error: Float64Array;
}

/**
 * Draws the numbers of a service from addressed streams, each by its name.
 *
 * @param sd standard deviation of the logarithm of a predicted rate
 */
export function mixColumns(
  numbers: ServiceNumbers,
  { seed, from = 0, draws, sd }: { seed: number; from?: number; draws: number; sd: number },
): MixColumns {
  const column = (of: Distribution, name: string) => {
    const out = new Float64Array(draws);
    drawColumn(compileTable(of), stream(seed, `serving/${name}`), from, out);
    return out;
  };
  const pairs = mixParameters.map((name) => [name, column(coherent(numbers[name].quantity)!, name)] as const);
  const columns = Object.fromEntries(pairs) as Record<MixParameter, Float64Array>;
  for (const name of shares) capAt(columns[name], 1);
  floorAt(columns.peakOverMean, 1);
  return { ...columns, error: column(lognormal(0, sd), 'rate') };
}

/** A share cannot exceed the whole, whatever the tails of its distribution. */
const shares = ['cacheHits', 'decodeFilled', 'prefillFilled', 'inService'] as const;

function capAt(column: Float64Array, most: number): void {
  for (let i = 0; i < column.length; i++) if (column[i]! > most) column[i] = most;
}

function floorAt(column: Float64Array, least: number): void {
  for (let i = 0; i < column.length; i++) if (column[i]! < least) column[i] = least;
}

/** One draw of the mix. */
export function mixAt(columns: MixColumns, i: number, into: Mix): Mix {
  into.readPerWritten = columns.readPerWritten[i]!;
  into.cacheHits = columns.cacheHits[i]!;
  into.context = columns.context[i]!;
  into.decodeFilled = columns.decodeFilled[i]!;
  into.prefillFilled = columns.prefillFilled[i]!;
  return into;
}

const secondsOfDay = 86_400;

/**
 * Tokens read and written by one chip of a kind on a day, in some draws.
 *
 * tokens = written a second x (1 + r) x 86,400 x in service / peak over mean
 *
 * @param draws which draws; all of them where left out
 */
export function chipDayColumn(rates: ChipRates, columns: MixColumns, draws?: Uint32Array): Float64Array {
  const out = new Float64Array(draws ? draws.length : columns.error.length);
  const mix = { readPerWritten: 0, cacheHits: 0, context: 0, decodeFilled: 0, prefillFilled: 0 };
  for (let i = 0; i < out.length; i++) {
    const d = draws ? draws[i]! : i;
    mixAt(columns, d, mix);
    const each = writtenPerSecond(rates, mix) * columns.error[d]! * (1 + mix.readPerWritten);
    out[i] = (each * secondsOfDay * columns.inService[d]!) / columns.peakOverMean[d]!;
  }
  return out;
}
