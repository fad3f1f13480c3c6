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
 * t = t0 + ((2mnk / (P e q))^4 + (bytes / (W s))^4)^(1/4) with e = plateau k / (k + halfDepth) and q the filled share of
 * the waves of tiles (after the roofline of Williams et al. 2009 and the wave quantisation of NVIDIA's matrix product guide).
 *
 * @returns s
 */
export function gemmTime(chip: GemmChip, curve: GemmCurve, { m, n, k, each, groups = 1 }: Product): number {
  if (m <= 0 || n <= 0 || k <= 0) return 0;
  const tiles = groups * Math.ceil(m / tile.rows) * Math.ceil(n / tile.columns);
  const filled = tiles / (Math.ceil(tiles / chip.processors) * chip.processors);
  const padded = m / (Math.ceil(m / tile.rows) * tile.rows);
  const reached = (curve.plateau * k) / (k + curve.halfDepth);
  const work = (2 * groups * m * n * k) / (chip.peak * reached);
  const arithmetic = work / (filled * padded) ** curve.waves;
  const memory = (groups * (each * (m * k + k * n) + 2 * m * n)) / (chip.bandwidth * curve.stream);
  return curve.launch + smoothMaximum(arithmetic, memory);
}

/** A maximum without a corner: the fourth-power mean of two times. */
export function smoothMaximum(a: number, b: number): number {
  const [x, y] = [a * a, b * b];
  return Math.sqrt(Math.sqrt(x * x + y * y));
}
