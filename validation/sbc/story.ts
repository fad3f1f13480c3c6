import type { HubModel, SiteModel } from '../../src/installed/model.ts';
import { type ByPreset, byPreset } from '../../src/installed/presets.ts';
import { fillAt, LIT, NAMED, type SiteWorld } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { logitNormal } from '../../src/stats/logit-normal.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import type { Chance } from './chance.ts';

/** The invented hub of the calibration: what its worlds are drawn from and what is observed of them. */
export const DAY = 19_850;
export const SITES = 8;
const PACES = [0.7, 0.85, 1, 1.2, 1.5];
const UNLIT: readonly [number, number, number] = [0.5, 0.2, 0.3];
const REALISATION: ByPreset<readonly [number, number]> = {
  sceptic: [0.12, 0.5],
  neutral: [0.25, 0.75],
  believer: [0.45, 0.9],
};
const NAMED_SHARE: ByPreset<readonly [number, number]> = {
  sceptic: [0.02, 0.2],
  neutral: [0.1, 0.6],
  believer: [0.2, 0.75],
};
const FULL_SHARE = [3, 5] as const;
const POOL = [Math.log(60_000), 0.4] as const;
const POOL_SHARE = [Math.log(0.06), 0.5] as const;
const LAGS = {
  construction: [Math.log(120), 0.4],
  shell: [Math.log(160), 0.3],
  lit: [Math.log(150), 0.4],
} as const;
const FIRST_BLOCK = 30;
const CONTEXT_REALISATION = 0.5;
const RAMP = [Math.log(150), 0.5] as const;
const PARTIAL = [1.5, 4] as const;
const FULL = [14, 1.5] as const;
const PER_P = [Math.log(0.9e15), 0.2] as const;
const NAMED_PEAK = 0.989e15;
const PERMITTED = [Math.log(3000), 0.3] as const;
/** Reliabilities of the two origins heard on several sites, and of the others; credibility of what they say. */
export const ORIGINS = [
  [1.5, 1],
  [1.2, 1.2],
] as const;
export const OWN = [3, 2] as const;
export const CREDIBILITY = 0.9;

export const claimOf = (i: number): number => 800 + 500 * i;
const startOf = (i: number): number => 19_000 + 40 * i;
const countOf = (i: number): number => (i === 1 ? 3 : 1);
const legalShare = (day: number): number => (day < 19_550 ? 0.7 : 0.3);

/** Sites of the hub, members of a record counted apart. */
export const hubSites = Array.from({ length: SITES - 1 }, (_, i) => countOf(i)).reduce((a, b) => a + b, 0);

/** Distributions of the model without evidence. */
export function bareModel(): HubModel {
  const spread = (family: (a: number, b: number) => Distribution, [a, b]: readonly [number, number]) =>
    family(a, b);
  return {
    day: DAY,
    world: {
      realisation: byPreset((preset) => spread(logitNormal, REALISATION[preset])),
      namedShare: byPreset((preset) => spread(logitNormal, NAMED_SHARE[preset])),
      poolShare: byPreset(() => spread(lognormal, POOL_SHARE)),
      fullShare: spread(beta, FULL_SHARE),
      unlit: UNLIT,
      pace: {
        values: Float64Array.from(PACES),
        weights: new Float64Array(PACES.length).fill(1 / PACES.length),
      },
      lags: {
        construction: spread(lognormal, LAGS.construction),
        shell: spread(lognormal, LAGS.shell),
        lit: spread(lognormal, LAGS.lit),
      },
      ramp: spread(lognormal, RAMP),
      firstBlock: FIRST_BLOCK,
      contextRealisation: CONTEXT_REALISATION,
      partialFill: spread(beta, PARTIAL),
      fullFill: spread(beta, FULL),
    },
    sites: Array.from({ length: SITES }, (_, i) => siteModel(i)),
    origins: ORIGINS.map((shape, o) => ({ id: `origin-${o}`, reliability: spread(beta, shape) })),
    hubItems: [],
    pool: spread(lognormal, POOL),
    claimedFleet: Array.from({ length: SITES - 1 }, (_, i) => claimOf(i) * countOf(i)).reduce(
      (a, b) => a + b,
      0,
    ),
    looks: [],
  };
}

/** The last site is context: it neither draws on the pool nor counts for the hub. */
function siteModel(i: number): SiteModel {
  const claim = claimOf(i);
  return {
    id: `site-${i}`,
    role: i === SITES - 1 ? 'context' : 'hub',
    count: countOf(i),
    projects: 1,
    start: startOf(i),
    claims: [
      i % 2 === 0
        ? { weight: 1, accelerators: lognormal(Math.log(claim), 0.2) }
        : { weight: 1, compute: point(claim) },
    ],
    perP: lognormal(...PER_P),
    namedPeak: NAMED_PEAK,
    permitted: i === 2 ? lognormal(...PERMITTED) : null,
    legalShare,
    items: [],
  };
}

/** A world of one site as the story has it. */
export interface DrawnSite extends SiteWorld {
  record: number;
  accelerators: number;
  perP: number;
  permitted: number;
}

export interface DrawnHub {
  /** Variables that all sites share. */
  truth: {
    realisation: number;
    fullShare: number;
    namedShare: number;
    pool: number;
    pace: number;
    reliability: readonly number[];
  };
  /** Share of the pool that the hub can draw. */
  share: number;
  sites: DrawnSite[];
}

/** Restricted accelerators running at a site at the verdict's day. */
export function runningAt(site: DrawnSite): number {
  return site.route === NAMED ? site.accelerators * fillAt(site, DAY) : 0;
}

/**
 * Draws a world by its story, limits aside.
 *
 * @param levels values of the pace and of the origins' reliabilities
 */
export function drawHub(chance: Chance, levels: readonly Float64Array[]): DrawnHub {
  const truth: DrawnHub['truth'] = {
    realisation: chance.logitNormal(...REALISATION.neutral),
    fullShare: chance.beta(...FULL_SHARE),
    namedShare: chance.logitNormal(...NAMED_SHARE.neutral),
    pool: chance.lognormal(...POOL),
    pace: chance.oneOf(PACES),
    reliability: ORIGINS.map((_, o) => chance.oneOf([...levels[1 + o]!])),
  };
  const sites = Array.from({ length: SITES }, (_, i) => i).flatMap((i) =>
    Array.from({ length: countOf(i) }, () => drawSite(chance, i, truth)),
  );
  return { truth, share: chance.lognormal(...POOL_SHARE), sites };
}

function drawSite(chance: Chance, record: number, truth: DrawnHub['truth']): DrawnSite {
  const perP = chance.lognormal(...PER_P);
  const claim = claimOf(record);
  const accelerators =
    record % 2 === 0 ? chance.lognormal(Math.log(claim), 0.2) : (claim * perP) / NAMED_PEAK;
  const claimed = record % 2 === 0 ? (accelerators * NAMED_PEAK) / perP : claim;
  const constructionFrom = startOf(record) + truth.pace * chance.lognormal(...LAGS.construction);
  const shellFrom = constructionFrom + truth.pace * chance.lognormal(...LAGS.shell);
  const litFrom = shellFrom + truth.pace * chance.lognormal(...LAGS.lit);
  const realised = record === SITES - 1 ? CONTEXT_REALISATION : truth.realisation;
  const destiny = chance.flip(realised) ? LIT : chance.choose(UNLIT);
  const full = destiny === LIT && chance.flip(truth.fullShare);
  const route = chance.flip(truth.namedShare) ? NAMED : chance.flip(legalShare(litFrom)) ? 1 : 2;
  const fill = full ? chance.beta(...FULL) : chance.beta(...PARTIAL);
  const ramp = chance.lognormal(...RAMP);
  const permitted = record === 2 ? chance.lognormal(...PERMITTED) : Infinity;
  return {
    ...{ record, accelerators, perP, permitted },
    ...{ destiny, route, full, constructionFrom, shellFrom, litFrom, ramp, fill, claimed },
    firstBlock: FIRST_BLOCK,
  };
}
