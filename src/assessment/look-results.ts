import type { Look } from '../dossier/dossier.ts';
import { type Details, valuesAt } from '../installed/columns.ts';
import { hubLookModel, type LookGap } from '../installed/hub-look.ts';
import type { Posterior } from '../installed/infer.ts';
import { LIT } from '../installed/world.ts';
import { expectedInformationGain, outcomesByClass } from '../stats/entropy.ts';
import { evsiVarianceOfOutcomes } from '../stats/value-of-information.ts';
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
    compute: columnAt(hub.compute, thinned).map((flops) => Math.log(flops / 1e15 + ONE)),
    chips: columnAt(hub.accelerators, thinned).map((count) => Math.log(count + ONE)),
    yes: valuesAt(holdsIn(hub, headline), thinned, new Uint8Array(thinned.length)),
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

/** What outcomes are held against: logarithms of compute and chips, and the headline. */
interface Compared {
  compute: Float64Array;
  chips: Float64Array;
  yes: Uint8Array;
}

function lookResult({ id, name, about, cost, lead }: Look, seen: Outcomes, of: Compared): LookResult {
  const outcomes = seen.map(({ probability }) => probability);
  return {
    id,
    name,
    about,
    sharpening: removed(of.chips, outcomes),
    sharpeningCompute: removed(of.compute, outcomes),
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
    return within ? [{ stages: details.sites[s]!.stages, count: site.count }] : [];
  });
  const sites = counted.reduce((sum, { count }) => sum + count, 0);
  if (sites === 0) return 'site';
  const model = hubLookModel(look, world, { fleet: compiled.model.claimedFleet, sites });
  if (typeof model === 'string') return model;
  const views = Array.from(accelerators, (chips, d) => ({
    accelerators: chips,
    sitesAt(stage: number) {
      let sum = 0;
      for (const { stages } of counted) for (let at = stage; at <= LIT; at++) sum += stages[at]![d]!;
      return sum;
    },
  }));
  return model.outcomes.map((finding, o) => ({
    finding,
    probability: Float64Array.from(views, (view) => model.probability(o, view)),
  }));
}

/** Share of the variance of a column that the look is expected to remove. */
function removed(column: Float64Array, outcomes: readonly Float64Array[]): number {
  const before = weightedVariance(column);
  return before > 0 ? Math.min(1, evsiVarianceOfOutcomes(column, outcomes) / before) : 0;
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
