import type { Localised, PartialDate } from '../sources/source.ts';
import type { Bound, BoundQuantity } from './bound.ts';

export const kinds = [
  'rule',
  'letter',
  'listing',
  'guidance',
  'decision',
  'tariff',
  'chinese',
  'other-country',
  'filing',
  'announcement',
  'bill',
] as const;
export type Kind = (typeof kinds)[number];

/** V: rule text or filing read; S: press or law firm; C: one weak source; K: recalled. */
export const verifications = ['V', 'S', 'C', 'K'] as const;
export type Verification = (typeof verifications)[number];

/** What a licence application meets, strictest first. */
export const policies = ['denial', 'capped', 'case-by-case', 'approval'] as const;
export type Policy = (typeof policies)[number];

export const itemKinds = ['chip', 'memory-stack', 'logic-die', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const buyerKinds = ['large-firm', 'state-funded', 'other'] as const;
export type BuyerKind = (typeof buyerKinds)[number];

export const gateEffects = ['blocked', 'conditional', 'checked', 'discouraged'] as const;
export type GateEffect = (typeof gateEffects)[number];

export const decisionResults = ['granted', 'refused', 'licence-required', 'sold-openly'] as const;
export type DecisionResult = (typeof decisionResults)[number];

export const importUses = [
  'us-data-centre',
  'repair',
  'research',
  'start-up',
  'consumer',
  'industrial',
  'public-sector',
  'other',
] as const;
export type ImportUse = (typeof importUses)[number];

/** Days of an instrument that sources may leave open. */
export const judgeableDays = ['effective', 'compliance', 'until'] as const;
export type JudgeableDay = (typeof judgeableDays)[number];

/** A set of destinations. */
export interface Places {
  world?: boolean;
  groups: readonly string[];
  countries: readonly string[];
  exceptGroups: readonly string[];
  exceptCountries: readonly string[];
}

/** Bounds that all hold, by quantity. */
export type Bounds = readonly { quantity: BoundQuantity; bound: Bound }[];

export interface Paragraph {
  paragraph: string;
  /** Letter by which licences and exceptions refer to it. */
  class: string;
  items: readonly ItemKind[];
  all: Bounds;
}

export interface Outside {
  name: string;
  marketedForDataCentres?: boolean;
  all: Bounds;
}

export interface Licence {
  classes: readonly string[];
  to: Places;
  headquartered?: Places;
  marketedForDataCentres?: boolean;
  policy: Policy;
}

export interface Exception {
  name: string;
  covers: readonly string[];
  allows: readonly { classes: readonly string[]; marketedForDataCentres?: boolean; all: Bounds }[];
  to?: Places;
  headquartered?: Places;
  exceptHeadquartered?: Places;
  /** Where a notice to the agency comes first. */
  notice?: Places;
  /** Whether the end user's headquarters must lie in `to` as well. */
  bothHeadquartered?: boolean;
}

export interface Letter {
  addressee: string;
  /** How its content is known. */
  known: 'text' | 'press' | 'unpublished';
  /** `unknown`: whether a given shipment is covered is not public. */
  scope?: 'unknown';
  items: readonly ItemKind[];
  names: readonly string[];
  marketedForDataCentres?: boolean;
  any: readonly Bounds[];
  to: Places;
  headquartered?: Places;
  /** Whether reaching its thresholds is worth a flag for the chips of others. */
  flagsOthers?: boolean;
}

export interface Review {
  of: readonly string[];
  classes: readonly string[];
  from: readonly string[];
  to: Places;
  all: Bounds;
  soldInUnitedStatesBy: PartialDate;
  policy: Policy;
  otherwise: Policy;
  conditions: readonly Localised[];
}

export interface Decision {
  result: DecisionResult;
  chips: readonly string[];
  to: Places;
  /** `all`, `some` that are not named, or ids of parties. */
  customers: 'all' | 'some' | readonly string[];
  conditions?: Localised;
}

export interface Enforcement {
  of?: readonly string[];
  activity?: 'use';
  state: 'not-enforced';
  headquartered?: Places;
}

export interface Violation {
  names: readonly string[];
  designedIn: readonly string[];
  classes: readonly string[];
}

export interface Tariff {
  rate: number;
  bands: readonly { name: string; all: Bounds }[];
  exempt: readonly ImportUse[];
}

export interface Gate {
  effect: GateEffect;
  chips: readonly string[];
  foreign?: boolean;
  buyers: readonly BuyerKind[];
  parties: readonly string[];
}

/** A law, letter, notice, grant, bill or measure, with what an engine can compute of it. */
export interface Instrument {
  id: string;
  name: Localised;
  cite?: string;
  kind: Kind;
  issuer: string;
  announced: PartialDate;
  /** When the public could first know of a letter. */
  disclosed?: PartialDate;
  published?: PartialDate;
  effective?: PartialDate;
  /** When it must be complied with, where that is later. */
  compliance?: PartialDate;
  /** First day on which it no longer applies. */
  until?: PartialDate;
  /** Hour of the effective day, where it is known. */
  time?: string;
  /** Which of its days no source gives, so that they were judged from what sources do say. */
  judgedDays: readonly JudgeableDay[];
  verified: Verification;
  sources: readonly string[];
  summary: Localised;
  note?: Localised;
  /** Instruments whose paragraphs, licences and exceptions end when this one applies. */
  replaces: readonly string[];
  replacesExceptions: readonly string[];
  paragraphs: readonly Paragraph[];
  outside: readonly Outside[];
  presumptions: readonly Paragraph[];
  licences: readonly Licence[];
  exceptions: readonly Exception[];
  letters: readonly Letter[];
  lists: readonly { parties: readonly string[]; footnote?: string; policy: Policy }[];
  ownership?: { share: number };
  suspends: readonly { instrument: string; until: PartialDate; after: 'unknown' | 'in-force' }[];
  reviews: readonly Review[];
  decisions: readonly Decision[];
  enforcement: readonly Enforcement[];
  violations: readonly Violation[];
  tariffs: readonly Tariff[];
  gate: readonly Gate[];
  permits: readonly { country: string; classes: readonly string[] }[];
  /** Readings of this instrument that somebody contested, chip by chip. */
  disputes: readonly { chips: readonly string[]; says: Localised; sources: readonly string[] }[];
}

/** A company that an instrument names. */
export interface Party {
  id: string;
  name: Localised;
  headquarters: string;
  buyer?: BuyerKind;
}

export interface Membership {
  country: string;
  from?: PartialDate;
  until?: PartialDate;
  /** `change`: whether the change took place is unsure; `throughout`: whether the country stood there at all. */
  unsure?: 'change' | 'throughout';
}

export interface CountryGroup {
  id: string;
  name: Localised;
  members: ReadonlySet<string>;
  changes: readonly Membership[];
  note?: string;
}

/** Everything known about export controls. */
export interface Controls {
  /** In the order of the days they were announced. */
  instruments: ReadonlyMap<string, Instrument>;
  countries: ReadonlyMap<string, Localised>;
  groups: ReadonlyMap<string, CountryGroup>;
  parties: ReadonlyMap<string, Party>;
  /** Destinations under general embargoes, which are not computed. */
  embargoed: ReadonlySet<string>;
  /** Days over which instruments were searched for. */
  searched: { from: PartialDate; until: PartialDate };
}
