import { error, SandtableError } from '../errors/fault.ts';

/** Relative probabilities of the draws: as they are, or as logarithms; draws weigh the same where both are left out. */
export interface Weighting {
  /** Non-negative, any scale. */
  weights?: Float64Array;
  /** Any offset; -Infinity for an impossible draw. */
  logWeights?: Float64Array;
}

/**
 * Non-negative weights on an arbitrary scale, checked.
 *
 * @param count number of draws
 * @returns one weight per draw; their sum is positive and finite
 * @throws SandtableError ST-N050 no draws, ST-N052 wrong length, ST-N053 bad weight, ST-N054 all zero
 */
export function relativeWeights(count: number, { weights, logWeights }: Weighting = {}): Float64Array {
  if (count === 0) throw emptyColumn('the draws');
  if (weights && logWeights) throw badWeight('Both weights and log weights were given.');
  if (logWeights) return exponentials(requireLength(logWeights, count, 'log weights'));
  if (weights) return requireWeights(requireLength(weights, count, 'weights'));
  return new Float64Array(count).fill(1);
}

/**
 * Weights that add up to one.
 *
 * @param weighting weights or log weights, one per draw
 * @param count number of draws
 * @throws SandtableError ST-N050, ST-N052, ST-N053, ST-N054 as {@link relativeWeights}
 */
export function normalisedWeights(count: number, weighting: Weighting = {}): Float64Array {
  const relative = relativeWeights(count, weighting);
  const total = sum(relative);
  const normalised = new Float64Array(count);
  for (let i = 0; i < count; i++) normalised[i] = relative[i]! / total;
  return normalised;
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
  for (let i = 0; i < values.length; i++) total += Math.exp(values[i]! - largest);
  return largest + Math.log(total);
}

/** Largest entry; -Infinity for an empty column, NaN if an entry is. */
export function largestOf(values: Float64Array): number {
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
  if (logWeights.length === 0) throw emptyColumn('the draws');
  const largest = largestOf(logWeights);
  if (largest === Number.NEGATIVE_INFINITY) throw noWeight();
  if (!Number.isFinite(largest)) throw badWeight('A log weight is NaN or +Infinity.');
  return largest;
}

function exponentials(logWeights: Float64Array): Float64Array {
  const largest = requireLogWeights(logWeights);
  const weights = new Float64Array(logWeights.length);
  for (let i = 0; i < weights.length; i++) weights[i] = Math.exp(logWeights[i]! - largest);
  return weights;
}

function requireWeights(weights: Float64Array): Float64Array {
  let total = 0;
  let smallest = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    smallest = Math.min(smallest, weights[i]!);
  }
  if (smallest < 0) throw badWeight(`The smallest weight is ${smallest}.`);
  if (!Number.isFinite(total)) throw badWeight('A weight, or the sum of the weights, is not finite.');
  if (total === 0) throw noWeight();
  return weights;
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
