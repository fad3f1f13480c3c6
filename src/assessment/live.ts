import type { Columns, Details, SiteColumns, Totals } from '../installed/columns.ts';
import { valuesAt } from '../installed/columns.ts';
import type { Posterior, Quality } from '../installed/infer.ts';
import { stages } from '../installed/world.ts';
import type { Estimate, Question, SiteResult } from './assessment.ts';
import { beforeEvidence } from './before-evidence.ts';
import { columnAt, type Thinned, thinnedDraws } from './draws.ts';
import { type HubColumns, hubColumns, remembering } from './hub-columns.ts';
import { detailNames, type HubDetails } from './hub-details.ts';
import type { Plan } from './plan.ts';
import { listOf, type Quantity, quantitiesOf, reweightedList } from './quantities.ts';
import { answer, testsOf } from './questions.ts';
import { siteResults } from './site-results.ts';
import { reconsidered, type WhatIf } from './what-if.ts';

/** A run kept open: everything that stays the same while somebody imagines other priors and fewer items. */
export interface LiveRun {
  plan: Plan;
  posterior: Posterior;
  hub: HubColumns;
  prior: Posterior;
  priorHub: HubColumns;
  thinnedPrior: Thinned['prior'];
  quantities: readonly Quantity[];
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
  return {
    plan,
    posterior: { ...posterior, columns: withSitesKept(posterior.columns) },
    hub: kept(hubColumns(plan, posterior.columns)),
    prior,
    priorHub: kept(hubColumns(plan, prior.columns)),
    thinnedPrior: thinnedDraws(prior),
    quantities: listOf(plan, posterior),
  };
}

/** What was imagined, as the functions that read figures off a posterior take it. */
export interface Imagined {
  plan: Plan;
  quantities: readonly Quantity[];
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
  return {
    plan,
    quantities: reweightedList(quantities, plan, posterior),
    from: { ...run, posterior, thinned },
  };
}

/** Answers and quantities of what was imagined. */
export function figuresOf({ plan, quantities, from }: Imagined): LiveFigures {
  return {
    questions: testsOf(plan).map((test) => answer(test, plan, from)),
    quantities: quantitiesOf(plan, from, quantities),
    quality: from.posterior.quality[plan.prior],
  };
}

/** The sites of what was imagined. */
export function sitesOf({ plan, from }: Imagined): SiteResult[] {
  return siteResults(plan, from);
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
    quantities: Object.fromEntries(quantities.map(({ id, values }) => [id, values(from.hub, draw)[0]!])),
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

/** Draws whose details are computed at one go. */
const CHUNK = 32_768;

/** The same columns, what would be computed on demand now looked up. */
function kept(hub: HubColumns): HubColumns {
  const draws = hub.accelerators.length;
  const chunks = Array.from({ length: Math.ceil(draws / CHUNK) }, (_, c) => {
    const first = c * CHUNK;
    return hub.at(Uint32Array.from({ length: Math.min(CHUNK, draws - first) }, (_, i) => first + i));
  });
  const whole = detailsOf(chunks, (parts) => {
    const column = new Float64Array(draws);
    parts.forEach((part, c) => {
      column.set(part, c * CHUNK);
    });
    return column;
  });
  return { ...hub, at: remembering((at) => detailsOf([whole], ([column]) => columnAt(column!, at))) };
}

/** Makes one column of those of several parts. */
type Make = (parts: readonly Float64Array[]) => Float64Array;

/** Details whose every column is made of those of several parts. */
function detailsOf(parts: readonly HubDetails[], make: Make): HubDetails {
  const pairs = detailNames.map((name) => [name, madeOf(parts.map((part) => part[name]) as Tree[], make)]);
  return Object.fromEntries(pairs) as HubDetails;
}

/** Columns, or lists and records of them. */
type Tree = Float64Array | readonly Tree[] | { readonly [name: string]: Tree };

function madeOf(parts: readonly Tree[], make: Make): Tree {
  const [first] = parts;
  if (first instanceof Float64Array) return make(parts as Float64Array[]);
  const at = (key: string) =>
    madeOf(
      parts.map((part) => (part as Record<string, Tree>)[key]!),
      make,
    );
  if (Array.isArray(first)) return first.map((_, i) => at(String(i)));
  return Object.fromEntries(Object.keys(first!).map((key) => [key, at(key)]));
}

/** The same columns, the sites of every draw now in memory; the other details stay where they are until asked for. */
function withSitesKept(columns: Columns): Columns {
  const { from, draws, logWeight, globals, accelerators, compute, lambda, sites } = columns;
  const rest = (of: () => Details): Details => ({
    sites,
    get logLikelihood() {
      return of().logLikelihood;
    },
    get looks() {
      return of().looks;
    },
  });
  const totals: Totals = { from, draws, logWeight, globals, accelerators, compute, lambda };
  return Object.assign(
    rest(() => columns),
    totals,
    {
      at: (some: Uint32Array): Details => ({
        sites: sites.map((site) => siteAt(site, some)),
        logLikelihood: [],
        looks: [],
      }),
    },
  );
}

function siteAt({ accelerators, compute, stages, lit }: SiteColumns, draws: Uint32Array): SiteColumns {
  const floats = (column: Float64Array) => columnAt(column, draws);
  const bytes = (column: Uint8Array) => valuesAt(column, draws, new Uint8Array(draws.length));
  return {
    accelerators: floats(accelerators),
    compute: [floats(compute[0]), floats(compute[1]), floats(compute[2])],
    stages: [bytes(stages[0]), bytes(stages[1]), bytes(stages[2]), bytes(stages[3])],
    lit: [bytes(lit[0]), bytes(lit[1]), bytes(lit[2])],
  };
}
