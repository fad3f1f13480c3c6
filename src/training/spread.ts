import { exp } from '../elementary/exponential.ts';
import { log2 } from '../elementary/logarithm.ts';
import type { Architecture } from '../models/architecture.ts';
import { parametersOf } from '../models/parameters.ts';
import type { Machine, Precision } from './machine.ts';
import type { TrainingData } from './parse.ts';

/** Half-width of the 80 % interval of a normal logarithm in standard deviations. */
export const eighty = 1.2816;

/** How far published runs go: the most chips, and the most active parameters. */
export interface Reach {
  chips: number;
  parameters: number;
}

/** How far published runs go on each family of chips, and how errors grow beyond that. */
export interface RunRecord {
  families: Readonly<Record<string, Reach>>;
  /** Standard deviation of the logarithm of a time for each doubling beyond the record. */
  growth: Reach;
}

/** What a prediction is about, as far as its interval depends on it. */
export interface Predicted {
  model: Architecture;
  machine: Machine;
  precision: Precision;
  chips: number;
}

/**
 * How far a predicted time may be off: measured out of sample on published runs, by what is known of the chips and the
 * kind of model; wider for chips that nobody has published a run of, and with each doubling of chips or parameters beyond
 * the largest run on such chips.
 *
 * @returns standard deviation of the logarithm, the class it was measured on, and how many times beyond the record it is
 */
export function spreadOf(
  of: Predicted,
  { intervals, record }: Pick<TrainingData, 'intervals' | 'record'>,
): { sd: number; class: string; beyond?: Partial<Reach> } {
  const name = classOf(of);
  const measured = intervals[name] ?? intervals.none ?? 0.4;
  const beyond = beyondOf(of, record);
  const grown = (part: keyof Reach) => record.growth[part] * log2(beyond[part] ?? 1);
  const sd = Math.hypot(measured, grown('chips'), grown('parameters'));
  return { sd, class: name, ...(Object.keys(beyond).length > 0 && { beyond }) };
}

/** The class that errors are measured by: kind of model, format, and what is known of the chips. */
export function classOf({ model, machine, precision }: Omit<Predicted, 'chips'>): string {
  const kind = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts') ? 'experts' : 'dense';
  const narrow = precision === 'bf16' ? 'bf16' : 'narrow';
  const family = ['a100', 'h100', 'h200', 'b200', 'gb200', 'b300', 'gb300'].includes(machine.family)
    ? 'known'
    : /^tpu/.test(machine.family)
      ? 'tpu'
      : ['h800', 'a800', 'ascend', 'amd'].includes(machine.family)
        ? 'few'
        : 'none';
  return family === 'known' ? `${kind}-${narrow}` : `${family}-${kind}`;
}

/** Times beyond the largest run on such chips; on chips without any, beyond the largest on all. */
function beyondOf({ model, machine, chips }: Predicted, { families }: RunRecord): Partial<Reach> {
  const all = Object.values(families);
  if (all.length === 0) return {};
  const most = (part: keyof Reach) =>
    families[machine.family]?.[part] ?? Math.max(...all.map((one) => one[part]));
  const ratios = {
    chips: chips / most('chips'),
    parameters: parametersOf(model).active / most('parameters'),
  };
  // What a table rounds is not beyond it.
  return Object.fromEntries(Object.entries(ratios).filter(([, ratio]) => ratio > 1.01));
}

/** The middle 80 % of a time, log-normal around its prediction. */
export function eightyOf(value: number, sd: number): { low: number; high: number } {
  return { low: value * exp(-eighty * sd), high: value * exp(eighty * sd) };
}
