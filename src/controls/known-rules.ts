import { calendarDay } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Outcome } from './decide.ts';
import type { Controls, Instrument } from './instrument.ts';

/** How far the rules of a day were looked for. */
export const rulesStates = ['known', 'carried-forward', 'not-searched'] as const;
export type RulesState = (typeof rulesStates)[number];

/** Days over which rules are known, and what an answer for a day beside them is worth. */
export interface RulesKnown {
  /**
   * `known`: rules of that day were searched for; `carried-forward`: it lies later, and the answer is that of the last
   * rules known; `not-searched`: it lies before.
   */
  state: RulesState;
  /** First and last day searched: `2026-08-31`. */
  from: string;
  to: string;
}

/** Whether the rules of a day [days since 1970-01-01] are known. */
export function rulesKnownOn({ searched: { from, until } }: Controls, day: number): RulesKnown {
  const state = day < from.from ? 'not-searched' : day > until.to ? 'carried-forward' : 'known';
  return { state, from: isoDay(from.from), to: isoDay(until.to) };
}

/** An answer for a day: that nothing reaches an item says nothing where earlier rules were not searched for. */
export function asFarAsKnown<T extends { outcome: Outcome }>(answer: T, { state }: RulesKnown): T {
  return state === 'not-searched' && answer.outcome === 'no-licence'
    ? { ...answer, outcome: 'undecided' }
    : answer;
}

/**
 * The controls as one could know them on a day: without instruments that were announced, or of which the public learnt,
 * only later. Days after it count as days after the search.
 *
 * @param asOf day [days since 1970-01-01]
 */
export function controlsAsOf(controls: Controls, asOf: number): Controls {
  const byDay = kept.get(controls) ?? new Map<number, Controls>();
  kept.set(controls, byDay);
  const known = byDay.get(asOf);
  if (known) return known;
  const made = cutAt(controls, asOf);
  byDay.set(asOf, made);
  return made;
}

const kept = new WeakMap<Controls, Map<number, Controls>>();

function cutAt(controls: Controls, asOf: number): Controls {
  const { searched } = controls;
  const instruments = [...controls.instruments].filter(([, one]) => publicSince(one).to <= asOf);
  const until = asOf < searched.until.to ? { text: isoDay(asOf), from: asOf, to: asOf } : searched.until;
  return { ...controls, instruments: new Map(instruments), searched: { ...searched, until } };
}

/** When the public could first know of an instrument. */
export const publicSince = ({ disclosed, announced }: Instrument): PartialDate => disclosed ?? announced;

/** A day counted from 1970-01-01 as `2023-10-24`. */
export function isoDay(day: number): string {
  const { year, month, day: date } = calendarDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
