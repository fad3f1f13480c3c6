import { CellMemory } from '../../src/installed/cell-memory.ts';
import type { HubItem, HubModel, SiteItem, SiteModel } from '../../src/installed/model.ts';
import { observed } from '../../src/installed/observation.ts';
import { type ByPreset, byPreset } from '../../src/installed/presets.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { lognormal } from '../../src/stats/lognormal.ts';

/** Arguments of a beta distribution. */
export type Beta = readonly [a: number, b: number];

/** A hub whose continuous side is fixed, so that its posterior can be enumerated. */
export interface SmallHub {
  sites: readonly SmallSite[];
  realisation?: ByPreset<Beta>;
  namedShare?: ByPreset<Beta>;
  fullShare?: Beta;
  /** Median and log standard deviation of the national pool; none: there is enough. */
  pool?: readonly [median: number, sigma: number];
  poolShare?: ByPreset<Distribution>;
  origins?: readonly Beta[];
  hubItems?: readonly HubItem[];
}

export interface SmallSite {
  claimed: number;
  count?: number;
  /** 1 where left out. */
  projects?: number;
  items?: readonly SiteItem[];
}

export const PARTIAL = 0.25;
export const FULL = 0.9;
export const RELIABILITY: Beta = [6, 2];

const shares = {
  realisation: { sceptic: [2, 5], neutral: [4, 3], believer: [6, 2] },
  namedShare: { sceptic: [1.5, 6], neutral: [2, 4], believer: [4, 3] },
  fullShare: [2, 3],
} as const;

export interface BetaShares {
  realisation: ByPreset<Beta>;
  namedShare: ByPreset<Beta>;
  fullShare: Beta;
}

export function sharesOf(spec: SmallHub): BetaShares {
  return {
    realisation: spec.realisation ?? shares.realisation,
    namedShare: spec.namedShare ?? shares.namedShare,
    fullShare: spec.fullShare ?? shares.fullShare,
  };
}

const spread = ([a, b]: Beta): Distribution => beta(a, b);

/** Every lag is ten days and the verdict falls long after, so that a site is where it is bound to be. */
export function smallHub(spec: SmallHub): HubModel {
  const { realisation, namedShare, fullShare } = sharesOf(spec);
  const [median, sigma] = spec.pool ?? [1e12, 0.01];
  return {
    day: 10_000,
    world: {
      realisation: byPreset((preset) => spread(realisation[preset])),
      namedShare: byPreset((preset) => spread(namedShare[preset])),
      poolShare: spec.poolShare ?? byPreset(() => lognormal(Math.log(0.05), 0.3)),
      fullShare: spread(fullShare),
      unlit: [0.5, 0.2, 0.3],
      pace: { values: Float64Array.of(1), weights: Float64Array.of(1) },
      lags: { construction: point(10), shell: point(10), lit: point(10) },
      ramp: point(1),
      firstBlock: 30,
      contextRealisation: 0.5,
      partialFill: point(PARTIAL),
      fullFill: point(FULL),
    },
    sites: spec.sites.map((site, index) => siteOf(site, index)),
    origins: (spec.origins ?? []).map((reliability, i) => ({
      id: `origin-${i}`,
      reliability: spread(reliability),
    })),
    hubItems: spec.hubItems ?? [],
    pool: lognormal(Math.log(median), sigma),
    claimedFleet: spec.sites.reduce((sum, { claimed, count }) => sum + claimed * (count ?? 1), 0),
    looks: [],
  };
}

function siteOf({ claimed, count, projects, items }: SmallSite, index: number): SiteModel {
  return {
    id: `site-${index}`,
    role: 'hub',
    count: count ?? 1,
    projects: projects ?? 1,
    start: 0,
    claims: [{ weight: 1, accelerators: point(claimed) }],
    perP: point(1e15),
    namedPeak: 1e15,
    permitted: null,
    legalShare: () => 0.4,
    items: items ?? [],
  };
}

/** Probabilities of findings by stage and route (paper, construction, shell, lit; named, legal, domestic). */
export const findings = {
  unnamed: { p: [0.1, 0.1, 0.1, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4], noise: 0.2 },
  lit: { p: [0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.06, 0.06, 0.06, 0.7, 0.7, 0.7], noise: 0.1 },
  warm: { p: [0.02, 0.02, 0.02, 0.05, 0.05, 0.05, 0.12, 0.12, 0.12, 0.85, 0.85, 0.85], noise: 0.3 },
  named: { p: [0.02, 0.01, 0.01, 0.1, 0.01, 0.01, 0.15, 0.02, 0.01, 0.3, 0.02, 0.02], noise: 0.05 },
};

/**
 * A finding about one site.
 *
 * @param from its global origin, by index in `origins`; or, below 0, its own origin, the same for items with the same number
 */
export function finding(name: keyof typeof findings, item: number, from = -1 - item): SiteItem {
  const { p, noise } = findings[name];
  return {
    item,
    origin: Math.max(-1, from),
    local: from < 0 ? -from : 0,
    reliability: spread(RELIABILITY),
    credibility: 1,
    observation: observed({ by: 'stage', day: Infinity, p }, noise),
  };
}

/** An observation of the whole hub, or of what its sites sum up to. */
export function hubItem(
  item: number,
  likelihood: (seen: number) => number,
  options: { origin?: number; sums?: HubItem['sums']; noise?: number } = {},
): HubItem {
  return {
    item,
    origin: options.origin ?? -1,
    reliability: spread(RELIABILITY),
    credibility: 1,
    day: 10_000,
    sites: [],
    sums: options.sums ?? null,
    likelihood,
    noise: options.noise ?? 0.1,
  };
}

/** Memory of its own with plenty of room. */
export function roomyMemory(): CellMemory {
  const memory = new CellMemory();
  memory.restart(2 ** 22);
  return memory;
}
