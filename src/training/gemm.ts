import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';

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
  /** Columns of a tile; 256 where left out. */
  tile?: number;
}

/** A product of m by k with k by n, of numbers of `each` bytes; `groups` of them in one kernel, m rows in each. */
export interface Product {
  m: number;
  n: number;
  k: number;
  each: number;
  groups?: number;
}

/** A product of which only the rows are open, with what its time takes from everything else. */
export interface Shape {
  readonly n: number;
  readonly k: number;
  readonly each: number;
  readonly peak: number;
  readonly bandwidth: number;
  readonly processors: number;
  readonly waves: number;
  readonly loss: number;
  /** Time of the launch [s]. */
  readonly launch: number;
  /** Columns of tiles. */
  readonly columns: number;
  /** Share of the peak that full waves of full tiles reach. */
  readonly reached: number;
  /** Time of reading memory over that by its bandwidth. */
  readonly streaming: number;
}

const tile = { rows: 128, columns: 256 };

/** What the time of products of one shape takes from all but their rows. */
export function shapeOf(
  { peak, bandwidth, processors, tile: width = tile.columns }: GemmChip,
  { plateau, halfDepth, waves, launch, stream, loss = 1 }: GemmCurve,
  { n, k, each }: Pick<Product, 'n' | 'k' | 'each'>,
): Shape {
  return {
    n,
    k,
    each,
    peak,
    bandwidth,
    processors,
    waves,
    loss,
    launch: loss * launch,
    columns: Math.ceil(n / width),
    reached: (plateau * k) / (k + halfDepth),
    streaming: 1 + loss * (1 / stream - 1),
  };
}

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
export function gemmTime(chip: GemmChip, curve: GemmCurve, product: Product): number {
  return shapeTime(shapeOf(chip, curve, product), product.m, product.groups);
}

/** The same for a shape that is multiplied often: m rows in each of its groups. */
export function shapeTime(shape: Shape, m: number, groups = 1): number {
  const { n, k, each, processors, loss } = shape;
  if (m <= 0 || n <= 0 || k <= 0) return 0;
  const rows = Math.ceil(m / tile.rows);
  const tiles = groups * rows * shape.columns;
  const filled = tiles / (Math.ceil(tiles / processors) * processors);
  const padded = m / (rows * tile.rows);
  const reached = shape.reached * exp(shape.waves * log(filled * padded));
  const ideal = (2 * groups * m * n * k) / shape.peak;
  const bytes = groups * (each * (m * k + k * n) + 2 * m * n);
  const arithmetic = ideal * (1 + loss * (1 / reached - 1));
  return shape.launch + smoothMaximum(arithmetic, (bytes / shape.bandwidth) * shape.streaming);
}

/** A maximum without a corner: the fourth-power mean of two times. */
export function smoothMaximum(a: number, b: number): number {
  const x = a * a;
  const y = b * b;
  return Math.sqrt(Math.sqrt(x * x + y * y));
}
