import type { Architecture } from '../models/architecture.ts';
import type { Machine, Precision } from './machine.ts';
import type { TrainingData } from './parse.ts';

/** Half-width of the 80 % interval of a normal logarithm in standard deviations. */
export const eighty = 1.2816;

/**
 * How far a predicted time may be off: measured out of sample on published runs, by what is known of the chips and the
 * kind of model; wider for chips that nobody has published a run of.
 *
 * @returns standard deviation of the logarithm, and the class it was measured on
 */
export function spreadOf(
  { model, machine, precision }: { model: Architecture; machine: Machine; precision: Precision },
  { intervals }: Pick<TrainingData, 'intervals'>,
): { sd: number; class: string } {
  const kind = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts') ? 'experts' : 'dense';
  const narrow = precision === 'bf16' ? 'bf16' : 'narrow';
  const family = ['a100', 'h100', 'h200', 'b200', 'gb200', 'b300', 'gb300'].includes(machine.family)
    ? 'known'
    : /^tpu/.test(machine.family)
      ? 'tpu'
      : ['h800', 'a800', 'ascend', 'amd'].includes(machine.family)
        ? 'few'
        : 'none';
  const name = family === 'known' ? `${kind}-${narrow}` : `${family}-${kind}`;
  return { sd: intervals[name] ?? intervals.none ?? 0.4, class: name };
}

/** The middle 80 % of a time, log-normal around its prediction. */
export function eightyOf(value: number, sd: number): { low: number; high: number } {
  return { low: value * Math.exp(-eighty * sd), high: value * Math.exp(eighty * sd) };
}
