import type { Columns, SiteColumns, Totals } from '../installed/columns.ts';
import { bytesAt, storedDetails } from '../installed/columns.ts';
import type { Posterior, Quality } from '../installed/infer.ts';
import { type ByPreset, byPreset, presets } from '../installed/presets.ts';
import { stages } from '../installed/world.ts';
import { once } from '../stats/once.ts';
import type { Estimate, Question, SiteResult } from './assessment.ts';
import { beforeEvidence } from './before-evidence.ts';
import { columnAt, type Thinned, thinnedDraws } from './draws.ts';
import { type HubColumns, hubColumns } from './hub-columns.ts';
import { type LiveQuantity, liveEstimates, liveQuantities } from './live-estimates.ts';
import type { Plan } from './plan.ts';
import { answer, testsOf } from './questions.ts';
import { type SitesBefore, siteResults, sitesBefore } from './site-results.ts';
import { reconsidered, type WhatIf } from './what-if.ts';

/** A run kept open: everything that stays the same while somebody imagines other priors and fewer items. */
export interface LiveRun {
  plan: Plan;
  posterior: Posterior;
  hub: HubColumns;
  prior: Posterior;
  priorHub: HubColumns;
  thinnedPrior: Thinned['prior'];
  quantities: readonly LiveQuantity[];
  sitesBefore: ByPreset<() => SitesBefore>;
}

/** What moves at once; it has the ids, labels and units of an `Assessment`. */
export interface LiveFigures {
  questions: readonly Question[];
  quantities: readonly Estimate[];
  /** How far these reweighted draws can be trusted; where `poor`, draw again without the items. */
  quality: Quality;
}

/** Keeps a run open, with its costlier columns at hand for every draw. */
export function openRun(plan: Plan, posterior: Posterior): LiveRun {
  const prior = beforeEvidence(plan);
  const hub = hubColumns(plan, posterior.columns);
  const priorHub = hubColumns(plan, prior.columns);
  const thinnedPrior = thinnedDraws(prior);
  const before = { prior, priorHub, thinned: { prior: thinnedPrior } };
  return {
    ...{ plan, hub, prior, priorHub, thinnedPrior },
    posterior: { ...posterior, columns: withSitesKept(posterior.columns) },
    quantities: liveQuantities(plan, { posterior, hub, priorHub }),
    sitesBefore: byPreset((preset) => once(() => sitesBefore({ ...plan, prior: preset }, before))),
  };
}

/** What what-ifs share, in steps so that others may have a turn in between: the first what-if need not do them. */
export function readySteps(run: LiveRun): (() => void)[] {
  const first = run.plan.prior;
  const { items } = run.plan.compiled;
  const priors = [first, ...presets.filter((preset) => preset !== first)];
  const changes: WhatIf[] = [
    ...priors.map((prior) => ({ prior })),
    ...items.slice(0, 1).map(({ id }) => ({ drop: [id] })),
  ];
  return [
    ...changes.map((change) => () => void figuresOf(imagine(run, change))),
    ...items.map((_, item) => () => void run.posterior.columns.logLikelihoodOf(item)),
    ...priors.map((prior) => () => void run.sitesBefore[prior]()),
  ];
}

/** What was imagined, as the functions that read figures off a posterior take it. */
export interface Imagined {
  plan: Plan;
  quantities: readonly LiveQuantity[];
  from: Omit<LiveRun, 'plan' | 'thinnedPrior' | 'quantities'> & { thinned: Thinned };
}

/**
 * Reweights an open run: items left out, another prior, other letters of sources, no new draw.
 *
 * @throws SandtableError ST-A003 with every item that the run did not use
 */
export function imagine({ thinnedPrior, quantities, ...run }: LiveRun, change: WhatIf): Imagined {
  const plan = { ...run.plan, prior: change.prior ?? run.plan.prior };
  const posterior = reconsidered(plan, run.posterior, change);
  const thinned = { posterior: thinnedDraws(posterior), prior: thinnedPrior };
  return { plan, quantities, from: { ...run, posterior, thinned } };
}

/** Answers and quantities of what was imagined. */
export function figuresOf({ plan, quantities, from }: Imagined): LiveFigures {
  return {
    questions: testsOf(plan).map((test) => answer(test, plan, from)),
    quantities: liveEstimates(quantities, plan, from),
    quality: from.posterior.quality[plan.prior],
  };
}

/** The sites of what was imagined. */
export function sitesOf({ plan, from }: Imagined): SiteResult[] {
  return siteResults(plan, from, from.sitesBefore[plan.prior]());
}

/** One world that fits the evidence: the same draw in every figure and at every site. */
export interface OneWorld {
  quantities: Readonly<Record<string, number>>;
  sites: Readonly<Record<string, SiteWorld>>;
}

export interface SiteWorld {
  /** Most of the sites that the record stands for are at this stage. */
  stage: (typeof stages)[number];
  accelerators: number;
  compute: number;
}

/**
 * Draws one world of what was imagined.
 *
 * @param n any whole number; the same world for the same one
 */
export function worldOf({ plan, quantities, from }: Imagined, n: number): OneWorld {
  const thinned = from.thinned.posterior[plan.prior];
  const draw = Uint32Array.of(thinned[(Math.abs(n) * STRIDE) % thinned.length]!);
  const { sites } = from.posterior.columns.at(draw);
  return {
    quantities: Object.fromEntries(quantities.map(({ id, column }) => [id, column[draw[0]!]!])),
    sites: Object.fromEntries(
      plan.compiled.sites.map(({ id }, s) => {
        const { accelerators, compute, stages: counts } = sites[s]!;
        const most = counts.reduce((best, count, i) => (count[0]! > counts[best]![0]! ? i : best), 0);
        const lit = compute[0][0]! + compute[1][0]! + compute[2][0]!;
        return [id, { stage: stages[most]!, accelerators: accelerators[0]!, compute: lit }];
      }),
    ),
  };
}

/** Prime to the number of thinned draws: neighbours of n are far apart. */
const STRIDE = 3083;

/**
 * The same columns, the sites of every draw now in memory; the other details stay where they are until asked for, and are not
 * had at single draws, which nobody asks of a run kept open.
 */
function withSitesKept(columns: Columns): Columns {
  const { from, draws, logWeight, globals, accelerators, compute, lambda, sites } = columns;
  const totals: Totals = { from, draws, logWeight, globals, accelerators, compute, lambda };
  return {
    ...totals,
    sites,
    get logLikelihood() {
      return columns.logLikelihood;
    },
    get looks() {
      return columns.looks;
    },
    eachLogLikelihood(show) {
      columns.eachLogLikelihood(show);
    },
    logLikelihoodOf: (item) => columns.logLikelihoodOf(item),
    at: (some) =>
      storedDetails({
        sites: sites.map((site) => siteAt(site, some)),
        logLikelihood: [],
        looks: [],
      }),
  };
}

function siteAt({ accelerators, compute, stages, lit }: SiteColumns, draws: Uint32Array): SiteColumns {
  const floats = (column: Float64Array) => columnAt(column, draws);
  const bytes = (column: Uint8Array) => bytesAt(column, draws);
  return {
    accelerators: floats(accelerators),
    compute: [floats(compute[0]), floats(compute[1]), floats(compute[2])],
    stages: [bytes(stages[0]), bytes(stages[1]), bytes(stages[2]), bytes(stages[3])],
    lit: [bytes(lit[0]), bytes(lit[1]), bytes(lit[2])],
  };
}
