import type { Catalogue, Chip } from '../chips/chip.ts';
import { requireChipOf } from '../chips/find.ts';
import { attempting, type Fault, SandtableError } from '../errors/fault.ts';
import type { Localised, Source } from '../sources/source.ts';
import { branchesOf } from './branches.ts';
import { type GateState, gateOf } from './chinese-gate.ts';
import { type Case, decide, type Outcome, type Verdict } from './decide.ts';
import { inForce } from './in-force.ts';
import type { Controls, JudgeableDay } from './instrument.ts';
import { type Item, itemOf } from './item.ts';
import { asFarAsKnown, controlsAsOf, type RulesKnown, rulesKnownOn } from './known-rules.ts';
import { type Layer, layersOf } from './layers.ts';
import { type Merged, type Missing, merge, missingOf, type Tried } from './merge.ts';
import { checkQuery, type Question, requireDay, type StatusQuery } from './query.ts';
import { type Duty, dutyOn } from './tariff.ts';

/** What `status` needs to know: both parts of what `parseWorldData` returns. */
export interface RuleBook {
  catalogue: Catalogue;
  controls: Controls;
  /** Publications by id: their addresses are cited where they are given. */
  sources?: ReadonlyMap<string, Pick<Source, 'url'>>;
}

/** Something taken for granted because it was not said. */
export const assumptions = [
  'unlisted',
  'party-not-held',
  'local-headquarters',
  'subject-to-rules',
  'embargo-besides',
] as const;
export type Assumption = (typeof assumptions)[number];

/** May this item go there on that day, and why. */
export interface Status {
  item: Pick<Item, 'id' | 'name' | 'readings' | 'dieArea' | 'replaced'>;
  question: Omit<Question, 'day' | 'party'> & { endUser?: string };
  outcome: Outcome;
  /** Whether the rules of that day are known; the outcome is the last known one where they are carried forward. */
  rules: RulesKnown;
  /** Id of the instrument that decides. */
  by?: string;
  exception?: string;
  /** Paragraphs of the control list that the item meets for sure. */
  paragraphs: readonly string[];
  /** Every answer that what is missing leaves open; one where the outcome is decided. */
  possible: readonly Verdict[];
  /** What to find out, and what it would decide. */
  missing: readonly Missing[];
  layers: readonly Layer[];
  duty: Duty;
  /** The Chinese gate, apart from the outcome. */
  gate: GateState;
  /** Foreign permits on the way. */
  permits: readonly { instrument: string; country: string }[];
  disputes: readonly { instrument: string; says: Localised }[];
  assumed: readonly Assumption[];
  citations: readonly Cited[];
}

/** An instrument as an answer cites it. */
export interface Cited {
  id: string;
  name: string;
  cite?: string;
  verified: string;
  effective?: string;
  /** Which of its days no source gives. */
  judgedDays?: readonly JudgeableDay[];
  sources: readonly string[];
  /** Addresses of the sources, where the rule book holds them. */
  links: readonly string[];
}

/**
 * The status of an item under the export rules of a day, by arithmetic on published figures. No legal advice.
 *
 * @param book catalogue and controls, as `parseWorldData` returns them
 * @param item name or id of a chip, a chip, or an item made by `itemOf` or `describeItem`
 * @param query day, destination and what else is known; what is left out is tried both ways where it matters
 * @returns outcome, every layer with its arithmetic and margins, what is missing, citations
 * @throws SandtableError ST-C001, ST-K001 to ST-K003, ST-K006, ST-K007, ST-K010, ST-S030, ST-S031
 */
export function status(book: RuleBook, item: string | Chip | Item, query: StatusQuery): Status {
  const { asked, question, controls } = askedOf(book, item, query);
  const rules = inForce(controls, question.day, question.asIf);
  const given = { controls, rules, item: asked, question };
  const tried = tryAll(given);
  const known = rulesKnownOn(controls, question.day);
  const merged = asFarAsKnown(merge(tried), known);
  const layers = layersOf(given, merged.possible);
  const gate = gateOf(given);
  const duty = dutyOn(given);
  const permits = rules.permits
    .filter(({ country }) => country === question.to || country === question.from)
    .map(({ instrument, country }) => ({ instrument, country }));
  const disputes = rules.disputes
    .filter(({ chips }) => asked.id !== undefined && chips.includes(asked.id))
    .map(({ instrument, says }) => ({ instrument, says }));
  const { day: _, party, ...shownQuestion } = question;
  return {
    item: {
      ...(asked.id !== undefined && { id: asked.id }),
      name: asked.name,
      readings: asked.readings,
      dieArea: asked.dieArea,
      ...(asked.replaced && { replaced: asked.replaced }),
    },
    question: { ...shownQuestion, ...(party && { endUser: party.id }) },
    rules: known,
    ...merged,
    missing: merged.outcome === 'undecided' || merged.possible.length > 1 ? missingOf(tried) : [],
    layers,
    duty,
    gate,
    permits,
    disputes,
    assumed: assumedIn(given, merged, tried),
    citations: cited(book, [
      ...merged.possible.flatMap(({ by, letter }) => [by, letter]),
      ...layers.flatMap(({ findings }) =>
        findings.filter(({ met }) => met !== false).map((one) => one.instrument),
      ),
      gate.by,
      duty.by,
      ...permits.map(({ instrument }) => instrument),
      ...disputes.map(({ instrument }) => instrument),
    ]),
  };
}

/**
 * Item and question, checked together, and the controls as one could know them.
 *
 * @throws SandtableError with everything wrong with both at once
 */
export function askedOf(
  book: RuleBook,
  item: string | Chip | Item,
  query: StatusQuery,
): { asked: Item; question: Question; controls: Controls } {
  const faults: Fault[] = [];
  const attempt = attempting(faults);
  const asked = attempt(() => askedItem(book, item));
  const question = attempt(() => checkQuery(book.controls, asked, query));
  if (!asked || !question) throw new SandtableError(faults);
  const { asOf } = question;
  const controls = asOf === undefined ? book.controls : controlsAsOf(book.controls, requireDay(asOf));
  return { asked, question, controls };
}

function tryAll(given: Case): Tried[] {
  return branchesOf(given).map((one) => ({ ...one, verdict: decide(given, one.branch) }));
}

/** The item that was asked about; a server of one kind of chip is judged by that chip. */
export function askedItem({ catalogue }: RuleBook, item: string | Chip | Item): Item {
  if (typeof item !== 'string') return 'readings' in item ? item : known(item);
  return known(requireChipOf(catalogue, item));
}

/** The same item for the same chip, so that what was worked out for it is found again. */
function known(chip: Chip): Item {
  const item = items.get(chip) ?? itemOf(chip);
  items.set(chip, item);
  return item;
}

const items = new WeakMap<Chip, Item>();

function assumedIn(
  { controls, question, item }: Case,
  { outcome, possible }: Merged,
  tried: readonly Tried[],
): Assumption[] {
  const { embargoed } = controls;
  const triedBoth = tried.some(({ chosen }) => chosen.headquarters !== undefined);
  const asksHeadquarters = question.headquarters === undefined && !triedBoth && outcome !== 'listed';
  const reached = possible.some(({ paragraphs, letter }) => paragraphs.length > 0 || letter);
  const list: [boolean, Assumption][] = [
    [!question.party && question.unheldParty === undefined && outcome !== 'listed', 'unlisted'],
    [question.unheldParty !== undefined, 'party-not-held'],
    [asksHeadquarters && reached, 'local-headquarters'],
    [question.from !== 'US' && item.kind !== 'other', 'subject-to-rules'],
    [embargoed.has(question.to), 'embargo-besides'],
  ];
  return list.flatMap(([holds, assumption]) => (holds ? [assumption] : []));
}

function cited(
  { controls: { instruments }, sources }: RuleBook,
  ids: readonly (string | undefined)[],
): Cited[] {
  return [...new Set(ids)].flatMap((id) => {
    const one = id === undefined ? undefined : instruments.get(id);
    if (!one) return [];
    return [
      {
        id: one.id,
        name: one.name.en,
        ...(one.cite !== undefined && { cite: one.cite }),
        verified: one.verified,
        ...(one.effective && { effective: one.effective.text }),
        ...(one.judgedDays.length > 0 && { judgedDays: one.judgedDays }),
        sources: one.sources,
        links: one.sources.flatMap((source) => sources?.get(source)?.url ?? []),
      },
    ];
  });
}
