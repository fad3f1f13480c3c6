import { sortedOrder } from '../stats/sorted-order.ts';

/** Weighed particles of a cell. */
export interface Weighed {
  tried: number;
  weight: Float64Array;
  /** The same with what global origins say, at the mean of their reliabilities: where the particles will be wanted. */
  wanted: Float64Array;
  /** Whether that differs. */
  shared: readonly unknown[];
  /** Named accelerators running. */
  chips: Float64Array;
  /** Compute lit, where a global origin states an amount. */
  lit: Float64Array | null;
}

/**
 * Thins a cell to `size` weighted particles by systematic resampling over chips, or over compute where an amount is still
 * to be weighed in, from an even mixture of the cell's own weights and two tilts towards few chips, so that the pool can
 * press without running out of particles, and of the same with what global origins say, so that they can speak sharply.
 */
export function thin(cell: Weighed, size: number): { index: Uint16Array; weight: Float64Array } {
  const { weight, chips, tried } = cell;
  let total = 0;
  let most = 0;
  for (let k = 0; k < tried; k++) {
    total += weight[k]!;
    if (weight[k]! > 0 && chips[k]! > most) most = chips[k]!;
  }
  const index = new Uint16Array(size);
  const out = new Float64Array(size);
  if (!(total > 0)) {
    out[0] = 1;
    return { index, weight: out };
  }
  if (tried === size) {
    for (let k = 0; k < size; k++) {
      index[k] = k;
      out[k] = weight[k]! / total;
    }
    return { index, weight: out };
  }
  const proposal = mixedTilts(cell, most);
  const key = most > 0 ? chips : cell.lit;
  const order = key ? sortedOrder(key.subarray(0, tried)) : null;
  let reached = 0;
  let at = -1;
  let sum = 0;
  for (let k = 0; k < size; k++) {
    while (reached <= (k + 0.5) / size && at < tried - 1) reached += proposal[order ? order[++at]! : ++at]!;
    const chosen = order ? order[at]! : at;
    index[k] = chosen;
    out[k] = weight[chosen]! / (total * proposal[chosen]! * size);
    sum += out[k]!;
  }
  for (let k = 0; k < size; k++) out[k] = out[k]! / sum;
  return { index, weight: out };
}

/** Tilts of the thinning mixture, as multiples of 1 / (most chips in the cell). */
const TILTS = [0, 4, 40];

function mixedTilts({ weight, wanted, shared, chips, tried }: Weighed, most: number): Float64Array {
  const mixed = new Float64Array(tried);
  const parts = shared.length > 0 ? [weight, wanted] : [weight];
  const tilts = most > 0 ? TILTS : [0];
  for (const part of parts) {
    for (const tilt of tilts) addShare(mixed, { part, chips, rate: most > 0 ? tilt / most : 0 });
  }
  const each = 1 / (parts.length * tilts.length);
  for (let k = 0; k < tried; k++) mixed[k]! *= each;
  return mixed;
}

/** Adds part x exp(-rate chips), scaled to sum to 1. */
function addShare(
  mixed: Float64Array,
  { part, chips, rate }: { part: Float64Array; chips: Float64Array; rate: number },
): void {
  const tilted = new Float64Array(mixed.length);
  let sum = 0;
  for (let k = 0; k < tilted.length; k++) {
    tilted[k] = rate > 0 ? part[k]! * Math.exp(-rate * chips[k]!) : part[k]!;
    sum += tilted[k]!;
  }
  for (let k = 0; k < tilted.length; k++) mixed[k]! += tilted[k]! / sum;
}
