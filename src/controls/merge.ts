import type { Chosen, Input } from './branches.ts';
import type { Outcome, Verdict } from './decide.ts';

/** A verdict with what was chosen for it. */
export interface Tried extends Chosen {
  verdict: Verdict;
}

/** What branches come to together. */
export interface Merged {
  outcome: Outcome;
  by?: string;
  exception?: string;
  /** Paragraphs met in every branch. */
  paragraphs: readonly string[];
  /** Every answer that is possible, likelier or stricter ones in no order. */
  possible: readonly Verdict[];
}

const asking: ReadonlySet<Outcome> = new Set<Outcome>([
  'letter',
  'denial',
  'capped',
  'case-by-case',
  'approval',
]);

/**
 * One answer where all branches agree. Where a letter asks for a licence in all of them, and in some alone, that much is
 * sure even if the paragraphs are not. Else undecided: never one of several possible answers.
 */
export function merge(tried: readonly Tried[]): Merged {
  const possible = distinct(tried.map(({ verdict }) => verdict));
  const [first] = possible;
  const paragraphs = first!.paragraphs.filter((one) =>
    tried.every(({ verdict }) => verdict.paragraphs.includes(one)),
  );
  if (new Set(possible.map(nameOf)).size === 1) {
    const { outcome, by, exception } = first!;
    return { outcome, ...(by && { by }), ...(exception && { exception }), paragraphs, possible };
  }
  const letters = new Set(possible.map(({ letter }) => letter));
  const [letter] = letters;
  const alone = possible.some(({ outcome }) => outcome === 'letter');
  if (letters.size === 1 && letter && alone && possible.every(({ outcome }) => asking.has(outcome))) {
    return { outcome: 'letter', by: letter, paragraphs, possible };
  }
  return { outcome: 'undecided', paragraphs, possible };
}

const nameOf = ({ outcome, exception }: Verdict) => `${outcome} ${exception ?? ''}`;
const keyOf = (verdict: Verdict) => `${nameOf(verdict)} ${verdict.paragraphs.join()} ${verdict.letter ?? ''}`;

function distinct(verdicts: readonly Verdict[]): Verdict[] {
  return [...new Map(verdicts.map((one) => [keyOf(one), one])).values()];
}

/** A stretch of values of a missing input, or one of its words, and what it would decide. */
export interface Part {
  /** Ends of the stretch: `from` included for rates, `to` included for areas; absent where there is none. */
  from?: number;
  to?: number;
  value?: string | boolean;
  possible: readonly Verdict[];
}

/** An input without which the question cannot be decided. */
export interface Missing {
  input: Input;
  /** For an area, what else is taken for it: its parts hold under that alone. */
  given: Chosen['chosen'];
  /** Stretches or words with all that each leaves open; a single one without ends where that cannot be told apart. */
  parts: readonly Part[];
}

/** Inputs that change the answer, each with what its values would decide. */
export function missingOf(tried: readonly Tried[]): Missing[] {
  const named = new Set(tried.flatMap(({ chosen }) => Object.keys(chosen) as Input[]));
  return [...named].flatMap((input): Missing[] => {
    const groups = new Map<string, Tried[]>();
    for (const one of tried) {
      const key = JSON.stringify(othersOf(input, one));
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const telling = [...groups.values()]
      .map((group) => ({ given: othersOf(input, group[0]!), parts: partsOf(input, group) }))
      .filter(({ parts }) => new Set(parts.map(({ possible }) => possible.map(nameOf).join('|'))).size > 1);
    const [most] = [...telling].sort((a, b) => b.parts.length - a.parts.length);
    if (!most) return [];
    // Whatever else may be true is left open in each part; only an area is told for one performance at a time.
    if (input !== 'dieArea') return [{ input, given: {}, parts: partsOf(input, tried) }];
    const open = most.given.tpp !== undefined;
    const parts = open ? [{ possible: distinct(tried.map(({ verdict }) => verdict)) }] : most.parts;
    return [{ input, given: open ? {} : most.given, parts }];
  });
}

function othersOf(input: Input, { chosen }: Tried): Chosen['chosen'] {
  const { [input]: _, ...others } = chosen;
  return others;
}

function partsOf(input: Input, group: readonly Tried[]): Part[] {
  const values = new Map<number | string | boolean, Verdict[]>();
  for (const { chosen, verdict } of group) {
    const value = chosen[input];
    if (value !== undefined) values.set(value, [...(values.get(value) ?? []), verdict]);
  }
  const entries = [...values].map(([value, verdicts]) => ({ value, possible: distinct(verdicts) }));
  const [one] = entries;
  if (typeof one?.value !== 'number') {
    return entries.map(({ value, possible }) => ({ value: value as string | boolean, possible }));
  }
  const sorted = (entries as { value: number; possible: Verdict[] }[]).sort((a, b) => a.value - b.value);
  return input === 'dieArea' ? upTo(sorted) : from(sorted);
}

interface Stretch {
  value: number;
  possible: Verdict[];
}

/** Whether two stretches come to the same, the paragraphs of one class taken together. */
const same = (a: readonly Verdict[], b: readonly Verdict[]) => alikeOf(a) === alikeOf(b);
const alikeOf = (verdicts: readonly Verdict[]) =>
  [...new Set(verdicts.map((one) => `${nameOf(one)} ${one.classes.join()}`))].sort().join('|');

/** Stretches that begin at their value. */
function from(sorted: readonly Stretch[]): Part[] {
  const kept = sorted.filter(({ possible }, i) => i === 0 || !same(possible, sorted[i - 1]!.possible));
  return kept.map(({ value, possible }, i) => ({
    ...(value > 0 && { from: value }),
    ...(kept[i + 1] && { to: kept[i + 1]!.value }),
    possible,
  }));
}

/** Stretches that end at their value. */
function upTo(sorted: readonly Stretch[]): Part[] {
  const kept = sorted.filter(
    ({ possible }, i) => i === sorted.length - 1 || !same(possible, sorted[i + 1]!.possible),
  );
  return kept.map(({ value, possible }, i) => ({
    ...(i > 0 && { from: kept[i - 1]!.value }),
    ...(value < Infinity && i < kept.length - 1 && { to: value }),
    possible,
  }));
}
