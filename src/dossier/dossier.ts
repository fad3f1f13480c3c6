import type { Fault, Place } from '../errors/fault.ts';
import type { Citation, Grade, Localised, PartialDate, Source } from '../sources/source.ts';
import type { Quantity } from '../units/quantity.ts';

/** A hub as its author describes it: the files of one folder, read, checked and linked, nothing computed. */
export interface Dossier {
  id: string;
  hub: Hub;
  sites: readonly Site[];
  evidence: readonly Evidence[];
  /** Sources this dossier uses, its own and those of `data/sources`, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Observations one could still make, for "look next". */
  looks: readonly Look[];
  /** Parameters of the world model this dossier fixes or replaces: path -> quantity, like `--set`. */
  assumptions: readonly Assumption[];
  /** SHA-256 of the files in a canonical order, hex. */
  digest: string;
  /** What is right but worth knowing: judged figures, unused sources, entries after the dossier's date. */
  warnings: readonly Fault[];
}

export const hubTypes = [
  'supercomputer',
  'gpu-cluster',
  'hyperscale',
  'leasing-contract',
  'programme',
] as const;
export type HubType = (typeof hubTypes)[number];

/** Parts of the world whose hubs share a base rate. */
export const worldRegions = [
  'us',
  'china',
  'europe',
  'gulf',
  'south-east-asia',
  'asia-other',
  'india',
  'africa',
  'latin-america',
  'oceania',
] as const;
export type WorldRegion = (typeof worldRegions)[number];

export interface Hub {
  name: Localised;
  summary: Localised;
  /** The dossier's own date: nothing published later is used unless `--as-of` says so. */
  asOf: PartialDate;
  type?: HubType | undefined;
  worldRegion?: WorldRegion | undefined;
  regions: readonly string[];
  /** Totals claimed for the hub as a whole. */
  claims: readonly Claim[];
  /** Chip ids that count as "the claimed chip" (a named, restricted class). */
  namedChips: readonly string[];
  /** Whether a chip that the claim names needs an export licence to be delivered there. */
  controlledChip: boolean;
  /** National pool that bounds the named chips; absent where they can be bought freely. */
  pool?: 'restricted';
  /** Replies of parties and corrections, shown beside the claims. */
  responses: readonly Response[];
  place: Place;
}

export interface Response {
  by: Localised;
  says: Localised;
  date: PartialDate;
  source: string;
}

export interface Site {
  id: string;
  name: Localised;
  /** `hub`: counts towards the claim. `context`: outside the claim, but tells how such projects fare. */
  role: 'hub' | 'context';
  region: string;
  /** How many separate, exchangeable sites this record stands for (each pro rata of the claims). */
  count: number;
  /** How many approved projects this one campus covers. */
  projects: number;
  location?: Location;
  claims: readonly Claim[];
  /** What bounds the site physically: a feed, a floor area, a budget; each with its source. */
  limits: readonly Limit[];
  operator?: Localised;
  note?: Localised;
  place: Place;
}

export type Precision = 'building' | 'town' | 'county' | 'prefecture' | 'province';

export interface Location {
  latitude: number;
  longitude: number;
  /** How sharply the published source locates it. */
  precision: Precision;
  elevation?: Quantity;
  source?: string;
}

/** Something said about what is or will be there. */
export interface Claim {
  id: string;
  says: {
    /** Peak compute, usually in P. */
    compute?: Quantity;
    accelerators?: Quantity;
    servers?: Quantity;
    projects?: Quantity;
    money?: Quantity;
    power?: Quantity;
    area?: Quantity;
    /** Chip ids named, or `unnamed`, or `domestic`. */
    chips?: readonly string[];
    /** When it is to be in service. */
    due?: PartialDate;
  };
  by: Localised;
  /** Whether somebody claims it, or the dossier's makers compute it from what is claimed. */
  basis: 'claimed' | 'derived';
  /** How binding it is. */
  commitment: 'intent' | 'approved' | 'contracted' | 'built';
  date: PartialDate;
  published: PartialDate;
  source: string;
  /** Cited from a page that came out after `published`, which a strict replay goes by. */
  retro: boolean;
  grade: Grade;
  text?: Localised;
  place: Place;
}

export interface Limit {
  kind: 'feed' | 'floor-area' | 'budget' | 'water' | 'fans' | 'land';
  amount: Quantity;
  date: PartialDate;
  source: string;
  place: Place;
}

/** One dated, graded observation. What its kind means is data: `data/evidence/<kind>.yaml`. */
export interface Evidence {
  id: string;
  kind: string;
  /** Site ids it speaks about, or `hub`. */
  about: readonly string[];
  /** One of the kind's findings (`names-chip`, `seen`, `idle`, ...), where the kind has findings. */
  finding?: string;
  /** The observed amount, where the kind observes one. */
  observed?: Quantity;
  /** Second amount, where the kind needs a ratio: the compute a budget is for. */
  per?: Quantity;
  /** When it was so. */
  date: PartialDate;
  /** When one could first know. */
  published: PartialDate;
  source: string;
  /** Cited from a page that came out after `published`, which a strict replay goes by. */
  retro: boolean;
  grade: Grade;
  /** Items of one origin share one reliability and never count twice. */
  origin: string;
  says: Localised;
  /** Short original wording, where the page is not in English. */
  quote?: string;
  note?: Localised;
  place: Place;
}

/** An observation one could still make: what it is, what it costs, what it could show. */
export interface Look {
  id: string;
  name: Localised;
  /** An evidence kind, with the same meaning as an item of it. */
  kind: string;
  about: readonly string[];
  grade: Grade;
  cost: Quantity;
  /** Days until the answer. */
  lead: Quantity;
  note?: Localised;
  place: Place;
}

export interface Assumption {
  path: string;
  value: Quantity;
  citation: Citation;
  place: Place;
}
