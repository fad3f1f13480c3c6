import type { Architecture } from '../models/architecture.ts';
import { type GemmChip, type GemmCurve, type Shape, shapeOf } from '../training/gemm.ts';
import { type Machine, operandBytes, type Precision, productChip } from '../training/machine.ts';
import { type ProductFormat, productFormat } from '../training/product-format.ts';
import type { ServingConstants } from './constants.ts';
import type { Formats } from './placement.ts';

/** A model with all that its placements on one kind of chip, by one engine, have in common. */
export interface Compiling {
  model: Architecture;
  machine: Machine;
  constants: ServingConstants;
  formats: Formats;
  /** Time of kernels of the engine and its year over that of those measured. */
  pace: number;
}

/** Makes the shape of a product of n columns and inner dimension k whose weights are of a format. */
export type Shaping = (n: number, k: number, format: Precision) => Shape;

/** The factors of a family of chips, or those of chips that nobody measured. */
export function familyOf(constants: ServingConstants, machine: Machine): ServingConstants['family'][string] {
  return constants.family[machine.family] ?? constants.family.other!;
}

/** Shapes of the products of a model, what a format means looked up once. */
export function shapingOf(compiling: Compiling): Shaping {
  const kinds = new Map<Precision, Kind>();
  return (n, k, format) => {
    let kind = kinds.get(format);
    if (!kind) {
      const { machine, formats } = compiling;
      kind = kindOf(productFormat(machine, format, formats.weightsOnly), compiling);
      kinds.set(format, kind);
    }
    return shapeOf(kind.chip, kind.curve, { n, k, each: kind.each });
  };
}

/** How products of one format run, and the bytes of their operands. */
interface Kind {
  each: number;
  chip: GemmChip;
  curve: GemmCurve;
}

/** Curves of measured kernels, by the factors of the family and the engine, below what any chip reaches. */
function kindOf({ format, peak, each }: ProductFormat, { machine, constants, pace }: Compiling): Kind {
  const { limits } = constants;
  const family = familyOf(constants, machine);
  const curve = machine.curves[format];
  const arithmetic = family.compute * constants.matrices * pace;
  const fed = format === 'fp4' ? fedShare(machine) : curve.plateau;
  return {
    each,
    chip: productChip(machine, peak),
    curve: {
      ...curve,
      plateau: Math.min(limits.reachMost, Math.min(curve.plateau, fed) / arithmetic),
      stream: Math.min(limits.reachMost, curve.stream / (family.memory * pace)),
      launch: curve.launch * constants.launch * pace,
    },
  };
}

/**
 * Share of the peak in four bits at which operands move as fast as in eight bits.
 *
 * Measured kernels of B200 and GB200 move operands at one pace in both formats (17 and 16 TB/s a processor): it is not the
 * peak that bounds four bits there, and more of it, as on GB300, adds nothing.
 */
function fedShare({ peak, curves }: Machine): number {
  if (peak.fp4 === undefined || peak.fp8 === undefined) return curves.fp4.plateau;
  return (curves.fp8.plateau * peak.fp8) / operandBytes.fp4 / peak.fp4;
}

/**
 * How far the matrix units of a chip run ahead of what feeds them, from 0 to 1: all the way on fast ones (H100 and newer), less
 * on slow ones (H20, A100), whose prompts and groups of experts come closer to the peak.
 */
export function ahead({ family, peak, processors }: Machine, { limits }: ServingConstants): number {
  // Whether kernels of other makers and of boards come closer to their peaks on slow units nobody has measured.
  if (!/^g?[abh]\d/.test(family)) return 1;
  return Math.min(1, peak.bf16 / processors / limits.fastProcessor);
}
