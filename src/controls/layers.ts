import type { Flag } from '../chips/figure.ts';
import type { Localised } from '../sources/source.ts';
import {
  all,
  any,
  type BoundQuantity,
  boundUnits,
  isExact,
  type Known,
  type Sign,
  surelyHolds,
} from './bound.ts';
import type { Case, Verdict } from './decide.ts';
import type { Bounds, Decision, Places } from './instrument.ts';
import type { Item, Specification } from './item.ts';
import { knownValues } from './known-values.ts';
import { home, isIn } from './places.ts';
import { exact } from './processing-performance.ts';
import type { Question } from './query.ts';
import { soldInTime } from './sold-in-time.ts';

/** The layers of an answer, in the order in which they count. */
export const layerIds = [
  'parties',
  'letters',
  'classification',
  'destination',
  'exception',
  'review',
  'decisions',
  'enforcement',
] as const;
export type LayerId = (typeof layerIds)[number];

/** One limit held against what is known. */
export interface Test {
  quantity: BoundQuantity;
  sign: Sign;
  limit: number;
  unit: string;
  known: Known;
  met: boolean | null;
  /** Value less limit; absent where the value is not exact. */
  margin?: number;
  /** Die area at which a density meets the limit [mm2]. */
  turnsAt?: number;
  /** How well the value was checked, where it is not good. */
  doubtful?: Flag;
}

/** What one entry of an instrument says about the item. */
export interface Finding {
  instrument: string;
  /** Paragraph, exception, band or party. */
  name?: string;
  met: boolean | null;
  /** Limits, in groups of which one must be met whole. */
  tests: readonly (readonly Test[])[];
  /** Whether only press reports or nothing public tell the content. */
  known?: 'text' | 'press' | 'unpublished';
  /** For the chips of another maker: worth a look, no finding. */
  flag?: boolean;
  /** Policy, result or effect. */
  says?: string;
  conditions?: readonly Localised[];
}

export interface Layer {
  layer: LayerId;
  findings: readonly Finding[];
}

/** Every layer with its findings: what was tested, how it came out, by what margin. */
export function layersOf(given: Case, verdicts: readonly Verdict[]): Layer[] {
  const findings: Record<LayerId, Finding[]> = {
    parties: parties(given),
    letters: letters(given),
    classification: classification(given),
    destination: destination(given, verdicts),
    exception: exceptions(given, verdicts),
    review: reviews(given),
    decisions: decisions(given),
    enforcement: enforcement(given, verdicts),
  };
  return layerIds.map((layer) => ({ layer, findings: findings[layer] }));
}

function testsOf(bounds: Bounds, item: Item): Test[] {
  const [values] = knownValues(item);
  return bounds.map(({ quantity, bound: { sign, value: limit } }) => {
    const known = values![quantity] ?? { low: 0, high: 0 };
    const doubtful = doubtOf(quantity, item);
    return {
      quantity,
      sign,
      limit,
      unit: boundUnits[quantity],
      known,
      met: surelyHolds({ sign, value: limit }, known),
      ...(isExact(known) && { margin: exact(known.low - limit) }),
      ...(quantity === 'pd' && values!.tpp && isExact(values!.tpp) && { turnsAt: values!.tpp.low / limit }),
      ...(doubtful && { doubtful }),
    };
  });
}

/** The worst flag of the figures that a quantity is made of. */
function doubtOf(quantity: BoundQuantity, { doubtful, readings }: Item): Flag | undefined {
  const format = readings[0]?.format;
  const made: Partial<Record<BoundQuantity, readonly (Specification | undefined)[]>> = {
    tpp: [format],
    pd: [format, 'dieArea'],
    io: ['link', 'pcie'],
    link: ['link'],
    bandwidth: ['bandwidth'],
    sum: ['link', 'pcie', 'bandwidth'],
  };
  const flags = (made[quantity] ?? []).flatMap((one) => (one && doubtful[one]) ?? []);
  return flags.includes('K') ? 'K' : flags[0];
}

/** Whether bounds hold under every reading of the performance. */
function metBy(bounds: Bounds, item: Item): boolean | null {
  const answers = knownValues(item).map((values) =>
    all(
      bounds.map(({ quantity, bound }) => (values[quantity] ? surelyHolds(bound, values[quantity]) : false)),
    ),
  );
  return answers.every((one) => one === answers[0]) ? answers[0]! : null;
}

function reaches({ controls, question }: Case, to?: Places, headquartered?: Places): boolean | null {
  if (question.to === home) return false;
  const here = to ? isIn(controls, to, question.to, question.day) : false;
  if (!headquartered) return here;
  const hq = question.headquarters ?? (here === true ? question.to : undefined);
  return any([here, hq === undefined ? null : isIn(controls, headquartered, hq, question.day)]);
}

function marketed({ question, item }: Case, asked: boolean | undefined): boolean | null {
  const market = question.marketedForDataCentres ?? item.marketedForDataCentres;
  if (asked === undefined) return true;
  return market === null ? null : market === asked;
}

function parties({ rules, question }: Case): Finding[] {
  const { party, ownedByListed } = question;
  const found: Finding[] = rules.lists
    .filter(({ parties: listed }) => party && listed.includes(party.id))
    .map(({ instrument, policy, footnote }) => ({
      instrument,
      name: footnote ? `${party!.id}, footnote ${footnote}` : party!.id,
      met: true,
      tests: [],
      says: policy,
    }));
  const { ownership } = rules;
  if (ownership && ownedByListed > 0) {
    const reached = ownedByListed >= ownership.share;
    found.push({
      instrument: ownership.instrument,
      name: `${Math.round(ownedByListed * 100)} % of ${Math.round(ownership.share * 100)} %`,
      met: reached ? ownership.applies : false,
      tests: [],
    });
  }
  return found;
}

function letters(given: Case): Finding[] {
  const { rules, item } = given;
  return rules.letters.flatMap((one) => {
    if (!one.items.includes(item.kind)) return [];
    const own = item.vendor === undefined ? null : one.addressee === item.vendor;
    const reached = reaches(given, one.to, one.headquartered);
    if ((own === false && !one.flagsOthers) || reached === false) return [];
    const named = own === true && item.id !== undefined && one.names.includes(item.id);
    const market = marketed(given, one.marketedForDataCentres);
    const limits = any(one.any.map((bounds) => metBy(bounds, item)));
    const covered = one.scope === 'unknown' && named ? null : true;
    const met = all([named || limits, market, reached, covered, own === null ? null : true]);
    return [
      {
        instrument: one.instrument,
        ...(named && { name: item.id! }),
        met,
        tests: one.any.map((bounds) => testsOf(bounds, item)),
        known: one.known,
        ...(own === false && { flag: true }),
      },
    ];
  });
}

function classification(given: Case): Finding[] {
  const { rules, item } = given;
  const out = rules.outside.map((one) => ({
    one,
    met: all([marketed(given, one.marketedForDataCentres), metBy(one.all, item)]),
  }));
  const paragraphs = [...rules.paragraphs, ...rules.presumptions].filter(({ items }) =>
    items.includes(item.kind),
  );
  const met = paragraphs.map((one): Finding => {
    const freed = out.find(({ one: { instrument } }) => instrument === one.instrument)?.met ?? false;
    return {
      instrument: one.instrument,
      name: one.paragraph,
      met: all([metBy(one.all, item), freed === null ? null : !freed]),
      tests: [testsOf(one.all, item)],
    };
  });
  const freed = out
    .filter((one) => one.met !== false && item.kind === 'chip')
    .map(
      ({ one, met: isOut }): Finding => ({
        instrument: one.instrument,
        name: one.name,
        met: isOut,
        tests: [testsOf(one.all, item)],
        says: 'outside',
      }),
    );
  return [...met, ...freed];
}

/** Licences for the classes that the item meets or may meet. */
function destination(given: Case, verdicts: readonly Verdict[]): Finding[] {
  const met = new Set(verdicts.flatMap(({ classes }) => classes));
  return given.rules.licences.flatMap((one) => {
    const mine = one.classes.filter((each) => met.has(each));
    const reached = all([
      reaches(given, one.to, one.headquartered),
      marketed(given, one.marketedForDataCentres),
      verdicts.every(({ classes }) => mine.some((each) => classes.includes(each))) ? true : null,
    ]);
    if (mine.length === 0 || reached === false) return [];
    return [{ instrument: one.instrument, met: reached, tests: [], says: one.policy }];
  });
}

function exceptions(given: Case, verdicts: readonly Verdict[]): Finding[] {
  const used = verdicts.flatMap(({ exception, by }) => (exception ? [`${exception} ${by}`] : []));
  const { controls, question } = given;
  return given.rules.exceptions
    .filter(({ name, instrument }) => used.includes(`${name} ${instrument}`))
    .map(({ name, instrument, notice, allows }) => ({
      instrument,
      name,
      met: used.length === verdicts.length ? true : null,
      tests: allows
        .filter(({ all: bounds }) => bounds.length > 0)
        .map(({ all: bounds }) => testsOf(bounds, given.item)),
      ...(notice && isIn(controls, notice, question.to, question.day) === true && { says: 'notice' }),
    }));
}

function reviews(given: Case): Finding[] {
  const { rules, controls, question, item } = given;
  return rules.reviews.flatMap((one) => {
    if (isIn(controls, one.to, question.to, question.day) !== true) return [];
    const from = question.from === undefined ? null : one.from.includes(question.from);
    const sold = soldInTime(item, one);
    return [
      {
        instrument: one.instrument,
        name: item.madeFor
          ? 'made-for-one-market'
          : sold === false
            ? 'sold-later'
            : from === false
              ? 'not-from-us'
              : '',
        met: all([from, sold, metBy(one.all, item)]),
        tests: [testsOf(one.all, item)],
        says: one.policy,
        conditions: one.conditions,
      },
    ];
  });
}

/** Decisions about the item; whether one of unnamed customers is meant is open unless it is said. */
function decisions({ rules, item, controls, question }: Case): Finding[] {
  return rules.decisions
    .filter(
      ({ chips, to }) =>
        item.id !== undefined &&
        chips.includes(item.id) &&
        isIn(controls, to, question.to, question.day) === true,
    )
    .map(({ instrument, result, customers, conditions }) => ({
      instrument,
      met: isCustomer(customers, question),
      tests: [],
      says: result,
      ...(conditions && { conditions: [conditions] }),
    }));
}

function isCustomer(
  customers: Decision['customers'],
  { licensed, party, unheldParty }: Question,
): boolean | null {
  if (customers === 'all' || (customers === 'some' && licensed)) return true;
  if (customers === 'some') return null;
  if (party) return customers.includes(party.id);
  return unheldParty === undefined ? null : false;
}

function enforcement(given: Case, verdicts: readonly Verdict[]): Finding[] {
  const { rules, item, question } = given;
  const asked = new Set(destination(given, verdicts).map(({ instrument }) => instrument));
  const notices = rules.enforcement
    .filter(({ of, activity }) => (of ? of.some((id) => asked.has(id)) : activity === question.activity))
    .map(
      (one): Finding => ({
        instrument: one.instrument,
        met: one.headquartered ? reaches(given, undefined, one.headquartered) : true,
        tests: [],
        says: one.state,
      }),
    );
  const violations = rules.violations.flatMap(({ instrument, names, designedIn }): Finding[] => {
    const named = item.id !== undefined && names.includes(item.id);
    const open = item.designedIn === undefined && item.kind === 'chip';
    const there = open || (item.designedIn !== undefined && designedIn.includes(item.designedIn));
    return named || there
      ? [
          {
            instrument,
            ...(named && { name: item.id! }),
            met: named ? true : null,
            tests: [],
            says: 'presumed-violation',
          },
        ]
      : [];
  });
  return [...notices, ...violations];
}
