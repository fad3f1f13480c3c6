import { type BoundQuantity, holds } from './bound.ts';
import type { InForce } from './in-force.ts';
import { type Bounds, type Controls, type Places, type Policy, policies } from './instrument.ts';
import type { Item } from './item.ts';
import { home, isIn } from './places.ts';
import type { Question } from './query.ts';

export const outcomes = [
  'no-licence',
  'no-licence-destination',
  'letter',
  'denial',
  'capped',
  'case-by-case',
  'approval',
  'exception',
  'granted',
  'refused',
  'not-enforced',
  'presumed-violation',
  'listed',
  'undecided',
] as const;

/**
 * What the US rules come to:
 * `no-licence` the item is not caught; `no-licence-destination` it is, the destination and end user are not;
 * `letter` a licence by a letter to its maker; `denial`, `capped`, `case-by-case`, `approval` a licence with that review;
 * `exception` none, by a named exception; `granted`, `refused` a reported decision; `not-enforced` the text asks for a
 * licence that the agency says it will not ask for; `presumed-violation` made in presumed breach (General Prohibition
 * 10); `listed` the end user is on the Entity List; `undecided` an input is missing.
 */
export type Outcome = (typeof outcomes)[number];

/** One way in which everything unknown may turn out. */
export interface Branch {
  /** Values of the quantities that rules bound; those an item does not have are left out. */
  values: Readonly<Partial<Record<BoundQuantity, number>>>;
  marketed: boolean;
  headquarters: string;
  from: string;
  soldInUnitedStates: boolean;
  /** Whether countries whose place in a group is unsure are taken to be in it. */
  unsureGroups: boolean;
  /** Whether a letter of unknown scope covers the shipment. */
  unknownLetters: boolean;
  /** Whether a rule on owners of unknown state applies. */
  ownership: boolean;
  /** Whether the presumption about foundry dies was overcome. */
  overcome: boolean;
  /** Id of the maker; empty for one to whom no letter of the day is addressed. */
  maker: string;
  /** Whether it was designed where a presumption of breach reaches. */
  designedThere: boolean;
}

/** What a branch comes to. */
export interface Verdict {
  outcome: Outcome;
  /** Id of the instrument that decides; absent where nothing reaches the item. */
  by?: string;
  exception?: string;
  /** Paragraphs that the item meets, and the classes by which licences refer to them. */
  paragraphs: readonly string[];
  classes: readonly string[];
  /** Letter that asks for a licence by itself. */
  letter?: string;
}

/** What is asked, of what, under what. */
export interface Case {
  controls: Controls;
  rules: InForce;
  item: Item;
  question: Question;
}

/** A reason to need a licence. */
interface Need {
  instrument: string;
  policy: Policy;
  enforced: boolean;
}

/** Decides one branch: parties, presumed violations, letters, classification, destination, exceptions, review, grants. */
export function decide(given: Case, branch: Branch): Verdict {
  const { question } = given;
  const classes = classesOf(given, branch);
  const met = {
    paragraphs: classes.map(({ paragraph }) => paragraph),
    classes: [...new Set(classes.map((one) => one.class))],
  };
  const listed = listedBy(given, branch);
  if (listed) return { outcome: 'listed', by: listed, ...met };
  const violation = violationOf(given, branch, classes);
  if (violation) return { outcome: 'presumed-violation', by: violation, ...met };
  const letter = letterOf(given, branch);
  const needs = needsOf(given, branch, classes);
  if (question.activity === 'use') return useOf(given, branch, { needs, letter, met });
  const enforced = needs.filter((need) => need.enforced);
  const asked = { ...met, ...(letter && { letter }) };
  if (enforced.length === 0 && !letter) {
    const [need] = needs;
    if (need) return { outcome: 'not-enforced', by: need.instrument, ...asked };
    if (classes.length === 0) {
      const sold = soldOpenly(given);
      return { outcome: 'no-licence', ...(sold && { by: sold }), ...asked };
    }
    return { outcome: 'no-licence-destination', by: classes[0]!.instrument, ...asked };
  }
  const decision = decisionOf(given, branch);
  if (decision) return { ...decision, ...asked };
  const exception = enforced.length > 0 ? exceptionOf(given, branch, { enforced, classes }) : undefined;
  if (enforced.length > 0 && !exception) {
    const strictest = strictestOf(enforced.map((need) => reviewed(given, branch, need, classes)));
    return { outcome: strictest.policy, by: strictest.instrument, ...asked };
  }
  if (letter) return { outcome: 'letter', by: letter, ...asked };
  return { outcome: 'exception', by: exception!.instrument, exception: exception!.name, ...asked };
}

interface Class {
  instrument: string;
  paragraph: string;
  class: string;
}

/** Paragraphs met, and presumptions not overcome. */
export function classesOf(given: Case, branch: Branch): Class[] {
  const { rules, item } = given;
  if (soldOpenly(given)) return [];
  const told = answered(given, branch);
  if (told) return [told];
  const met = rules.paragraphs.filter((one) => one.items.includes(item.kind) && keeps(one.all, branch));
  const presumed = rules.presumptions.filter(
    (one) => one.items.includes(item.kind) && !branch.overcome && keeps(one.all, branch),
  );
  const out = new Set(
    rules.outside
      .filter((one) => (one.marketedForDataCentres ?? branch.marketed) === branch.marketed)
      .filter((one) => keeps(one.all, branch))
      .map(({ instrument }) => instrument),
  );
  return [...met.filter(({ instrument }) => !out.has(instrument)), ...presumed];
}

/** An agency's answer that a chip of unpublished rates needs a licence: then it is caught, whatever its rates. */
function answered({ rules, item, controls, question }: Case, branch: Branch): Class | undefined {
  if (item.readings.length > 0 || item.id === undefined) return undefined;
  const { id } = item;
  const answer = rules.decisions.find(
    ({ result, chips, to }) =>
      result === 'licence-required' &&
      chips.includes(id) &&
      where(controls, to, question.to, { question, branch }),
  );
  return answer && { instrument: answer.instrument, paragraph: '3A090', class: 'a' };
}

/** The report that a chip of unpublished rates was sold without a licence; what its maker publishes counts first. */
function soldOpenly({ rules, item }: Case): string | undefined {
  if (item.readings.length > 0 || item.id === undefined) return undefined;
  const { id } = item;
  return rules.decisions.find(({ result, chips }) => result === 'sold-openly' && chips.includes(id))
    ?.instrument;
}

export function keeps(bounds: Bounds, { values }: Pick<Branch, 'values'>): boolean {
  return bounds.every(({ quantity, bound }) => {
    const value = values[quantity];
    return value !== undefined && holds(bound, value);
  });
}

interface At {
  question: Question;
  branch: Branch;
}

/** Whether a country is among places, with what is unsure as the branch takes it. */
function where(controls: Controls, places: Places, code: string, { question, branch }: At): boolean {
  return isIn(controls, places, code, question.day) ?? branch.unsureGroups;
}

function reaches(
  { controls, question }: Case,
  branch: Branch,
  { to, headquartered }: { to?: Places; headquartered?: Places },
): boolean {
  if (question.to === home) return false;
  const at = { question, branch };
  return (
    (to !== undefined && where(controls, to, question.to, at)) ||
    (headquartered !== undefined && where(controls, headquartered, branch.headquarters, at))
  );
}

function listedBy({ rules, question }: Case, branch: Branch): string | undefined {
  const { party, ownedByListed } = question;
  const list = party && rules.lists.find(({ parties }) => parties.includes(party.id));
  if (list) return list.instrument;
  const { ownership } = rules;
  if (!ownership || ownedByListed < ownership.share) return undefined;
  return (ownership.applies ?? branch.ownership) ? ownership.instrument : undefined;
}

function violationOf(
  { rules, item }: Case,
  { designedThere }: Branch,
  classes: readonly Class[],
): string | undefined {
  return rules.violations.find(({ names, designedIn, classes: reached }) => {
    if (item.id !== undefined && names.includes(item.id)) return true;
    const there = item.designedIn === undefined ? designedThere : designedIn.includes(item.designedIn);
    return item.kind === 'chip' && there && classes.some((one) => reached.includes(one.class));
  })?.instrument;
}

function letterOf(given: Case, branch: Branch): string | undefined {
  const { rules, item } = given;
  return rules.letters.find((one) => {
    if (one.addressee !== branch.maker || !one.items.includes(item.kind)) return false;
    if ((one.marketedForDataCentres ?? branch.marketed) !== branch.marketed) return false;
    const named = item.id !== undefined && one.names.includes(item.id);
    if (!named && !one.any.some((bounds) => keeps(bounds, branch))) return false;
    if (!reaches(given, branch, one)) return false;
    return one.scope === 'unknown' ? branch.unknownLetters : true;
  })?.instrument;
}

/** Licences that text asks for; a notice that one will not be enforced is kept apart from the text. */
function needsOf(given: Case, branch: Branch, classes: readonly Class[]): Need[] {
  const { rules } = given;
  const waived = new Set(rules.enforcement.flatMap(({ of }) => of ?? []));
  const needs = rules.licences
    .filter((one) => classes.some(({ class: met }) => one.classes.includes(met)))
    .filter((one) => (one.marketedForDataCentres ?? branch.marketed) === branch.marketed)
    .filter((one) => reaches(given, branch, one));
  return needs.map(({ instrument, policy }) => ({ instrument, policy, enforced: !waived.has(instrument) }));
}

const strictestOf = (needs: readonly Need[]): Need =>
  needs.reduce((a, b) => (policies.indexOf(b.policy) < policies.indexOf(a.policy) ? b : a));

/** The policy of a need after a review policy that softens it, or says that it does not. */
function reviewed(given: Case, branch: Branch, need: Need, classes: readonly Class[]): Need {
  const { rules, controls, question } = given;
  const review = rules.reviews.find(
    (one) =>
      one.of.includes(need.instrument) &&
      classes.some(({ class: met }) => one.classes.includes(met)) &&
      where(controls, one.to, question.to, { question, branch }),
  );
  if (!review) return need;
  if (!review.from.includes(branch.from)) return { ...need, policy: review.otherwise };
  const soft = keeps(review.all, branch) && branch.soldInUnitedStates;
  return { ...need, instrument: review.instrument, policy: soft ? review.policy : review.otherwise };
}

function exceptionOf(
  given: Case,
  branch: Branch,
  { enforced, classes }: { enforced: readonly Need[]; classes: readonly Class[] },
): { name: string; instrument: string } | undefined {
  const { rules, controls, question } = given;
  const at = { question, branch };
  return rules.exceptions.find((one) => {
    if (!enforced.every(({ instrument }) => one.covers.includes(instrument))) return false;
    const { exceptHeadquartered: not, to } = one;
    if (not && where(controls, not, branch.headquarters, at)) return false;
    if (one.bothHeadquartered && to && !where(controls, to, branch.headquarters, at)) return false;
    const anywhere = !to && !one.headquartered;
    if (!anywhere && !reaches(given, branch, one)) return false;
    return classes.every((met) =>
      one.allows.some(
        (allowed) =>
          allowed.classes.includes(met.class) &&
          (allowed.marketedForDataCentres ?? branch.marketed) === branch.marketed &&
          keeps(allowed.all, branch),
      ),
    );
  });
}

function decisionOf(
  { rules, item, controls, question }: Case,
  branch: Branch,
): Pick<Verdict, 'outcome' | 'by'> | undefined {
  const made = rules.decisions.filter(
    ({ result, chips, to }) =>
      (result === 'granted' || result === 'refused') &&
      item.id !== undefined &&
      chips.includes(item.id) &&
      where(controls, to, question.to, { question, branch }),
  );
  const meant = made.find(({ customers }) => {
    if (customers === 'all') return true;
    if (customers === 'some') return question.licensed;
    return question.party !== undefined && customers.includes(question.party.id);
  });
  return meant && { outcome: meant.result as 'granted' | 'refused', by: meant.instrument };
}

/** To go on using what is there: only a notice tells, and where none does, nothing held here decides it. */
function useOf(
  { rules, controls, question }: Case,
  branch: Branch,
  {
    needs,
    letter,
    met,
  }: {
    needs: readonly Need[];
    letter: string | undefined;
    met: Pick<Verdict, 'paragraphs' | 'classes'>;
  },
): Verdict {
  if (needs.length === 0 && !letter) {
    return { outcome: met.paragraphs.length > 0 ? 'no-licence-destination' : 'no-licence', ...met };
  }
  const notice = rules.enforcement.find(
    ({ activity, headquartered }) =>
      activity === 'use' &&
      headquartered &&
      where(controls, headquartered, branch.headquarters, { question, branch }),
  );
  return notice
    ? { outcome: 'not-enforced', by: notice.instrument, ...met }
    : { outcome: 'undecided', ...met };
}
