import { figureColumns } from '../chips/figure-columns.ts';
import { exp } from '../elementary/exponential.ts';
import { normal } from '../stats/normal.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn, drawsAt, type Table } from '../stats/table.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { type ChipRates, cellOf } from './chip-day.ts';
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

/** Draws of a service, and of how far the rates of the serving model are off. */
export interface MixColumns extends Readonly<Record<MixParameter, Float64Array>> {
  /** Standard normal: rates are off by a factor exp(spread x error), the same way for all kinds, which share the model. */
  error: Float64Array;
}

/**
 * Draws the numbers of a service from addressed streams, each by its name.
 */
export function mixColumns(
  numbers: ServiceNumbers,
  { seed, draws }: { seed: number; draws: number },
): MixColumns {
  return mixed(numbers, (table, name) => {
    const out = new Float64Array(draws);
    drawColumn(table, stream(seed, `serving/${name}`), 0, out);
    return out;
  });
}

/**
 * The same numbers in some draws of a run.
 *
 * @param column index of the run's first draw, and how many it has
 * @param draws places within the run
 */
export function mixColumnsAt(
  numbers: ServiceNumbers,
  options: { seed: number; column: { from: number; draws: number }; draws: Uint32Array },
): MixColumns {
  const { seed, column, draws } = options;
  return mixed(numbers, (table, name) => drawsAt(table, stream(seed, `serving/${name}`), column, draws));
}

function mixed(numbers: ServiceNumbers, column: (table: Table, name: string) => Float64Array): MixColumns {
  const columns = figureColumns(numbers, mixParameters, column);
  for (const name of shares) capAt(columns[name], 1);
  floorAt(columns.peakOverMean, 1);
  return { ...columns, error: column(standard, 'rate') };
}

const standard = compileTable(normal(0, 1));

/** A share cannot exceed the whole, whatever the tails of its distribution. */
const shares = ['cacheHits', 'decodeFilled', 'prefillFilled', 'inService'] as const;

function capAt(column: Float64Array, most: number): void {
  for (let i = 0; i < column.length; i++) if (column[i]! > most) column[i] = most;
}

function floorAt(column: Float64Array, least: number): void {
  for (let i = 0; i < column.length; i++) if (column[i]! < least) column[i] = least;
}

/**
 * Tokens read and written by one chip on a day, a mean over kinds of chips, in every draw.
 *
 * tokens = written a second x (1 + r) x 86,400 x in service / peak over mean, written a second as `writtenPerSecond`
 *
 * @param kinds rates of each kind, all at the same contexts, and its share
 */
export function chipDayColumn(
  kinds: readonly { rates: ChipRates & { spread: number }; share: number }[],
  columns: MixColumns,
): Float64Array {
  const out = new Float64Array(columns.error.length);
  if (kinds.length === 0) return out;
  const { readPerWritten, inService, peakOverMean, decodeFilled, error } = columns;
  const spans = spansOf(kinds[0]!.rates.contexts, columns.context);
  const perRead = readSeconds(columns);
  for (const { rates, share } of kinds) {
    // Seconds of a chip for a token, context by context.
    const write = Float64Array.from(rates.decode, (rate) => 1 / rate);
    const read = Float64Array.from(rates.prefill, (rate) => 1 / rate);
    addKind(out, { write, read, share, spread: rates.spread }, { ...spans, perRead, decodeFilled, error });
  }
  for (let d = 0; d < out.length; d++) {
    const served = inService[d]! / peakOverMean[d]!;
    out[d] = out[d]! * (1 + readPerWritten[d]!) * secondsOfDay * served;
  }
  return out;
}

/** What a second of reading counts for each token written. */
function readSeconds({ readPerWritten, cacheHits, prefillFilled }: MixColumns): Float64Array {
  const perRead = new Float64Array(readPerWritten.length);
  for (let d = 0; d < perRead.length; d++) {
    perRead[d] = (readPerWritten[d]! * (1 - cacheHits[d]!)) / prefillFilled[d]!;
  }
  return perRead;
}

/** Between which of some contexts each one lies, and how far along: at an end beyond them. */
interface Spans {
  cell: Uint8Array;
  along: Float64Array;
}

function spansOf(contexts: readonly number[], context: Float64Array): Spans {
  const cell = new Uint8Array(context.length);
  const along = new Float64Array(context.length);
  for (let d = 0; d < cell.length; d++) {
    const c = cellOf(contexts, context[d]!);
    cell[d] = c;
    along[d] = Math.min(1, Math.max(0, (context[d]! - contexts[c]!) / (contexts[c + 1]! - contexts[c]!)));
  }
  return { cell, along };
}

/** Adds what one kind writes a second; by kind and not by draw, so that the loop is compiled soon. */
function addKind(
  out: Float64Array,
  { write, read, share, spread }: { write: Float64Array; read: Float64Array; share: number; spread: number },
  {
    cell,
    along,
    perRead,
    decodeFilled,
    error,
  }: Spans & Record<'perRead' | 'decodeFilled' | 'error', Float64Array>,
): void {
  for (let d = 0; d < out.length; d++) {
    const c = cell[d]!;
    const t = along[d]!;
    const writing = write[c]! + t * (write[c + 1]! - write[c]!);
    const reading = read[c]! + t * (read[c + 1]! - read[c]!);
    const seconds = writing * (1 / decodeFilled[d]!) + reading * perRead[d]!;
    out[d]! += (share * exp(spread * error[d]!)) / seconds;
  }
}
