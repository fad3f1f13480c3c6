import type { Posterior } from '../installed/infer.ts';
import { expectedInformationGain, outcomesByClass } from '../stats/entropy.ts';
import { evsiVarianceOfOutcomes } from '../stats/value-of-information.ts';
import { weightedVariance } from '../stats/weighted-mean.ts';
import type { LookResult } from './assessment.ts';
import { columnAt } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import type { Test } from './questions.ts';

/** Added to counts before their logarithm, so that "none" has a place on the scale. */
const ONE = 1;

/** What each observation still to be made would be worth, the most valuable first. */
export function lookResults(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; headline: Test; thinned: Uint32Array },
): LookResult[] {
  const { hub, headline, posterior } = from;
  const thinned = from.thinned.filter((_, i) => i % 4 === 0);
  const log = columnAt(hub.compute, thinned).map((flops) => Math.log(flops / 1e15 + ONE));
  const chips = columnAt(hub.accelerators, thinned).map((count) => Math.log(count + ONE));
  const yes = Uint8Array.from(thinned, (d) => (headline.holds(hub, d) ? 1 : 0));
  const { looks } = posterior.columns.at(thinned);
  const results = plan.compiled.model.looks.map((look, index): LookResult => {
    const written = plan.dossier.looks.find(({ id }) => id === look.id)!;
    const outcomes = looks[index]!;
    return {
      id: look.id,
      name: written.name,
      about: written.about,
      sharpening: removed(chips, outcomes),
      sharpeningCompute: removed(log, outcomes),
      information: information(outcomes, yes),
      cost: written.cost.text,
      lead: written.lead.text,
      outcomes: look.outcomes.map((finding, o) => after(finding, outcomes[o]!, yes)),
    };
  });
  return results.sort((a, b) => b.sharpening + b.sharpeningCompute - a.sharpening - a.sharpeningCompute);
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
