import type { Dossier, Evidence } from '../dossier/dossier.ts';
import { exp } from '../elementary/exponential.ts';
import type { Fault } from '../errors/fault.ts';
import { warning } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { told } from '../errors/told.ts';
import type { Columns } from '../installed/columns.ts';
import { logPoolFit } from '../installed/hub-state.ts';
import { infer, type Posterior, posteriorFrom } from '../installed/infer.ts';
import { byPreset } from '../installed/presets.ts';
import { knownBy } from '../sources/date.ts';
import type { Assessment, HubSummary, Question } from './assessment.ts';
import { beforeEvidence } from './before-evidence.ts';
import { digestOfColumns } from './columns-digest.ts';
import { confidenceOf } from './confidence.ts';
import { dateCaution } from './date-caution.ts';
import { thinnedDraws } from './draws.ts';
import { hubColumns } from './hub-columns.ts';
import { itemContext, itemResults, weakSource } from './item-results.ts';
import type { World } from './knowledge.ts';
import { lookResults } from './look-results.ts';
import { type AssessOptions, ENGINE_VERSION, type Plan, planRun } from './plan.ts';
import { poolHeld } from './pool-held.ts';
import { quantitiesOf } from './quantities.ts';
import { answer, testsOf } from './questions.ts';
import { siteResults } from './site-results.ts';

/**
 * Assesses a dossier in one process.
 *
 * @param world from `parseWorldData`
 * @throws SandtableError as `planRun`
 */
export function assess(dossier: Dossier, world: World, options: AssessOptions = {}): Assessment {
  const plan = planRun(dossier, world, options);
  return assessmentOf(plan, infer(plan.compiled.model, plan));
}

/** The posterior of a plan whose draws were made in parts, in order. */
export function posteriorOfParts(plan: Plan, parts: readonly Columns[]): Posterior {
  return posteriorFrom(plan.compiled.model, parts, plan.seed);
}

/** Gets the answers to the questions before the rest of an assessment is worked out. */
export type Told = (questions: readonly Question[]) => void;

/**
 * Reads the answer off a posterior.
 *
 * @param tell not called where the draws do not carry the answer
 */
export function assessmentOf(plan: Plan, posterior: Posterior, tell?: Told): Assessment {
  const prior = beforeEvidence(plan);
  const hub = hubColumns(plan, posterior.columns);
  const priorHub = hubColumns(plan, prior.columns);
  const thinned = { posterior: thinnedDraws(posterior), prior: thinnedDraws(prior) };
  const tests = testsOf(plan);
  const headline = tests[0]!;
  const from = { posterior, hub, prior, priorHub, thinned };
  const questions = tests.map((test) => answer(test, plan, from));
  const quality = posterior.quality[plan.prior];
  if (quality.state !== 'poor') tell?.(questions);
  const draws = thinned.posterior[plan.prior];
  const { focus, evidence } = itemResults(itemContext(plan, posterior, { hub, thinned: draws }));
  const looked = lookResults(plan, { posterior, hub, headline, thinned: draws });
  const weak = weakSource(evidence, questions[0]!.probability);
  return {
    run: runOf(plan, posterior),
    hub: summaryOf(plan),
    questions,
    quantities: quantitiesOf(plan, from),
    sites: siteResults(plan, from),
    focus: tests[focus]!.id,
    evidence,
    dateCaution: dateCaution(plan),
    weakSource: weak,
    looks: looked.looks,
    looksLeftOut: looked.leftOut,
    diagnostics: {
      ess: quality.ess,
      essByPreset: byPreset((preset) => posterior.quality[preset].ess),
      pareto: quality.pareto,
      paretoByPreset: byPreset((preset) => posterior.quality[preset].pareto),
      paretoLimit: quality.limit,
      state: quality.state,
      shadowPrice: shadowPrice(plan, posterior),
      claimOverPool: claimOverPool(plan, posterior),
      poolFit: poolFit(plan, posterior),
      ...confidenceOf(plan, { questions, evidence, weak, quality }),
    },
    record: plan.world.record,
    warnings: [...(plan.dossier.warnings ?? []), ...told(warningsOf(plan, posterior))],
  };
}

function runOf(plan: Plan, posterior: Posterior): Assessment['run'] {
  return {
    id: plan.id,
    engine: ENGINE_VERSION,
    dataDigest: plan.world.digest,
    dossierDigest: plan.dossier.digest,
    seed: plan.seed,
    draws: posterior.columns.draws,
    asOf: plan.asOf.text,
    prior: plan.prior,
    drop: plan.drop,
    set: plan.set,
    columnsDigest: digestOfColumns(posterior.columns),
  };
}

function summaryOf({ dossier, compiled, world, parameters, asOf }: Plan): HubSummary {
  const { items, sites, later, unplaced } = compiled;
  const ours = sites.filter(({ role }) => role === 'hub');
  const figures = [...parameters.values()].map(({ citation }) => citation.basis);
  const kinds = [...new Set(items.map(({ kind }) => kind))].map(
    (kind) => world.kinds.get(kind)!.citation.basis,
  );
  const all = [...figures, ...kinds];
  return {
    id: dossier.id,
    name: dossier.hub.name,
    summary: dossier.hub.summary,
    sites: ours.reduce((sum, { count }) => sum + count, 0),
    projects: ours.reduce((sum, { projects }) => sum + projects, 0),
    claims: [dossier.hub, ...sites]
      .flatMap(({ claims }) => claims)
      .filter(({ basis, published }) => basis === 'claimed' && knownBy(published, asOf)).length,
    evidence: items.length,
    origins: new Set(items.map(({ origin }) => origin)).size,
    newest: newestOf(items),
    judged: all.filter((basis) => basis === 'judged').length,
    figures: all.length,
    later: later.length,
    unplaced: unplaced.length,
  };
}

function newestOf(items: readonly Evidence[]): string {
  if (items.length === 0) return '';
  return items.reduce((a, b) => (a.published.to >= b.published.to ? a : b)).published.text;
}

/** Posterior mean of the tilt: log odds that one more restricted accelerator costs. */
function shadowPrice({ prior }: Plan, { columns, weights }: Posterior): number {
  const lambda = columns.lambda;
  return Math.max(
    0,
    weights[prior].reduce((sum, weight, d) => sum + weight * lambda[d]!, 0),
  );
}

/** Claimed accelerators over the median of what the hub's share of the pool holds. */
function claimOverPool({ prior, compiled }: Plan, posterior: Posterior): number {
  const pool = poolHeld(posterior, prior).median;
  return compiled.model.claimedFleet / (pool * compiled.model.world.poolShare[prior].quantile(0.5));
}

/**
 * Probability, on the evidence without the pool, that the fleet fits the hub's share of it: 1 / E[1 / P(share >= T /
 * pool)] over the posterior.
 */
function poolFit({ prior, compiled }: Plan, { columns, weights }: Posterior): number {
  const share = compiled.model.world.poolShare[prior];
  const pool = columns.globals.get('pool')!;
  let inverse = 0;
  for (let d = 0; d < columns.draws; d++) {
    const weight = weights[prior][d]!;
    if (weight > 0) inverse += weight * exp(-logPoolFit(share, columns.accelerators[d]!, pool[d]!));
  }
  return 1 / inverse;
}

function warningsOf({ prior }: Plan, { quality }: Posterior): Fault[] {
  if (quality[prior].state === 'good') return [];
  const { ess, pareto, limit } = quality[prior];
  return [
    warning(
      'ST-I003',
      say('The draws do not carry the answer: {ess} effective draws, Pareto k {pareto} (limit {limit}).', {
        ess: Math.round(ess),
        pareto: pareto.toFixed(2),
        limit: limit.toFixed(2),
      }),
      say('Use more draws (--draws 1000000), or look for evidence that contradicts the pool.'),
    ),
  ];
}
