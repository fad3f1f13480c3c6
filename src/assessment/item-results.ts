import type { Posterior } from '../installed/infer.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed } from '../stats/pareto-smoothing.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { normalisedWeights } from '../stats/weights.ts';
import { type Hypothesis, hypotheses, type ItemResult, type WeakSource } from './assessment.ts';
import type { HubColumns } from './hub-columns.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';
import type { Test } from './questions.ts';

/** Everything that leaving out one item is computed from. */
export interface ItemContext {
  plan: Plan;
  posterior: Posterior;
  hub: HubColumns;
  headline: Test;
  /** Hypothesis of each draw. */
  classes: Uint8Array;
  /** Equally weighted draws under the chosen prior. */
  thinned: Uint32Array;
}

/** What every item did to the headline, the most telling first. */
export function itemResults(context: ItemContext): ItemResult[] {
  const results = context.plan.compiled.items.map((_, index) => itemResult(index, context));
  return results.sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)));
}

/**
 * Leaves one item out by reweighting: w / L, L its likelihood over its noise in each draw.
 *
 * factor = odds(headline | all) / odds(headline | all but it); matrix_h = E[L | h, others] / E[L | others].
 */
function itemResult(index: number, context: ItemContext): ItemResult {
  const { plan, posterior, hub, headline, classes } = context;
  const item = plan.compiled.items[index]!;
  const weights = posterior.weights[plan.prior];
  const log = posterior.columns.logLikelihood[index]!;
  const withIt = new Float64Array(hypotheses.length);
  const without = new Float64Array(hypotheses.length);
  let yes = 0;
  let yesWithout = 0;
  let totalWithout = 0;
  for (let d = 0; d < weights.length; d++) {
    const left = weights[d]! * Math.exp(-log[d]!);
    withIt[classes[d]!]! += weights[d]!;
    without[classes[d]!]! += left;
    totalWithout += left;
    if (headline.holds(hub, d)) {
      yes += weights[d]!;
      yesWithout += left;
    }
  }
  const odds = (p: number): number => p / Math.max(1 - p, 1e-15);
  const p = yesWithout / totalWithout;
  const quality = removal(context, log);
  return {
    id: item.id,
    kind: item.kind,
    about: item.about,
    says: item.says,
    ...(item.quote !== undefined && { quote: item.quote }),
    date: item.date.text,
    published: item.published.text,
    source: item.source,
    grade: item.grade,
    origin: item.origin,
    factor: yes > 0 && yesWithout > 0 ? odds(yes) / odds(p) : 1,
    without: p,
    ...quality,
    matrix: Object.fromEntries(
      hypotheses.map((name, h) => [name, without[h]! > 0 ? (withIt[h]! / without[h]!) * totalWithout : 1]),
    ) as Record<Hypothesis, number>,
    diagnosticity: divergence(withIt, without, totalWithout),
  };
}

/** Median without the item, and whether removing it by reweighting can be trusted, on the thinned draws. */
function removal(
  { hub, thinned }: ItemContext,
  log: Float64Array,
): Pick<ItemResult, 'medianWithout' | 'reliable' | 'pareto'> {
  const values = Float64Array.from(thinned, (d) => hub.accelerators[d]!);
  const smoothed = paretoSmoothed(Float64Array.from(thinned, (d) => -log[d]!));
  const weights = normalisedWeights(thinned.length, { logWeights: smoothed.logWeights });
  const enough = effectiveSampleSize(thinned.length, { weights }) > 0.02 * thinned.length;
  return {
    medianWithout: weightedQuantiles(values, [0.5], { weights })[0]!,
    reliable: smoothed.reliable && enough,
    pareto: smoothed.k,
  };
}

/** Kullback-Leibler divergence of the hypotheses with the item from those without it [bits]. */
function divergence(withIt: Float64Array, without: Float64Array, totalWithout: number): number {
  let bits = 0;
  for (let h = 0; h < withIt.length; h++) {
    if (withIt[h]! > 0 && without[h]! > 0)
      bits += withIt[h]! * Math.log2((withIt[h]! / without[h]!) * totalWithout);
  }
  return Math.max(0, bits);
}

/** The most telling item of a source graded C or worse whose loss changes the headline's word, if there is one. */
export function weakSource(results: readonly ItemResult[], probability: number): WeakSource | null {
  const word = likelihoodWord(probability);
  const found = results.find(
    ({ grade, without, reliable }) =>
      reliable && grade.reliability >= 'C' && likelihoodWord(without) !== word,
  );
  if (!found) return null;
  return {
    item: found.id,
    grade: found.grade,
    origin: found.origin,
    word,
    without: likelihoodWord(found.without),
  };
}
