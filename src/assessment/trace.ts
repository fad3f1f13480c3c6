import type { Place } from '../errors/fault.ts';
import type { Basis } from '../sources/source.ts';

/** Where a number comes from: its value, then its inputs, down to a line of YAML. */
export interface Trace {
  /** What it is, in words: `IT load of Yiwu`. */
  label: string;
  /** The number or word itself; an exact one has `low` equal to `high`; null is "not known". */
  value: number | string | { median: number; low: number; high: number } | null;
  /** Unit symbol of `value`; empty or absent for a count or a word, `1` for a ratio. */
  unit?: string;
  /** Median and middle 90 % of a value that is written as a spread, `3 to 28 months`, with their unit. */
  spread?: { median: number; low: number; high: number; unit: string };
  /** How it follows from its children: `feed x power factor / PUE`. */
  formula?: string;
  /** The same words in Chinese, as far as they have been translated. */
  zh?: { label?: string; value?: string; formula?: string };
  basis?: Basis;
  /** Source id. */
  source?: string;
  place?: Place;
  /** Path by which another value is put in its place: `world.pace`, as `--set world.pace=2` has it. */
  set?: string;
  children: readonly Trace[];
}
