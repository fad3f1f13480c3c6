import type { Refusal } from '../sources/issue.ts';

/** Quantities that rules put bounds on, with the unit a bound is written in. */
export const boundUnits = {
  tpp: '',
  pd: '',
  io: 'GB/s',
  link: 'GB/s',
  bandwidth: 'GB/s',
  sum: 'GB/s',
  density: 'GB/s/mm2',
  node: 'nm',
} as const;
export type BoundQuantity = keyof typeof boundUnits;

export const signs = ['>=', '>', '<=', '<'] as const;
export type Sign = (typeof signs)[number];

/** A limit as a rule writes it; `>=` and `>` differ only on the limit itself. */
export interface Bound {
  sign: Sign;
  value: number;
}

/** What is known of a quantity: both ends alike where it is exact, 0 to infinity where it is unknown. */
export interface Known {
  low: number;
  high: number;
}

export const unknown: Known = { low: 0, high: Infinity };
export const exactly = (value: number): Known => ({ low: value, high: value });
export const isExact = ({ low, high }: Known): boolean => low === high;

const form = /^(>=|>|<=|<)\s*(\d+(?:\.\d+)?)(?:\s+(\S+))?$/;

/** Reads `>= 4800` or `< 6500 GB/s`, or says why it is no bound (ST-K004). */
export function parseBound(text: string, quantity: BoundQuantity): Bound | Refusal {
  const [, sign, value, unit = ''] = form.exec(text.trim()) ?? [];
  const wanted = boundUnits[quantity];
  if (!sign || unit !== wanted) {
    return {
      code: 'ST-K004',
      what: `\`${text.slice(0, 40)}\` is not a bound on ${quantity}.`,
      fix: `Write a sign, a number${wanted ? ` and the unit ${wanted}` : ' without unit'}: \`>= 600${wanted && ` ${wanted}`}\`.`,
    };
  }
  return { sign: sign as Sign, value: Number(value) };
}

/** Whether a value keeps to a bound. */
export function holds({ sign, value: limit }: Bound, value: number): boolean {
  switch (sign) {
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
  }
}

/** Whether every, no, or some value of what is known keeps to a bound; null for some. */
export function surelyHolds(bound: Bound, { low, high }: Known): boolean | null {
  const [atLow, atHigh] = [holds(bound, low), holds(bound, high)];
  return atLow === atHigh ? atLow : null;
}

/**
 * Values that stand for all others: one in every stretch between the limits, and the ends.
 *
 * @param limits values at which some bound turns, with the side on which the limit itself lies
 */
export function representatives({ low, high }: Known, limits: readonly Bound[]): number[] {
  if (low === high) return [low];
  const turns = limits.map(({ sign, value }) => (sign === '>=' || sign === '<' ? value : above(value)));
  const inside = [...new Set(turns)].filter((turn) => turn > low && turn <= high).sort((a, b) => a - b);
  return [low, ...inside];
}

/** The next number after a limit that belongs to its lower side. */
function above(value: number): number {
  return value * (1 + Number.EPSILON) + Number.MIN_VALUE;
}

/** All of several answers that may be unknown: false wins, then unknown. */
export function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Any of several answers that may be unknown: true wins, then unknown. */
export function any(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
