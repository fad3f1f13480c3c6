import { type Machine, operandBytes, type Precision } from './machine.ts';

/** In what a product is computed, and what is read for it. */
export interface ProductFormat {
  /** Whose curve it follows: eight-bit integers follow that of FP8. */
  format: Precision;
  /** Peak rate [FLOP/s, op/s]. */
  peak: number;
  /** Bytes of an operand in memory. */
  each: number;
  /** As what it runs: the format asked for, eight-bit integers, or narrow weights that are widened to be multiplied. */
  as: 'wanted' | 'int8' | 'weights-only';
}

/**
 * How a chip multiplies matrices whose weights are of a format.
 *
 * A chip without the format multiplies in eight-bit integers where eight bits were asked for and they are faster than
 * sixteen (A100, Ascend), and else keeps the weights narrow and widens them, as kernels for weights alone do: to sixteen bits, also
 * where it has FP8 (Marlin, arXiv 2408.11743; those of vLLM and Triton for MXFP4 on Hopper). Memory is that of the narrow
 * format, arithmetic that of the wider one.
 *
 * @param weightsOnly whether products are wider than the weights in any case
 */
export function productFormat(machine: Machine, wanted: Precision, weightsOnly = false): ProductFormat {
  const { peak, int8 = 0 } = machine;
  const own = peak[wanted];
  if (own !== undefined && !(weightsOnly && wanted === 'fp4')) {
    return { format: wanted, peak: own, each: operandBytes[wanted], as: 'wanted' };
  }
  const each = operandBytes[wanted];
  // Beside narrow weights, chips that multiply in four bits have activations in eight; others widen both to sixteen.
  if (own !== undefined && peak.fp8 !== undefined)
    return { format: 'fp8', peak: peak.fp8, each, as: 'weights-only' };
  if (wanted === 'fp4' && peak.fp8 !== undefined)
    return { format: 'bf16', peak: peak.bf16, each, as: 'weights-only' };
  if (int8 > peak.bf16)
    return { format: 'fp8', peak: int8, each, as: wanted === 'fp8' ? 'int8' : 'weights-only' };
  return { format: 'bf16', peak: peak.bf16, each, as: 'weights-only' };
}
