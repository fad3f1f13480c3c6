import type { Architecture } from '../models/architecture.ts';
import { type Machine, type Precision, precisions } from '../training/machine.ts';
import type { Formats } from './placement.ts';

/** Formats that weights are asked for in: floating point, or integers of eight bits. */
export const weightFormats = [...precisions, 'int8'] as const;
export type WeightFormat = (typeof weightFormats)[number];

/**
 * A chip as it multiplies weights of a format, and the width of it as the other models know it: integers of eight bits lie and move as
 * FP8 does, and are multiplied at the rate of integers, or widened where that is no faster.
 */
export function multiplierOf(
  machine: Machine,
  format: WeightFormat,
): { machine: Machine; precision: Precision } {
  if (format !== 'int8') return { machine, precision: format };
  return { machine: { ...machine, peak: { bf16: machine.peak.bf16 } }, precision: 'fp8' };
}

/**
 * The formats in which a model is served in so many bits.
 *
 * In four bits experts are narrow, and so are all matrices of models without compressed attention; a compressed cache
 * stays in sixteen bits unless the weights have four, as published services have it.
 */
export function formatsFor(model: Architecture, precision: Precision): Formats {
  const latent = model.layers.some(({ mixer }) => mixer?.kind === 'mla');
  if (precision === 'bf16') return { mixer: 'bf16', dense: 'bf16', experts: 'bf16', core: 'bf16', cache: 2 };
  if (precision === 'fp8') {
    return {
      mixer: 'fp8',
      dense: 'fp8',
      experts: 'fp8',
      core: latent ? 'bf16' : 'fp8',
      cache: latent ? 2 : 1,
    };
  }
  // Models that are given out in four bits have their experts in these alone, and activations are wider.
  if (model.format === 'fp4') {
    return { mixer: 'bf16', dense: 'bf16', experts: 'fp4', core: 'bf16', cache: 2, weightsOnly: true };
  }
  const rest = latent ? 'fp8' : 'fp4';
  return { mixer: rest, dense: rest, experts: 'fp4', core: 'fp8', cache: 1 };
}

/** The format that the maker of a model gives it out in, or the narrowest of eight bits or more that a chip multiplies in. */
export function usualPrecision(
  { peak, int8 }: Machine,
  { format }: Pick<Architecture, 'format'> = {},
): Precision {
  if (format) return format;
  return peak.fp8 !== undefined || int8 !== undefined ? 'fp8' : 'bf16';
}
