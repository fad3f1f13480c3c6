import type { Distribution } from '../stats/distribution.ts';
import type { Chip, Format } from './chip.ts';
import { coherent, median } from './figure.ts';

/**
 * Peak rate of one accelerator.
 *
 * @param format number format; `fp16` stands for BF16, too
 * @param options `sparse` for the rate with structured sparsity, where the maker publishes one
 * @returns FLOP/s (operations a second for int8); undefined where it is not published
 */
export function peak(
  chip: Chip,
  format: Format = 'fp16',
  { sparse = false }: { sparse?: boolean } = {},
): Distribution | undefined {
  const figure = (sparse ? chip.sparse : chip.peak)[format];
  return figure && coherent(figure.quantity);
}

/**
 * How many H100 SXM5 one accelerator is worth in dense FP16 peak.
 *
 * @returns ratio of medians; undefined where a rate is not published
 */
export function equivalents(chip: Chip, reference: Chip): number | undefined {
  const own = chip.peak.fp16 && median(chip.peak.fp16.quantity);
  const unit = reference.peak.fp16 && median(reference.peak.fp16.quantity);
  return own === undefined || unit === undefined ? undefined : own / unit;
}
