import { type Bound, type BoundQuantity, exactly, type Known, representatives, unknown } from './bound.ts';
import { type Branch, type Case, keeps } from './decide.ts';
import type { InForce } from './in-force.ts';
import type { Bounds, Controls, Places } from './instrument.ts';
import type { Item } from './item.ts';
import { isIn } from './places.ts';
import { exact, performanceDensity, plus, type Reading } from './processing-performance.ts';
import { soldInTime } from './sold-in-time.ts';

/** An input that was not given or is not published. */
export const inputs = [
  'tpp',
  'convention',
  'dieArea',
  'io',
  'bandwidth',
  'density',
  'node',
  'market',
  'headquarters',
  'from',
  'soldInUnitedStates',
  'unsureGroups',
  'unknownLetters',
  'ownership',
  'overcome',
  'maker',
  'designedThere',
] as const;
export type Input = (typeof inputs)[number];

/** A branch with the values that were chosen for what is missing. */
export interface Chosen {
  branch: Branch;
  chosen: Readonly<Partial<Record<Input, number | string | boolean>>>;
}

type Choice<T> = readonly { value: T; mark?: number | string | boolean }[];

/**
 * Everything that could be true: one branch for every combination of what is missing, with one value from each stretch
 * between the limits of the rules, so that no answer a rule could give is left out.
 */
export function branchesOf(given: Case): Chosen[] {
  return combined(valuesOf(given.item, relevantBounds(given.rules, given.item)), given);
}

/** The same without branches whose figures keep to the same limits as those of another: they decide alike. */
export function distinctBranchesOf(given: Case): Chosen[] {
  const { rules, item } = given;
  const items = distinctKept.get(rules) ?? new WeakMap<Item, Values[]>();
  distinctKept.set(rules, items);
  const kept = items.get(item);
  if (kept) return combined(kept, given);
  const bounds = relevantBounds(rules, item);
  const byLimits = new Map<string, Values>();
  for (const one of valuesOf(item, bounds)) {
    const key = bounds.map((all) => (keeps(all, one) ? 1 : 0)).join('');
    if (!byLimits.has(key)) byLimits.set(key, one);
  }
  const distinct = [...byLimits.values()];
  items.set(item, distinct);
  return combined(distinct, given);
}

const distinctKept = new WeakMap<InForce, WeakMap<Item, Values[]>>();

function combined(figures: readonly Values[], given: Case): Chosen[] {
  const rest = otherChoices(given);
  return figures.flatMap(({ values, chosen }) =>
    rest.map((one) => ({ branch: { ...one.branch, values }, chosen: { ...one.chosen, ...chosen } })),
  );
}

type Limits = Partial<Record<BoundQuantity, Bound[]>>;

/** Bounds that matter to an item. */
function relevantBounds(rules: InForce, item: Item): Bounds[] {
  return [
    ...rules.paragraphs.filter(({ items }) => items.includes(item.kind)).map(({ all }) => all),
    ...rules.presumptions.filter(({ items }) => items.includes(item.kind)).map(({ all }) => all),
    ...rules.outside.map(({ all }) => all),
    ...rules.letters
      .filter(({ addressee }) => item.vendor === undefined || addressee === item.vendor)
      .flatMap((one) => one.any),
    ...rules.reviews.map(({ all }) => all),
    ...rules.exceptions.flatMap(({ allows }) => allows.map(({ all }) => all)),
  ].filter((bounds) => bounds.length > 0);
}

function limitsIn(bounds: readonly Bounds[]): Limits {
  const limits: Limits = {};
  for (const { quantity, bound } of bounds.flat()) {
    limits[quantity] ??= [];
    limits[quantity].push(bound);
  }
  return limits;
}

interface Values {
  values: Branch['values'];
  chosen: Chosen['chosen'];
}

function valuesOf(item: Item, bounds: readonly Bounds[]): Values[] {
  const limits = limitsIn(bounds);
  if (item.kind === 'memory-stack') {
    return marked(item.density ?? unknown, limits.density).map(({ value, mark }) => ({
      values: { density: value },
      chosen: choice('density', mark),
    }));
  }
  if (item.kind === 'logic-die') {
    return marked(item.node ?? unknown, limits.node).map(({ value, mark }) => ({
      values: { node: value },
      chosen: choice('node', mark),
    }));
  }
  if (item.kind === 'other') return [{ values: {}, chosen: {} }];
  const compute = computeOf(item, limits);
  const traffic = trafficOf(item, limits);
  return compute.flatMap((one) =>
    traffic.map((other) => ({
      values: { ...one.values, ...other.values },
      chosen: { ...one.chosen, ...other.chosen },
    })),
  );
}

/** Processing performance under every reading, each with the density it can have. */
function computeOf(item: Item, limits: Limits): Values[] {
  if (!limits.tpp && !limits.pd) return [{ values: { tpp: 0, pd: 0 }, chosen: {} }];
  const readings: readonly Reading[] = item.readings.length > 0 ? item.readings : [{ tpp: unknown }];
  return readings.flatMap(({ convention, tpp: known }) =>
    marked(known, limits.tpp).flatMap(({ value: tpp, mark }) => {
      const density = performanceDensity(exactly(tpp), item.dieArea);
      return marked(density, limits.pd).map(({ value: pd, mark: dense }) => ({
        values: { tpp, pd },
        chosen: {
          ...choice('tpp', mark),
          ...(readings.length > 1 && { convention: convention ?? first }),
          // A density turns into the area at which it is reached.
          ...choice('dieArea', dense === undefined ? undefined : areaOf(tpp, pd)),
        },
      }));
    }),
  );
}

/** Name of the reading that is taken first. */
export const first = 'first' as const;

const areaOf = (tpp: number, pd: number): number => (pd === 0 ? Infinity : tpp / pd);

/** Links and memory bandwidth; bounds on their sum become bounds on the links. */
function trafficOf(item: Item, limits: Limits): Values[] {
  const asked = limits.io ?? limits.link ?? limits.bandwidth ?? limits.sum;
  if (!asked) return [{ values: { io: 0, link: 0, bandwidth: 0, sum: 0 }, chosen: {} }];
  const total = plus(item.link, item.pcie);
  return marked(item.bandwidth, [...(limits.bandwidth ?? []), ...(limits.sum ?? [])]).flatMap(
    ({ value: bandwidth, mark: memory }) => {
      const sums = (limits.sum ?? []).map(({ sign, value }) => ({ sign, value: value - bandwidth }));
      return marked(total, [...(limits.io ?? []), ...(limits.link ?? []), ...sums]).map(
        ({ value: io, mark }) => ({
          values: { io, link: Math.min(io, item.link.high), bandwidth, sum: exact(io + bandwidth) },
          chosen: { ...choice('bandwidth', memory), ...choice('io', mark) },
        }),
      );
    },
  );
}

/** Representative values; marked where there is more than one. */
function marked(known: Known, limits: readonly Bound[] = []): Choice<number> {
  const values = representatives(known, limits);
  return values.length === 1 ? [{ value: values[0]! }] : values.map((value) => ({ value, mark: value }));
}

function choice(input: Input, mark: number | string | boolean | undefined): Chosen['chosen'] {
  return mark === undefined ? {} : { [input]: mark };
}

interface Rest {
  branch: Omit<Branch, 'values'>;
  chosen: Chosen['chosen'];
}

/** Choices about everything but figures. */
function otherChoices(given: Case): Rest[] {
  const { item, question, rules } = given;
  // The presumption about foundry dies is that they are for data centres.
  const presumed = item.kind === 'logic-die' ? true : null;
  const market = question.marketedForDataCentres ?? item.marketedForDataCentres ?? presumed;
  const sets: {
    key: Exclude<keyof Branch, 'values'>;
    input: Input;
    options: readonly (string | boolean)[];
  }[] = [
    { key: 'marketed', input: 'market', options: market === null ? both : [market] },
    { key: 'headquarters', input: 'headquarters', options: headquartersOf(given) },
    { key: 'from', input: 'from', options: originsOf(given) },
    { key: 'soldInUnitedStates', input: 'soldInUnitedStates', options: soldIn(given) },
    { key: 'unsureGroups', input: 'unsureGroups', options: hasUnsureGroups(given) ? both : [false] },
    {
      key: 'unknownLetters',
      input: 'unknownLetters',
      options: rules.letters.some((one) => one.scope && one.addressee === item.vendor) ? both : [false],
    },
    {
      key: 'ownership',
      input: 'ownership',
      options: rules.ownership?.applies === null && question.ownedByListed > 0 ? both : [false],
    },
    {
      key: 'overcome',
      input: 'overcome',
      options:
        item.kind !== 'logic-die' || item.presumptionOvercome === false
          ? [false]
          : (item.presumptionOvercome ?? null) === null
            ? both
            : [true],
    },
    { key: 'maker', input: 'maker', options: makersOf(given) },
    {
      key: 'designedThere',
      input: 'designedThere',
      options:
        item.kind === 'chip' && item.designedIn === undefined && rules.violations.length > 0 ? both : [false],
    },
  ];
  const sure = Object.fromEntries(sets.map(({ key, options }) => [key, options[0]]));
  let all: { branch: Record<string, unknown>; chosen: Record<string, unknown> }[] = [
    { branch: sure, chosen: {} },
  ];
  for (const { key, input, options } of sets.filter((one) => one.options.length > 1)) {
    all = all.flatMap(({ branch, chosen }) =>
      options.map((value) => ({
        branch: { ...branch, [key]: value },
        chosen: { ...chosen, [input]: value },
      })),
    );
  }
  return all as unknown as Rest[];
}

/** The maker; where it is not said, each to whom a letter is addressed, and another. */
function makersOf({ item, rules }: Case): string[] {
  if (item.vendor !== undefined) return [item.vendor];
  const letters = rules.letters.filter(({ items }) => items.includes(item.kind));
  return ['', ...new Set(letters.map(({ addressee }) => addressee))];
}

const both = [true, false] as const;

/** Countries, those first where most of the parties held have their headquarters: the best-known example stands for all. */
function byParties({ countries, parties }: Controls): string[] {
  const count = (code: string) =>
    [...parties.values()].filter(({ headquarters }) => headquarters === code).length;
  return [...countries.keys()].sort((a, b) => count(b) - count(a));
}

/** A country that stands for all whose firms are reached wherever they are; undefined where there are none such. */
export function reachedHeadquarters({ controls, rules, question }: Case): string | undefined {
  const places = [...rules.licences, ...rules.letters, ...rules.enforcement].flatMap(({ headquartered }) =>
    headquartered ? [headquartered] : [],
  );
  const count = (code: string) => places.filter((one) => isIn(controls, one, code, question.day)).length;
  let best: { code: string; reached: number } | undefined;
  for (const code of byParties(controls)) {
    const reached = count(code);
    if (reached > (best?.reached ?? 0)) best = { code, reached };
    if (best?.reached === places.length && best.reached > 0) break;
  }
  return best?.code;
}

/** Where the end user's headquarters may be: given, at the destination where that is reached anyway, else either. */
function headquartersOf(given: Case): string[] {
  const { controls, rules, question } = given;
  if (question.headquarters !== undefined) return [question.headquarters];
  const places: Places[] = [...rules.licences, ...rules.letters, ...rules.enforcement].flatMap(
    ({ headquartered }) => (headquartered ? [headquartered] : []),
  );
  const here =
    places.length > 0 && places.every((one) => isIn(controls, one, question.to, question.day) === true);
  if (here || places.length === 0) return [question.to];
  const reached = reachedOnce(given);
  return reached === undefined || reached === question.to ? [question.to] : [question.to, reached];
}

const reachedKept = new WeakMap<InForce, string | undefined>();

/** The same for all questions under the same rules: groups change on turning days only. */
function reachedOnce(given: Case): string | undefined {
  if (!reachedKept.has(given.rules)) reachedKept.set(given.rules, reachedHeadquarters(given));
  return reachedKept.get(given.rules);
}

function originsOf({ rules, question, controls }: Case): string[] {
  if (question.from !== undefined) return [question.from];
  const review = rules.reviews.find(({ to }) => isIn(controls, to, question.to, question.day) === true);
  return review ? [review.from[0]!, elsewhere] : [elsewhere];
}

/** Any country that no rule about origins names. */
export const elsewhere = 'elsewhere';

function soldIn({ rules, item, question, controls }: Case): boolean[] {
  const review = rules.reviews.find(({ to }) => isIn(controls, to, question.to, question.day) === true);
  if (!review) return [false];
  const sold = soldInTime(item, review);
  return sold === null ? [true, false] : [sold];
}

function hasUnsureGroups({ controls, question }: Case): boolean {
  const unsure =
    unsureKept.get(controls) ??
    new Set(
      [...controls.groups.values()].flatMap(({ changes }) =>
        changes.flatMap((one) => (one.unsure ? one.country : [])),
      ),
    );
  unsureKept.set(controls, unsure);
  return (
    unsure.has(question.to) || (question.headquarters !== undefined && unsure.has(question.headquarters))
  );
}

const unsureKept = new WeakMap<Controls, ReadonlySet<string>>();
