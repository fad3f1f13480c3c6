import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { ColumnMemory } from './column-memory.ts';
import { weightsWasm } from './weights.wasm.ts';

/** Relative probabilities of the draws: as they are, or as logarithms; draws weigh the same where both are left out. */
export interface Weighting {
  /** Non-negative, any scale. */
  weights?: Float64Array;
  /** Any offset; -Infinity for an impossible draw. */
  logWeights?: Float64Array;
}

/** Addresses throughout; scripts/kernels/weights.as.ts says what each does. */
interface WeightKernel {
  largest(column: number, n: number): number;
  least(column: number, n: number): number;
  sum(column: number, n: number): number;
  exponentials(column: number, n: number, most: number): void;
  divide(column: number, n: number, by: number): void;
  effective(column: number, n: number): number;
  resample(column: number, n: number, picks: number, uniform: number, out: number): void;
}

let opened: ColumnMemory<WeightKernel> | undefined;

/** A column in the kernel's memory, valid until another is put there. */
export interface Placed {
  kernel: WeightKernel;
  memory: ColumnMemory<WeightKernel>;
  at: number;
  values: Float64Array;
}

function placed(column: Float64Array, spare = 0): Placed {
  opened ??= new ColumnMemory(weightsWasm);
  opened.restart(8 * column.length + spare);
  const values = opened.floats(column.length);
  values.set(column);
  return { kernel: opened.kernel, memory: opened, at: values.byteOffset, values };
}

/**
 * {@link relativeWeights} in the kernel's memory.
 *
 * @param spare bytes of memory to be left beside them
 */
export function placedWeights(count: number, { weights, logWeights }: Weighting, spare = 0): Placed {
  if (count === 0) throw emptyColumn('the draws');
  if (weights && logWeights) throw badWeight('Both weights and log weights were given.');
  if (logWeights) return placedExponentials(placed(requireLength(logWeights, count, 'log weights'), spare));
  if (weights) return requireWeights(placed(requireLength(weights, count, 'weights'), spare));
  return placed(new Float64Array(count).fill(1), spare);
}

/**
 * Non-negative weights on an arbitrary scale, checked.
 *
 * @param count number of draws
 * @returns one weight per draw; their sum is positive and finite
 * @throws SandtableError ST-N050 no draws, ST-N052 wrong length, ST-N053 bad weight, ST-N054 all zero
 */
export function relativeWeights(count: number, weighting: Weighting = {}): Float64Array {
  const { values } = placedWeights(count, weighting);
  return weighting.weights ?? values.slice();
}

/**
 * Weights that add up to one.
 *
 * @param weighting weights or log weights, one per draw
 * @param count number of draws
 * @throws SandtableError ST-N050, ST-N052, ST-N053, ST-N054 as {@link relativeWeights}
 */
export function normalisedWeights(count: number, weighting: Weighting = {}): Float64Array {
  const { kernel, at, values } = placedWeights(count, weighting);
  kernel.divide(at, count, kernel.sum(at, count));
  return values.slice();
}

/**
 * Log weights whose exponentials add up to one: `log w_i - log sum_j w_j`.
 *
 * @throws SandtableError ST-N050 no draws, ST-N053 NaN or +Infinity, ST-N054 all -Infinity
 */
export function normalisedLogWeights(logWeights: Float64Array): Float64Array {
  if (logWeights.length === 0) throw emptyColumn('log weights');
  const total = logSumExp(logWeights);
  if (total === Number.NEGATIVE_INFINITY) throw noWeight();
  if (!Number.isFinite(total)) throw badWeight('A log weight is NaN or +Infinity.');
  return logWeights.map((value) => value - total);
}

/**
 * `log sum_i exp(x_i)` without overflow; -Infinity for an empty sum, NaN if an entry is NaN.
 *
 * @param values logarithms
 */
export function logSumExp(values: Float64Array): number {
  const largest = largestOf(values);
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += exp(values[i]! - largest);
  return largest + log(total);
}

/** Largest entry; -Infinity for an empty column, NaN if an entry is. */
function largestOf(values: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  return largest;
}

/** Plain sum of a column. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/**
 * Checks that a column has draws and that all are finite.
 *
 * @param column one value per draw
 * @param name what the column is, for the message
 * @returns the column itself
 * @throws SandtableError ST-N050 empty, ST-N051 NaN or infinite
 */
export function requireFinite(column: Float64Array, name: string): Float64Array {
  if (column.length === 0) throw emptyColumn(name);
  // A sum is finite only if all terms are; a sum that overflows is examined term by term.
  if (Number.isFinite(sum(column))) return column;
  const at = column.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) {
    throw new SandtableError(
      error('ST-N051', `Draw ${at} of ${name} is ${column[at]}.`, 'Find the step that made this value.'),
    );
  }
  return column;
}

/**
 * Checks that a column has one entry per draw.
 *
 * @throws SandtableError ST-N052
 */
export function requireLength(column: Float64Array, count: number, name: string): Float64Array {
  if (column.length === count) return column;
  throw new SandtableError(
    error('ST-N052', `There are ${count} draws but ${column.length} ${name}.`, 'Pass one entry per draw.'),
  );
}

/** @returns the error for a column without draws */
export function emptyColumn(name: string): SandtableError {
  return new SandtableError(error('ST-N050', `The column of ${name} is empty.`, 'Pass at least one draw.'));
}

/** @returns the error for a setting outside its range */
export function outOfRange(name: string, value: number, range: string): SandtableError {
  return new SandtableError(error('ST-N055', `${name} is ${value}.`, `Pass ${range}.`));
}

/**
 * Checks that log weights are the logarithms of weights with a positive and finite sum.
 *
 * @returns the largest of them
 * @throws SandtableError ST-N050 no draws, ST-N053 NaN or +Infinity, ST-N054 all -Infinity
 */
export function requireLogWeights(logWeights: Float64Array): number {
  return largestLog(placed(logWeights));
}

function largestLog({ kernel, at, values }: Placed): number {
  if (values.length === 0) throw emptyColumn('the draws');
  const largest = kernel.largest(at, values.length);
  if (largest === Number.NEGATIVE_INFINITY) throw noWeight();
  if (!Number.isFinite(largest)) throw badWeight('A log weight is NaN or +Infinity.');
  return largest;
}

function placedExponentials(column: Placed): Placed {
  column.kernel.exponentials(column.at, column.values.length, largestLog(column));
  return column;
}

function requireWeights(column: Placed): Placed {
  const { kernel, at, values } = column;
  const total = kernel.sum(at, values.length);
  const smallest = kernel.least(at, values.length);
  if (smallest < 0) throw badWeight(`The smallest weight is ${smallest}.`);
  if (!Number.isFinite(total)) throw badWeight('A weight, or the sum of the weights, is not finite.');
  if (total === 0) throw noWeight();
  return column;
}

function badWeight(what: string): SandtableError {
  return new SandtableError(error('ST-N053', what, 'Pass non-negative finite weights, or log weights.'));
}

/** @returns the error for draws that are all impossible */
export function noWeight(): SandtableError {
  return new SandtableError(
    error('ST-N054', 'All weights are zero.', 'Look for an item of evidence that excludes every draw.'),
  );
}
