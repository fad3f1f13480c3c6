import { distinctBranchesOf } from './branches.ts';
import { type Case, decide } from './decide.ts';
import { type InForce, inForce } from './in-force.ts';
import type { Controls, Places } from './instrument.ts';
import type { Item } from './item.ts';
import { type Merged, merge } from './merge.ts';
import { home, isIn } from './places.ts';
import type { Question } from './query.ts';

/**
 * The outcome alone, as `status` decides it, for many days and destinations: what the rules cannot tell apart is decided
 * once. Two destinations are alike where they stand in the same places of all rules, two days where the same rules that
 * decide are in force.
 */
export function outcomeOf(controls: Controls, item: Item, question: Question): Merged {
  const rules = inForce(controls, question.day, question.asIf);
  const given = { controls, rules, item, question };
  if (question.asIf.length > 0) return decided(given);
  const items = outcomes.get(controls) ?? new WeakMap<Item, Map<string, Merged>>();
  outcomes.set(controls, items);
  const kept = items.get(item) ?? new Map<string, Merged>();
  items.set(item, kept);
  const key = keyOf(given);
  const known = kept.get(key);
  if (known) return known;
  const merged = decided(given);
  kept.set(key, merged);
  return merged;
}

const outcomes = new WeakMap<Controls, WeakMap<Item, Map<string, Merged>>>();

function decided(given: Case): Merged {
  return merge(distinctBranchesOf(given).map((one) => ({ ...one, verdict: decide(given, one.branch) })));
}

function keyOf({ controls, rules, question }: Case): string {
  const { day, on: _, to, headquarters, ...rest } = question;
  const standing = (code: string) => standingOf(controls, rules, code, day);
  const where = [standing(to), headquarters === undefined ? '' : standing(headquarters)];
  return [...where, decisiveOf(controls, rules), JSON.stringify(rest)].join('|');
}

const standings = new WeakMap<InForce, Map<string, string>>();

/** Where a country stands in every set of places that the rules of a day name. */
function standingOf(controls: Controls, rules: InForce, code: string, day: number): string {
  const known = standings.get(rules) ?? new Map<string, string>();
  standings.set(rules, known);
  const kept = known.get(code);
  if (kept !== undefined) return kept;
  const entries: readonly { to?: Places; headquartered?: Places; exceptHeadquartered?: Places }[] = [
    ...rules.licences,
    ...rules.letters,
    ...rules.exceptions,
    ...rules.reviews,
    ...rules.decisions,
    ...rules.enforcement,
  ];
  const places = entries.flatMap((one) =>
    [one.to, one.headquartered, one.exceptHeadquartered].filter((place) => place !== undefined),
  );
  const signs = places.map((place) => String(isIn(controls, place, code, day))[0]).join('');
  const standing = `${code === home ? home : ''}${signs}`;
  known.set(code, standing);
  return standing;
}

/** Number of a set of rules among those that decide alike; what only bears on gates, duties and permits is left out. */
function decisiveOf(controls: Controls, rules: InForce): number {
  const numbered = numbers.get(controls) ?? { byRules: new WeakMap<InForce, number>(), byName: new Map() };
  numbers.set(controls, numbered);
  const known = numbered.byRules.get(rules);
  if (known !== undefined) return known;
  const { tariffs: _, gate: __, permits: ___, ids: ____, disputes: _____, ownership, ...sections } = rules;
  const named = Object.values(sections).map((entries) => entries.map((one) => one.instrument).join());
  const name = [...named, String(ownership?.applies)].join('|');
  const number = numbered.byName.get(name) ?? numbered.byName.size;
  numbered.byName.set(name, number);
  numbered.byRules.set(rules, number);
  return number;
}

const numbers = new WeakMap<Controls, { byRules: WeakMap<InForce, number>; byName: Map<string, number> }>();
