import { error, SandtableError } from '../errors/fault.ts';
import { leadingBins, sortedOrder } from './sorted-order.ts';
import { emptyColumn, outOfRange, relativeWeights, sum, type Weighting } from './weights.ts';

export interface QuantileOptions extends Weighting {
  /**
   * `inverse` (default): smallest x with weighted cdf(x) >= p; R's type 1, right for counts and atoms.
   * `linear`: mean of the inverse cdf over `[p(1 - 1/n*), p(1 - 1/n*) + 1/n*]`, where n* is the effective
   * sample size; R's and NumPy's default (type 7) for equal weights.
   */
  method?: 'inverse' | 'linear';
  /** {@link sortedOrder} of the values, where the caller keeps it: the order does not depend on the weights. */
  order?: Uint32Array;
}

/** Draws in ascending order with the weight up to and including each; a stretch may skip draws nobody asks for. */
interface Stretch {
  values: Float64Array;
  upTo: Float64Array;
}

/** Rounding allowance on cumulative weights, relative to their total. */
const ROUNDING = 1e-13;
/** Fewer draws, or more quantiles, and sorting everything costs no more. */
const FEWEST_TO_BIN = 4096;
const MOST_TO_BIN = 64;

/**
 * Quantiles of weighted draws.
 *
 * `linear` is the weighted type 7 of Akinshin (2023), Weighted quantile estimators, arXiv:2304.07265.
 *
 * @param values one per draw; infinite values are allowed, NaN is not
 * @param probabilities each in [0, 1], any order
 * @returns one quantile per probability, in the unit of the values
 * @throws SandtableError ST-N050, ST-N051 NaN, ST-N052, ST-N053, ST-N054, ST-N055 probability outside [0, 1]
 */
export function weightedQuantiles(
  values: Float64Array,
  probabilities: ArrayLike<number>,
  options: QuantileOptions = {},
): Float64Array {
  requireNumbers(values);
  const weights = relativeWeights(values.length, options);
  if (options.order && options.order.length !== values.length) {
    throw outOfRange('The length of the order', options.order.length, `${values.length}, one entry per draw`);
  }
  const total = sum(weights);
  const width = options.method === 'linear' ? widthOfWindow(weights, total) : 0;
  const windows = Array.from(probabilities, (p) => windowAt(p, width));
  const { order } = options;
  if (order && width === 0) {
    return Float64Array.from(windows, ([p]) => {
      return values[drawReaching(p * total - ROUNDING * total, weights, order)]!;
    });
  }
  const few = values.length >= FEWEST_TO_BIN && windows.length <= MOST_TO_BIN;
  const stretch =
    few && !order
      ? stretchesAround(values, weights, windows)
      : wholeStretch(values, weights, order ?? sortedOrder(values));
  return Float64Array.from(windows, (window) => meanOver(stretch, window, total));
}

/**
 * One quantile of weighted draws; see {@link weightedQuantiles}.
 *
 * @param probability in [0, 1]
 */
export function weightedQuantile(
  values: Float64Array,
  probability: number,
  options: QuantileOptions = {},
): number {
  return weightedQuantiles(values, [probability], options)[0]!;
}

type Window = readonly [number, number];

function windowAt(probability: number, width: number): Window {
  if (!(probability >= 0 && probability <= 1)) {
    throw outOfRange('The probability of a quantile', probability, 'a number from 0 to 1');
  }
  const start = probability * (1 - width);
  return [start, start + width];
}

/** One over Kish's effective sample size. */
function widthOfWindow(weights: Float64Array, total: number): number {
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const share = weights[i]! / total;
    squares += share * share;
  }
  return Math.min(1, squares);
}

function wholeStretch(values: Float64Array, weights: Float64Array, order: Uint32Array): Stretch {
  const stretch = { values: new Float64Array(order.length), upTo: new Float64Array(order.length) };
  fill(stretch, values, weights, { order, from: 0, to: order.length, before: 0 });
  return stretch;
}

interface Part {
  order: Uint32Array;
  from: number;
  to: number;
  /** Weight below the part. */
  before: number;
}

/** Writes draws `order[from..to)` with compensated (Kahan) cumulative weights. */
function fill(
  stretch: Stretch,
  values: Float64Array,
  weights: Float64Array,
  { order, from, to, before }: Part,
): void {
  let [total, lost] = [before, 0];
  for (let r = from; r < to; r++) {
    const draw = order[r]!;
    const term = weights[draw]! - lost;
    const next = total + term;
    lost = next - total - term;
    total = next;
    stretch.values[r] = values[draw]!;
    stretch.upTo[r] = total;
  }
}

/** First draw in an order whose (Kahan) cumulative weight is positive and at least the target; the last one if none is. */
function drawReaching(target: number, weights: Float64Array, order: Uint32Array): number {
  const least = Math.max(target, Number.MIN_VALUE);
  let [total, lost] = [0, 0];
  for (let r = 0; r < order.length; r++) {
    const term = weights[order[r]!]! - lost;
    const next = total + term;
    lost = next - total - term;
    total = next;
    if (total >= least) return order[r]!;
  }
  return order[order.length - 1]!;
}

/** Mean of the inverse cdf over a window of cumulative probability; its value at the start for width zero. */
function meanOver({ values, upTo }: Stretch, [start, end]: Window, total: number): number {
  const first = firstReaching(upTo, start * total - ROUNDING * total);
  if (end <= start) return values[first]!;
  let [covered, weighted] = [0, 0];
  let from = start * total;
  for (let r = first; r < values.length && from < end * total; r++) {
    const to = Math.min(upTo[r]!, end * total);
    if (to <= from) continue;
    covered += to - from;
    weighted += (to - from) * values[r]!;
    from = to;
  }
  return covered > 0 ? weighted / covered : values[first]!;
}

/** First position whose cumulative weight is positive and at least the target; the last one if none is. */
function firstReaching(upTo: Float64Array, target: number): number {
  const least = Math.max(target, Number.MIN_VALUE);
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upTo[middle]! >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sorts only the bins that the windows touch. */
function stretchesAround(values: Float64Array, weights: Float64Array, windows: readonly Window[]): Stretch {
  const { bins, upTo } = binned(values, weights);
  const total = upTo[upTo.length - 1]!;
  const wanted = new Uint8Array(upTo.length);
  for (const [start, end] of windows) {
    const last = firstReaching(upTo, Math.min(end + ROUNDING, 1) * total);
    for (let bin = firstReaching(upTo, (start - ROUNDING) * total); bin <= last; bin++) wanted[bin] = 1;
  }
  return sortedBins(values, weights, { bins, upTo, wanted });
}

interface Bins {
  /** Bin of each draw; a higher bin holds higher values. */
  bins: Uint32Array;
  /** Weight up to and including each bin. */
  upTo: Float64Array;
}

function binned(values: Float64Array, weights: Float64Array): Bins {
  const { bins, size } = leadingBins(values);
  const upTo = new Float64Array(size);
  for (let i = 0; i < bins.length; i++) upTo[bins[i]!]! += weights[i]!;
  for (let bin = 1; bin < upTo.length; bin++) upTo[bin]! += upTo[bin - 1]!;
  return { bins, upTo };
}

function sortedBins(
  values: Float64Array,
  weights: Float64Array,
  { bins, upTo, wanted }: Bins & { wanted: Uint8Array },
): Stretch {
  let count = 0;
  for (let i = 0; i < bins.length; i++) count += wanted[bins[i]!]!;
  const members = new Uint32Array(count);
  const memberValues = new Float64Array(count);
  for (let i = 0, next = 0; i < bins.length; i++) {
    if (!wanted[bins[i]!]) continue;
    memberValues[next] = values[i]!;
    members[next++] = i;
  }
  const order = sortedOrder(memberValues);
  for (let r = 0; r < count; r++) order[r] = members[order[r]!]!;
  const stretch = { values: new Float64Array(count), upTo: new Float64Array(count) };
  for (let from = 0; from < count; ) {
    const bin = bins[order[from]!]!;
    let to = from + 1;
    while (to < count && bins[order[to]!] === bin) to++;
    fill(stretch, values, weights, { order, from, to, before: bin === 0 ? 0 : upTo[bin - 1]! });
    // The bin's own total, so that rounding never pushes a target past its bin.
    stretch.upTo[to - 1] = upTo[bin]!;
    from = to;
  }
  return stretch;
}

function requireNumbers(values: Float64Array): void {
  if (values.length === 0) throw emptyColumn('values');
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) {
      throw new SandtableError(
        error('ST-N051', `Draw ${i} of the values is NaN.`, 'Find the step that made this value.'),
      );
    }
  }
}
