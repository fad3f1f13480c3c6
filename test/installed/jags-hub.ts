import { readFileSync } from 'node:fs';
import type { AmountKind, FindingKind } from '../../src/installed/kinds.ts';
import type { HubModel, SiteItem, SiteModel } from '../../src/installed/model.ts';
import { observeAmount, observeFinding, type SiteObservation } from '../../src/installed/observation.ts';
import { byPreset } from '../../src/installed/presets.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { logitNormal } from '../../src/stats/logit-normal.ts';
import { lognormal } from '../../src/stats/lognormal.ts';

type Pair = [number, number];

/** The invented hub of `test/fixtures/jags/hub.json`, as `make.R` writes it. */
export interface JagsHub {
  day: number;
  start: number[];
  claim: number[];
  claimSigma: number[];
  permitted: number[];
  realisation: Pair;
  namedShare: Pair;
  fullShare: Pair;
  unlit: [number, number, number];
  pace: number[];
  lagConstruction: number;
  lagShell: number;
  lagLit: Pair;
  ramp: number;
  partialFill: Pair;
  fullFill: Pair;
  pPerChip: number;
  legalUntil: number;
  legalShare: Pair;
  kinds: Record<string, { p: number[]; noise: number }>;
  amount: { sigma: number; bias: number; unlit: number; noiseShare: number; noiseSigma: number };
  origins: Record<string, Pair>;
  own: Pair;
  findings: { site: number; kind: string; day: number; origin: number }[];
  amounts: { site: number; stated: number; day: number; origin: number }[];
  pools: Record<string, { pool: Pair; share: Pair }>;
}

/** A mean by JAGS with its Monte Carlo standard error. */
export interface JagsMean {
  mean: number;
  error: number;
  rhat?: number;
}

export interface JagsPosterior {
  madeBy: string;
  pools: Record<
    string,
    {
      means: Record<string, JagsMean>;
      totalQuantiles: (JagsMean & { p: number; value: number })[];
      lit: JagsMean[];
      named: JagsMean[];
      legal: JagsMean[];
    }
  >;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/jags/${name}`, import.meta.url), 'utf8'));
}

export const jagsHub = read('hub.json') as JagsHub;
export const jagsPosterior = read('posterior.json') as JagsPosterior;

const pair = (family: (a: number, b: number) => Distribution, [a, b]: Pair): Distribution => family(a, b);

/**
 * The hub under one of its pools. JAGS has the neutral prior; the others differ, so that the draws come from a mixture
 * as in any run.
 */
export function jagsModel(pool: string): HubModel {
  const hub = jagsHub;
  const limits = hub.pools[pool]!;
  return {
    day: hub.day,
    world: {
      realisation: {
        sceptic: logitNormal(0.12, 0.5),
        neutral: pair(logitNormal, hub.realisation),
        believer: logitNormal(0.45, 0.9),
      },
      namedShare: {
        sceptic: logitNormal(0.02, 0.2),
        neutral: pair(logitNormal, hub.namedShare),
        believer: logitNormal(0.3, 0.8),
      },
      poolShare: byPreset(() => pair(lognormal, limits.share)),
      fullShare: pair(beta, hub.fullShare),
      unlit: hub.unlit,
      pace: { values: Float64Array.from(hub.pace), weights: new Float64Array(5).fill(0.2) },
      lags: {
        construction: point(hub.lagConstruction),
        shell: point(hub.lagShell),
        lit: pair(lognormal, hub.lagLit),
      },
      ramp: point(hub.ramp),
      firstBlock: 30,
      contextRealisation: 0.5,
      partialFill: pair(beta, hub.partialFill),
      fullFill: pair(beta, hub.fullFill),
    },
    sites: hub.claim.map((_, i) => siteOf(hub, i)),
    origins: Object.entries(hub.origins).map(([id, shape]) => ({ id, reliability: pair(beta, shape) })),
    hubItems: [],
    pool: pair(lognormal, limits.pool),
    claimedFleet: hub.claim.reduce((sum, claim) => sum + claim, 0),
    looks: [],
  };
}

function siteOf(hub: JagsHub, i: number): SiteModel {
  const claim = hub.claim[i]!;
  const sigma = hub.claimSigma[i]!;
  const chips = sigma > 0 ? lognormal(Math.log(claim), sigma) : point(claim);
  return {
    id: `site-${i}`,
    role: 'hub',
    count: 1,
    projects: 1,
    start: hub.start[i]!,
    claims: [{ weight: 1, accelerators: chips }],
    perP: point(1e15),
    namedPeak: hub.pPerChip * 1e15,
    permitted: hub.permitted[i]! < 1e9 ? point(hub.permitted[i]!) : null,
    legalShare: (day) => hub.legalShare[day < hub.legalUntil ? 0 : 1],
    items: itemsOf(hub, i),
  };
}

function itemsOf(hub: JagsHub, i: number): SiteItem[] {
  const globals = Object.values(hub.origins);
  const item = (at: number, from: number, observation: SiteObservation): SiteItem => ({
    item: at,
    origin: from <= globals.length ? from - 1 : -1,
    local: from,
    reliability: pair(beta, globals[from - 1] ?? hub.own),
    credibility: 1,
    observation,
  });
  const findings = hub.findings.flatMap(({ site, kind, day, origin }, j) => {
    return site === i + 1 ? [item(j, origin, observeFinding(findingKind(hub, kind), kind, day))] : [];
  });
  const amounts = hub.amounts.flatMap(({ site, stated, day, origin }, j) => {
    if (site !== i + 1) return [];
    const claimed = hub.claim[i]! * hub.pPerChip;
    return [
      item(
        hub.findings.length + j,
        origin,
        observeAmount(amountKind(hub), stated, { day, claimed, each: 1 }),
      ),
    ];
  });
  return [...findings, ...amounts];
}

const head = { id: '', name: { en: '' }, meaning: { en: '' }, citation: {} as FindingKind['citation'] };

function findingKind(hub: JagsHub, name: string): FindingKind {
  const { p, noise } = hub.kinds[name]!;
  return { ...head, model: 'finding', findings: new Map([[name, { name, p: Float64Array.from(p), noise }]]) };
}

function amountKind({ amount }: JagsHub): AmountKind {
  const { sigma, bias, unlit, noiseShare, noiseSigma } = amount;
  return {
    ...head,
    model: 'amount',
    of: 'compute',
    sigma,
    bias,
    unlit,
    noise: { share: noiseShare, sigma: noiseSigma },
  };
}
