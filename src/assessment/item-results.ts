import { valuesAt } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed } from '../stats/pareto-smoothing.ts';
import { sortedOrder } from '../stats/sorted-order.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { normalisedWeights } from '../stats/weights.ts';
import { type Hypothesis, hypotheses, type ItemResult, type WeakSource } from './assessment.ts';
import { columnAt } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';

/** The headline's hypothesis: at least half of the claimed fleet. */
const CLAIMED = hypotheses.indexOf('as-claimed');
/** Share of the draws that must stay effective without an item. */
const LEAST_LEFT = 0.02;

/** Everything that leaving out one item is computed from. */
export interface ItemContext {
  plan: Plan;
  posterior: Posterior;
  hub: HubColumns;
  /** Hypothesis of each draw; the first is the headline's. */
  classes: Uint8Array;
  /** 1 for every draw in which the question that ranks the evidence is answered yes. */
  focus: Uint8Array;
  /** Equally weighted draws under the chosen prior. */
  thinned: Uint32Array;
}

/** The draws that items are judged by: all claimed worlds, which are rare, and the thinned draws. */
interface Sample {
  /** Draws and weights that sums over hypotheses run over: the claimed worlds, then the thinned others, else 0. */
  classes: Uint8Array;
  weights: Float64Array;
  /** 1 where the focus holds. */
  focus: Uint8Array;
  /** Probability of each hypothesis, and of the focus. */
  withIt: Float64Array;
  focusWith: number;
  /** Where the thinned draws begin. */
  thinnedFrom: number;
  /** Log likelihood of each item over its noise. */
  logLikelihood: readonly Float64Array[];
  /** Named accelerators in the thinned draws, and the order that sorts them. */
  accelerators: Float64Array;
  order: Uint32Array;
}

function sampleOf({ plan, posterior, classes, focus, thinned, hub }: ItemContext): Sample {
  const all = posterior.weights[plan.prior];
  const claimed: number[] = [];
  for (let d = 0; d < all.length; d++) if (classes[d] === CLAIMED && all[d]! > 0) claimed.push(d);
  const draws = new Uint32Array(claimed.length + thinned.length);
  draws.set(claimed);
  draws.set(thinned, claimed.length);
  const held = claimed.reduce((sum, d) => sum + all[d]!, 0);
  const others = thinned.reduce((count, d) => count + (classes[d] === CLAIMED ? 0 : 1), 0);
  const each = others > 0 ? Math.max(0, 1 - held) / others : 0;
  const weights = new Float64Array(draws.length);
  draws.forEach((d, i) => {
    if (i < claimed.length) weights[i] = all[d]!;
    else if (classes[d] !== CLAIMED) weights[i] = each;
  });
  const accelerators = columnAt(hub.accelerators, thinned);
  const sampled = valuesAt(classes, draws, new Uint8Array(draws.length));
  const told = { classes: sampled, weights, focus: valuesAt(focus, draws, new Uint8Array(draws.length)) };
  const into = { sums: new Float64Array(hypotheses.length), focus: new Float64Array(2) };
  addWithout(told, new Float64Array(draws.length), into);
  return {
    ...told,
    withIt: into.sums,
    focusWith: into.focus[1]!,
    thinnedFrom: claimed.length,
    logLikelihood: posterior.columns.at(draws).logLikelihood,
    accelerators,
    order: sortedOrder(accelerators),
  };
}

/** What every item did to the headline and the focus, first those that move the focus most. */
export function itemResults(context: ItemContext): ItemResult[] {
  const sample = sampleOf(context);
  const results = context.plan.compiled.items.map((_, index) => itemResult(index, context, sample));
  const size = ({ moved }: ItemResult) => Math.abs(Math.log(moved.factor));
  return results.sort((a, b) => size(b) - size(a));
}

/**
 * Leaves one item out by reweighting: w / L, L its likelihood over its noise in each draw.
 *
 * factor = odds(headline | all) / odds(headline | all but it); matrix_h = E[L | h, others] / E[L | others].
 */
function itemResult(index: number, context: ItemContext, sample: Sample): ItemResult {
  const { withIt } = sample;
  const item = context.plan.compiled.items[index]!;
  const log = sample.logLikelihood[index]!;
  const without = new Float64Array(hypotheses.length);
  const focus = new Float64Array(2);
  addWithout(sample, log, { sums: without, focus });
  const total = without.reduce((sum, weight) => sum + weight, 0);
  const [yes, no] = [withIt[CLAIMED]!, without[CLAIMED]! / total];
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
    factor: oddsFactor(yes, no),
    without: no,
    moved: { factor: oddsFactor(sample.focusWith, focus[1]! / total), without: focus[1]! / total },
    ...removal(log.subarray(sample.thinnedFrom), sample),
    matrix: Object.fromEntries(
      hypotheses.map((name, h) => [name, without[h]! > 0 ? (withIt[h]! / without[h]!) * total : 1]),
    ) as Record<Hypothesis, number>,
    diagnosticity: divergence(withIt, without, total),
  };
}

/** Adds weight / likelihood over noise to the sum of each draw's class, and of its side of the focus. */
function addWithout(
  { classes, weights, focus }: Pick<Sample, 'classes' | 'weights' | 'focus'>,
  log: Float64Array,
  into: { sums: Float64Array; focus: Float64Array },
): void {
  for (let i = 0; i < weights.length; i++) {
    const left = weights[i]! * Math.exp(-log[i]!);
    into.sums[classes[i]!]! += left;
    into.focus[focus[i]!]! += left;
  }
}

function oddsFactor(yes: number, without: number): number {
  return yes > 0 && without > 0 ? odds(yes) / odds(without) : 1;
}

function odds(probability: number): number {
  return probability / Math.max(1 - probability, 1e-15);
}

/**
 * Median without the item, and whether removing it by reweighting can be trusted: by the tail of the weights, and by
 * the effective draws alone where a few values leave no tail to fit.
 */
function removal(
  log: Float64Array,
  { accelerators, order }: Sample,
): Pick<ItemResult, 'medianWithout' | 'reliable' | 'pareto'> {
  const few = log.filter((_, i) => i % 4 === 0);
  const smoothed = paretoSmoothed(negated(few));
  const weights = normalisedWeights(few.length, { logWeights: smoothed.logWeights });
  const enough = effectiveSampleSize(few.length, { weights }) > LEAST_LEFT * few.length;
  const fitted = smoothed.state === 'fitted';
  return {
    medianWithout: weightedQuantiles(accelerators, [0.5], { logWeights: negated(log.slice()), order })[0]!,
    reliable: enough && (smoothed.reliable || !fitted),
    pareto: fitted ? smoothed.k : enough ? 0 : 1,
  };
}

function negated(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] = -values[i]!;
  return values;
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
