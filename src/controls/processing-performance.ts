import type { Format } from '../chips/chip.ts';
import { exactly, type Known } from './bound.ts';

/** Bits of the largest input of the multiplication. TF32 holds 19 of the 32 bits that it is stored in. */
export const bitLengths: Readonly<Record<Format, number>> = {
  fp64: 64,
  tf32: 19,
  fp16: 16,
  fp8: 8,
  int8: 8,
  fp6: 6,
  fp4: 4,
};

/** Why processing performance can be read in another way than the first. */
export type Convention = 'tf32-32-bits' | 'fp6' | 'printed';

/** One way to read the processing performance of a chip. */
export interface Reading {
  /** Absent for the first reading: every published dense rate, TF32 at 19 bits, FP6 left out. */
  convention?: Convention;
  format?: Format;
  /** Rate of the binding format [TOPS]. */
  rate?: Known;
  bits?: number;
  tpp: Known;
}

export type Rates = Readonly<Partial<Record<Format, Known>>>;

/**
 * Total processing performance of all processing units of a chip, as the rules of October 2023 define it (88 FR 73458):
 * the largest over number formats of dense TOPS times bit length, which is 2 x MacTOPS x bit length.
 *
 * @param rates dense rates by format [TOPS]; a format that is missing is not published
 * @param printed what others print instead, where it conflicts
 * @returns the first reading, then those of other conventions that give another number: TF32 counted with the 32 bits
 * it is stored in, FP6 where it is recalled and not printed, and the printed figure
 */
export function processingPerformance(rates: Rates, printed?: Known): Reading[] {
  const first = binding(rates, (format) => (format === 'fp6' ? 0 : bitLengths[format]));
  if (!first) return printed ? [{ convention: 'printed', tpp: printed }] : [];
  const others: Reading[] = [];
  const wide = rates.tf32 && reading('tf32', rates.tf32, 32);
  if (wide && wide.tpp.high > first.tpp.high) others.push({ convention: 'tf32-32-bits', ...wide });
  const six = rates.fp6 && reading('fp6', rates.fp6, bitLengths.fp6);
  if (six && six.tpp.high > first.tpp.high) others.push({ convention: 'fp6', ...six });
  if (printed) others.push({ convention: 'printed', tpp: printed });
  return [first, ...others];
}

function binding(rates: Rates, bitsOf: (format: Format) => number): Reading | undefined {
  let best: Reading | undefined;
  let low = 0;
  for (const [format, rate] of Object.entries(rates) as [Format, Known][]) {
    const bits = bitsOf(format);
    if (bits === 0) continue;
    const one = reading(format, rate, bits);
    low = Math.max(low, one.tpp.low);
    const more = best && (one.tpp.high - best.tpp.high || one.tpp.low - best.tpp.low);
    if (more === undefined || more > 0) best = one;
  }
  return best && { ...best, tpp: { low, high: best.tpp.high } };
}

function reading(format: Format, rate: Known, bits: number): Reading {
  const tpp =
    Number.isFinite(rate.high) && rate.low === rate.high ? exactly(exact(rate.low * bits)) : wide(rate, bits);
  return { format, rate, bits, tpp };
}

const wide = ({ low, high }: Known, bits: number): Known => ({
  low: exact(low * bits),
  high: exact(high * bits),
});

/** A product of decimals without the last bits of floating-point noise, so that 299.95 x 16 is 4,799.2. */
export function exact(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/**
 * Performance density (88 FR 73458): total processing performance over the applicable die area.
 *
 * @param tpp total processing performance
 * @param dieArea area of all logic dies on a non-planar process, stacked memory excluded [mm2]
 * @returns TPP/mm2
 */
export function performanceDensity(tpp: Known, dieArea: Known): Known {
  return { low: quotient(tpp.low, dieArea.high), high: quotient(tpp.high, dieArea.low) };
}

function quotient(a: number, b: number): number {
  if (!Number.isFinite(b)) return 0;
  return b === 0 ? Infinity : exact(a / b);
}

export const plus = (a: Known, b: Known): Known => ({
  low: exact(a.low + b.low),
  high: exact(a.high + b.high),
});
