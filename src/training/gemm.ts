/** How fast one kind of chip multiplies matrices of one format; fitted from measured kernels. */
export interface GemmCurve {
  /** Share of the peak rate that large square products reach. */
  plateau: number;
  /** Inner dimension at which half of the plateau is lost. */
  halfDepth: number;
  /** How far an unfilled last wave of tiles counts, 0 to 1. */
  waves: number;
  /** Time that a product takes at least [s]. */
  launch: number;
  /** Share of the memory bandwidth that thin products reach. */
  stream: number;
  /** How many times what the curve loses against the peak is lost; 1 where left out. */
  loss?: number;
}

/** What the time of a product depends on besides its shape. */
export interface GemmChip {
  /** Peak rate of the format [FLOP/s]. */
  peak: number;
  /** Memory bandwidth [B/s]. */
  bandwidth: number;
  /** Multiprocessors that work on tiles side by side. */
  processors: number;
}

/** A product of m by k with k by n, of numbers of `each` bytes; `groups` of them in one kernel, m rows in each. */
export interface Product {
  m: number;
  n: number;
  k: number;
  each: number;
  groups?: number;
}

const tile = { rows: 128, columns: 256 };

/**
 * Time of one matrix product, or of a group of equal ones in one kernel.
 *
 * The slower of arithmetic and memory, smoothly joined, after a launch:
 * t = l t0 + (A^4 + M^4)^(1/4) with A = 2mnk / P (1 + l (1 / (e q) - 1)) and M = bytes / W (1 + l (1 / s - 1)),
 * e = plateau k / (k + halfDepth), q the filled share of the waves of tiles (after the roofline of Williams et al. 2009 and
 * the wave quantisation of NVIDIA's matrix product guide). A factor l on the loss, unlike one on the time, lets no
 * product run above the peak.
 *
 * @returns s
 */
export function gemmTime(chip: GemmChip, curve: GemmCurve, { m, n, k, each, groups = 1 }: Product): number {
  if (m <= 0 || n <= 0 || k <= 0) return 0;
  const { loss = 1 } = curve;
  const tiles = groups * Math.ceil(m / tile.rows) * Math.ceil(n / tile.columns);
  const filled = tiles / (Math.ceil(tiles / chip.processors) * chip.processors);
  const padded = m / (Math.ceil(m / tile.rows) * tile.rows);
  const reached = ((curve.plateau * k) / (k + curve.halfDepth)) * (filled * padded) ** curve.waves;
  const ideal = (2 * groups * m * n * k) / chip.peak;
  const bytes = groups * (each * (m * k + k * n) + 2 * m * n);
  const arithmetic = ideal * (1 + loss * (1 / reached - 1));
  const memory = (bytes / chip.bandwidth) * (1 + loss * (1 / curve.stream - 1));
  return loss * curve.launch + smoothMaximum(arithmetic, memory);
}

/** A maximum without a corner: the fourth-power mean of two times. */
export function smoothMaximum(a: number, b: number): number {
  const [x, y] = [a * a, b * b];
  return Math.sqrt(Math.sqrt(x * x + y * y));
}
