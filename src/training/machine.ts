import type { GemmChip, GemmCurve } from './gemm.ts';

/** Formats that matrix products of a training run are computed in. */
export const precisions = ['bf16', 'fp8', 'fp4'] as const;
export type Precision = (typeof precisions)[number];

/** Cost of a collective: t = a + b n + (v + sqrt(v half)) / w for n chips that each send v bytes. */
export interface CollectiveCurve {
  /** s */
  start: number;
  /** s a chip */
  each: number;
  /** B/s */
  bandwidth: number;
  /** B */
  half: number;
}

/** An accelerator as the training model sees it. */
export interface Machine {
  id: string;
  name: string;
  family: string;
  /** Whether matrix products and collectives of this family were measured; otherwise they are a stated fallback. */
  measured: boolean;
  /** Dense peak rates [FLOP/s]; a format that is missing runs as the next wider one. */
  peak: Readonly<Partial<Record<Precision, number>> & { bf16: number }>;
  /** Rate of eight-bit integer products, where a data sheet gives one [op/s]. */
  int8?: number;
  curves: Readonly<Record<Precision, GemmCurve>>;
  /** The same for products of many rows, without the conversion of their operands to narrow formats. */
  large: Readonly<Record<Precision, GemmCurve>>;
  processors: number;
  /** Columns of the tiles that a processor works on, where they are not 256. */
  tile?: number;
  /** Whether a compiler makes one program of a whole step, so that no kernel waits for the host. */
  compiled: boolean;
  /** Width to which matrix units pad the heads of attention. */
  lanes: number;
  /** What matrix units multiply of BF16 at their peak while the units for functions take one exponential [FLOP]. */
  exponential: number;
  /** What one processor computes of attention over a compressed cache in sixteen bits, where it was measured [FLOP/s]. */
  latent?: number;
  /** The same where an indexer picks the tokens [FLOP/s]. */
  picked?: number;
  /** B */
  memory: number;
  /** B/s */
  bandwidth: number;
  /** Standard deviation of the logarithm of the bandwidth where it is not published but assumed from comparable chips. */
  assumed?: number;
  gather: CollectiveCurve;
  reduce: CollectiveCurve;
  /** Sum that each chip receives whole, where it was measured; else a reduction and a gathering. */
  reduceAll?: CollectiveCurve;
  exchange: CollectiveCurve;
  /** Published rate of the fast links, both ways [B/s]; undefined where nobody publishes one. */
  links?: number;
  /** Chips that the fast links join. */
  domain: number;
  /** Network of each chip beyond the fast links, one direction [B/s]. */
  network: number;
  /** Link to the memory of the host, one direction [B/s]. */
  host: number;
  /** Thermal design power [W]; undefined where no maker publishes one. */
  power?: number;
}

/** The widest format not wider than wanted that the machine has, with its rate. */
export function formatOf(machine: Machine, wanted: Precision): { format: Precision; peak: number } {
  const order: Precision[] =
    wanted === 'fp4' ? ['fp4', 'fp8', 'bf16'] : wanted === 'fp8' ? ['fp8', 'bf16'] : ['bf16'];
  const format = order.find((one) => machine.peak[one] !== undefined)!;
  return { format, peak: machine.peak[format]! };
}

/** What products on a machine depend on besides their curve, at the peak of their format [FLOP/s]. */
export function productChip({ bandwidth, processors, tile }: Machine, peak: number): GemmChip {
  return { peak, bandwidth, processors, ...(tile !== undefined && { tile }) };
}

/** Bytes of one operand of a matrix product, its scales included. */
export const operandBytes: Readonly<Record<Precision, number>> = { bf16: 2, fp8: 1, fp4: 0.5625 };
