import type { Distribution } from '../stats/distribution.ts';
import type { SiteObservation } from './observation.ts';
import type { ByPreset } from './presets.ts';
import type { Sight } from './sight.ts';

/**
 * A hub ready for inference: numbers only, no text, no files. `compile.ts` makes one from a dossier; tests make them
 * by hand. Money, chips and dates are already looked up.
 */
export interface HubModel {
  /** Day of the verdict, days since 1970-01-01. */
  day: number;
  world: WorldModel;
  sites: readonly SiteModel[];
  /** Origins that speak about more than one site or about the hub: their reliabilities are global variables. */
  origins: readonly Origin[];
  /** Observations of the hub as a whole; they see totals only. */
  hubItems: readonly HubItem[];
  /** Restricted accelerators in the country [count]. */
  pool: Distribution;
  /** Restricted accelerators claimed for the whole hub [count]. */
  claimedFleet: number;
  /** Observations still to be made. */
  looks: readonly LookModel[];
}

/** Parameters all sites share. Durations in days, shares in [0, 1]. */
export interface WorldModel {
  /** Share of projects ever lit. */
  realisation: ByPreset<Distribution>;
  /** Share of lit projects that take the named chip, before the pool bites. */
  namedShare: ByPreset<Distribution>;
  /** Share of the national pool one hub can draw. */
  poolShare: ByPreset<Distribution>;
  /** Share of lit projects that fill up. */
  fullShare: Distribution;
  /** What becomes of projects never lit: paper, construction, shell; sums to 1. */
  unlit: readonly [number, number, number];
  /** Multiplier of all lags, common to the hub: values and probabilities. */
  pace: { values: Float64Array; weights: Float64Array };
  /** Lags between stages at pace 1. */
  lags: { construction: Distribution; shell: Distribution; lit: Distribution };
  ramp: Distribution;
  /** Days of the ramp whose compute is lit at once. */
  firstBlock: number;
  /** Share of context sites ever lit. */
  contextRealisation: number;
  partialFill: Distribution;
  fullFill: Distribution;
}

export interface SiteModel {
  id: string;
  role: 'hub' | 'context';
  /** Separate exchangeable sites this stands for. */
  count: number;
  /** Projects of the claim at each of them. */
  projects: number;
  /** Day the clock of the first lag starts. */
  start: number;
  /** Competing claims about the size of one site, weights summing to 1. */
  claims: readonly SizeClaim[];
  /** Dense FP16 FLOP/s that one "P" of the notices means. */
  perP: Distribution;
  /** Dense FP16 FLOP/s of one named accelerator. */
  namedPeak: number;
  /** Most accelerators of the named kind that feed, floor or budget permit at one site; null: no limit known. */
  permitted: Distribution | null;
  /** Share of legal chips among substitutes for a site lit on that day. */
  legalShare(day: number): number;
  items: readonly SiteItem[];
}

export type SizeClaim = { weight: number } & ({ accelerators: Distribution } | { compute: Distribution });

/** An observation of one site. */
export interface SiteItem {
  /** Index of the evidence item it belongs to; an item about several sites has one entry in each. */
  item: number;
  /** Index in `HubModel.origins`, or -1 where the origin speaks about this site only. */
  origin: number;
  /** Index among the site's own origins; items sharing it share a reliability. */
  local: number;
  reliability: Distribution;
  /** Credibility digit's factor on the reliability. */
  credibility: number;
  observation: SiteObservation;
}

export interface Origin {
  id: string;
  reliability: Distribution;
}

/** What one item of evidence says of the hub as a whole, or of what its sites sum up to. */
export interface HubItem {
  item: number;
  origin: number;
  reliability: Distribution;
  credibility: number;
  day: number;
  /** Sites it sums over; all hub sites where empty. */
  sites: readonly number[];
  /** Sites at `stage` or beyond, compute lit [P], restricted accelerators running, on its day; or nothing. */
  sums: { of: 'projects'; stage: number } | { of: 'compute' } | { of: 'accelerators' } | null;
  /** @param seen what it sums up; where it sums nothing, restricted accelerators in the country */
  likelihood(seen: number): number;
  noise: number;
}

/** Outcomes of a look and their probability in a world, unreliable reporting included. */
export interface LookModel {
  id: string;
  site: number;
  outcomes: readonly string[];
  /** What is seen with each outcome; its likelihood is the outcome's probability. */
  sights: readonly Sight[];
}
