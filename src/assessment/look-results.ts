import type { Look } from '../dossier/dossier.ts';
import { log } from '../elementary/logarithm.ts';
import { bytesAt, type Details, type SiteColumns } from '../installed/columns.ts';
import { hubLookModel, type LookGap } from '../installed/hub-look.ts';
import type { Posterior } from '../installed/infer.ts';
import { LIT, stages } from '../installed/world.ts';
import { expectedInformationGain, outcomesByClass } from '../stats/entropy.ts';
import { once } from '../stats/once.ts';
import { evsiVariancesOfOutcomes } from '../stats/value-of-information.ts';
import { weightedVariance } from '../stats/weighted-mean.ts';
import type { LookLeftOut, LookResult } from './assessment.ts';
import { coarser, columnAt } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import { holdsIn, type Test } from './questions.ts';

/** Added to counts before their logarithm, so that "none" has a place on the scale. */
const ONE = 1;

/** What each observation still to be made would be worth, the most valuable first, and those of which nobody can tell. */
export function lookResults(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; headline: Test; thinned: Uint32Array },
): { looks: LookResult[]; leftOut: LookLeftOut[] } {
  const { hub, headline } = from;
  const thinned = coarser(from.thinned);
  const columns: Compared = {
    amounts: [logOf(hub.accelerators, thinned, 1), logOf(hub.compute, thinned, 1e15)],
    yes: bytesAt(holdsIn(hub, headline), thinned),
  };
  const details = from.posterior.columns.at(thinned);
  const accelerators = columnAt(hub.accelerators, thinned);
  const looks: LookResult[] = [];
  const leftOut: LookLeftOut[] = [];
  for (const look of plan.dossier.looks) {
    const seen = outcomesAtSite(plan, details, look) ?? outcomesOfHub(plan, { details, accelerators, look });
    if (typeof seen === 'string') leftOut.push({ id: look.id, name: look.name, why: seen });
    else looks.push(lookResult(look, seen, columns));
  }
  looks.sort((a, b) => b.sharpening + b.sharpeningCompute - a.sharpening - a.sharpeningCompute);
  return { looks, leftOut };
}

/** Outcomes by name, with their probability in each thinned draw. */
type Outcomes = readonly { finding: string; probability: Float64Array }[];

/** What outcomes are held against: logarithms of chips and of compute, and the headline. */
interface Compared {
  amounts: readonly [chips: Spread, compute: Spread];
  yes: Uint8Array;
}

/** A column and its variance. */
interface Spread {
  column: Float64Array;
  variance: number;
}

function logOf(amounts: Float64Array, draws: Uint32Array, unit: number): Spread {
  const column = columnAt(amounts, draws);
  for (let i = 0; i < column.length; i++) column[i] = log(column[i]! / unit + ONE);
  return { column, variance: weightedVariance(column) };
}

function lookResult({ id, name, about, cost, lead }: Look, seen: Outcomes, of: Compared): LookResult {
  const outcomes = seen.map(({ probability }) => probability);
  const [chips, compute] = sharesRemoved(of.amounts, outcomes);
  return {
    id,
    name,
    about,
    sharpening: chips!,
    sharpeningCompute: compute!,
    information: information(outcomes, of.yes),
    cost: cost.text,
    lead: lead.text,
    outcomes: seen.map(({ finding, probability }) => after(finding, probability, of.yes)),
  };
}

/** Outcomes of a look at one site, whose probabilities were drawn with the worlds; null for a look of another sort. */
function outcomesAtSite({ compiled }: Plan, details: Details, look: Look): Outcomes | null {
  const index = compiled.model.looks.findIndex(({ id }) => id === look.id);
  if (index < 0) return null;
  const { outcomes } = compiled.model.looks[index]!;
  return outcomes.map((finding, o) => ({
    finding,
    probability: details.looks[index]![o]!,
  }));
}

/** Outcomes of a look at the hub as a whole, from the totals of the drawn worlds. */
function outcomesOfHub(
  { compiled, world }: Plan,
  { details, accelerators, look }: { details: Details; accelerators: Float64Array; look: Look },
): Outcomes | LookGap {
  const counted = compiled.sites.flatMap((site, s) => {
    const within = look.about.includes('hub') ? site.role === 'hub' : look.about.includes(site.id);
    return within
      ? [{ stages: details.sites[s]!.stages, each: site.projects / site.count, projects: site.projects }]
      : [];
  });
  const projects = counted.reduce((sum, one) => sum + one.projects, 0);
  if (projects === 0) return 'site';
  const model = hubLookModel(look, world, { fleet: compiled.model.claimedFleet, projects });
  if (typeof model === 'string') return model;
  const standing = stages.map((_, stage) => once(() => projectsFrom(stage, counted, accelerators.length)));
  let d = 0;
  const view = {
    get accelerators() {
      return accelerators[d]!;
    },
    projectsAt: (stage: number) => Math.round(standing[stage]!()[d]!),
  };
  return model.outcomes.map((finding, o) => {
    const probability = new Float64Array(accelerators.length);
    for (d = 0; d < probability.length; d++) probability[d] = model.probability(o, view);
    return { finding, probability };
  });
}

/** Projects at a stage or beyond in every draw: those of a site share its stage. */
function projectsFrom(
  stage: number,
  counted: readonly (Pick<SiteColumns, 'stages'> & { each: number })[],
  draws: number,
): Float64Array {
  const projects = new Float64Array(draws);
  for (const { stages: there, each } of counted) {
    for (let at = stage; at <= LIT; at++) {
      for (let d = 0; d < draws; d++) projects[d]! += each * there[at]![d]!;
    }
  }
  return projects;
}

/** Share of the variance of each column that the look is expected to remove. */
function sharesRemoved(spreads: readonly Spread[], outcomes: readonly Float64Array[]): number[] {
  const columns = spreads.map(({ column }) => column);
  const removed = evsiVariancesOfOutcomes(columns, outcomes);
  return spreads.map(({ variance }, s) => (variance > 0 ? Math.min(1, removed[s]! / variance) : 0));
}

/** Bits about the headline question. */
function information(outcomes: readonly Float64Array[], yes: Uint8Array): number {
  const classes = outcomesByClass(outcomes, yes);
  return expectedInformationGain(classes.outcomes, { weights: classes.weights });
}

function after(finding: string, outcome: Float64Array, yes: Uint8Array): LookResult['outcomes'][number] {
  let seen = 0;
  let both = 0;
  for (let i = 0; i < outcome.length; i++) {
    seen += outcome[i]!;
    if (yes[i]) both += outcome[i]!;
  }
  return { finding, probability: seen / outcome.length, headline: seen > 0 ? both / seen : 0 };
}
