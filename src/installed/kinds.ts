import type { Citation, Localised } from '../sources/source.ts';

/**
 * Probability of a finding in each stage and route at the item's date: `p[3 * stage + route]`, and how often an
 * unreliable source would report it whatever is true.
 */
export interface Finding {
  name: string;
  p: Float64Array;
  noise: number;
  /** The same about the hub as a whole: probability if at least half the claimed fleet is there, and if not. */
  hub?: { there: number; absent: number };
}

interface KindBase {
  id: string;
  name: Localised;
  meaning: Localised;
  citation: Citation;
}

/** A report that something is so: tenders, notices, images, sightings, searches without a find. */
export interface FindingKind extends KindBase {
  model: 'finding';
  findings: ReadonlyMap<string, Finding>;
}

/** A stated or measured amount, lognormal around the truth where the source is reliable. */
export interface AmountKind extends KindBase {
  model: 'amount';
  /** Compute, accelerators, power at the meter; or what a site's size shows in: fans seen, water a year, floor of its halls. */
  of: 'compute' | 'accelerators' | 'power' | 'fans' | 'water' | 'area';
  /** Standard deviation of log(stated / (bias x true)). */
  sigma: number;
  bias: number;
  /** Density of such a statement by a reliable source with nothing lit, relative to an unreliable one's. */
  unlit: number;
  /** Where an unreliable statement lands: lognormal around a share of the claim. */
  noise: { share: number; sigma: number };
}

/** Money per P against what the chips of each route cost on that date. */
export interface BudgetKind extends KindBase {
  model: 'budget';
  /** What the money covers: share of the full project's cost, with weights. */
  scopes: readonly { share: number; sigma: number; weight: number }[];
  /** Accelerators' share of a full project's cost. */
  hardwareShare: number;
  /** An unreliable or unrelated figure [CNY/P]. */
  noise: { median: number; sigma: number };
}

/** A count of sites at a stage or beyond: each is noticed with probability `seen`. */
export interface CountKind extends KindBase {
  model: 'count';
  stage: number;
  seen: number;
  /** How often an unreliable source would report just this, whatever is true. */
  noise: number;
}

/** An official total of lit compute over a region: bounds the sum of its sites from above. */
export interface TotalKind extends KindBase {
  model: 'total';
  sigma: number;
  noise: number;
}

/** Informed people who noticed nothing: 1 - most (1 - exp(-chips / scale)). */
export interface UnawareKind extends KindBase {
  model: 'unaware';
  finding: string;
  most: number;
  scale: number;
  noise: number;
}

/** A documented flow of restricted chips: the national pool holds at least that much. */
export interface FloorKind extends KindBase {
  model: 'floor';
  sigma: number;
  /** Price that turns diverted money into accelerators [USD]. */
  pricePerChip: number;
  noise: number;
}

/** An order that forbids foreign chips where less than `complete` of a site is lit on its date. */
export interface OrderKind extends KindBase {
  model: 'order';
  finding: string;
  complete: number;
  /** Share of the affected sites that comply. */
  compliance: number;
}

/** What becomes of a project, seen from a report about its prospects. */
export const prospects = ['inTime', 'late', 'part', 'never'] as const;

/**
 * A report about how a project is getting on: a date kept or moved, money found, a partner gone. `p[3 * prospect +
 * route]` is its probability by what becomes of the project.
 */
export interface ProspectKind extends KindBase {
  model: 'prospect';
  /** Says nothing where it was so before the claim was made: the claim already counts with it. */
  sinceClaim: boolean;
  /** Says nothing of a hub whose prior already counts with a chip that is barred there. */
  unlessBarred: boolean;
  findings: ReadonlyMap<string, { name: string; p: Float64Array; noise: number }>;
}

export type Kind =
  | FindingKind
  | ProspectKind
  | AmountKind
  | BudgetKind
  | CountKind
  | TotalKind
  | UnawareKind
  | FloorKind
  | OrderKind;
export type Kinds = ReadonlyMap<string, Kind>;
