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
import { focusOf, questionIds } from './questions.ts';

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
  /** In every draw a bit for each question, from `answersOf`. */
  answers: Uint8Array;
  /** Probability of the headline. */
  headline: number;
  /** Equally weighted draws under the chosen prior. */
  thinned: Uint32Array;
}

/** The draws that items are judged by: all claimed worlds, which are rare, and the thinned draws. */
interface Sample {
  /** What each draw is, and the weight it has in sums: the claimed worlds, then the thinned others, else 0. */
  classes: Uint8Array;
  weights: Float64Array;
  answers: Uint8Array;
  /** Probability of each hypothesis, and of each set of answers. */
  withIt: Float64Array;
  answered: Float64Array;
  /** Where the thinned draws begin. */
  thinnedFrom: number;
  /** Log likelihood of each item over its noise. */
  logLikelihood: readonly Float64Array[];
  /** Named accelerators in the thinned draws, and the order that sorts them. */
  accelerators: Float64Array;
  order: Uint32Array;
}

function sampleOf({ plan, posterior, classes, answers, thinned, hub }: ItemContext): Sample {
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
  const sampled = {
    classes: valuesAt(classes, draws, new Uint8Array(draws.length)),
    answers: valuesAt(answers, draws, new Uint8Array(draws.length)),
    weights,
  };
  const sums = {
    classes: new Float64Array(hypotheses.length),
    answers: new Float64Array(1 << questionIds.length),
  };
  addWithout(sampled, new Float64Array(draws.length), sums);
  return {
    ...sampled,
    withIt: sums.classes,
    answered: sums.answers,
    thinnedFrom: claimed.length,
    logLikelihood: posterior.columns.at(draws).logLikelihood,
    accelerators,
    order: sortedOrder(accelerators),
  };
}

/**
 * What every item did to the headline and to the question that ranks them, first those that move that one most.
 *
 * @returns with the position of that question
 */
export function itemResults(context: ItemContext): { focus: number; evidence: ItemResult[] } {
  const sample = sampleOf(context);
  const results = context.plan.compiled.items.map((_, index) => itemResult(index, context, sample));
  const sums = questionIds.map((_, q) =>
    results.reduce((sum, { moved }) => sum + Math.abs(moved[q]!.with - moved[q]!.without), 0),
  );
  const focus = focusOf(context.headline, sums);
  const evidence = results.map(({ result, moved }): ItemResult => {
    const { with: yes, without } = moved[focus]!;
    return { ...result, moved: { factor: oddsFactor(yes, without), without } };
  });
  const size = ({ moved }: ItemResult) => Math.abs(Math.log(moved.factor));
  return { focus, evidence: evidence.sort((a, b) => size(b) - size(a)) };
}

/** One item's result, and the probability of every question with it and without. */
interface Moved {
  result: Omit<ItemResult, 'moved'>;
  moved: readonly { with: number; without: number }[];
}

/**
 * Leaves one item out by reweighting: w / L, L its likelihood over its noise in each draw.
 *
 * factor = odds(headline | all) / odds(headline | all but it); matrix_h = E[L | h, others] / E[L | others].
 */
function itemResult(index: number, context: ItemContext, sample: Sample): Moved {
  const { withIt, answered } = sample;
  const item = context.plan.compiled.items[index]!;
  const log = sample.logLikelihood[index]!;
  const without = new Float64Array(hypotheses.length);
  const answeredWithout = new Float64Array(answered.length);
  addWithout(sample, log, { classes: without, answers: answeredWithout });
  const total = without.reduce((sum, weight) => sum + weight, 0);
  const [yes, no] = [withIt[CLAIMED]!, without[CLAIMED]! / total];
  const result = {
    id: item.id,
    kind: item.kind,
    kindName: context.plan.world.kinds.get(item.kind)!.name,
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
    ...removal(log.subarray(sample.thinnedFrom), sample),
    matrix: Object.fromEntries(
      hypotheses.map((name, h) => [name, without[h]! > 0 ? (withIt[h]! / without[h]!) * total : 1]),
    ) as Record<Hypothesis, number>,
    diagnosticity: divergence(withIt, without, total),
  };
  const moved = questionIds.map((_, q) => ({
    with: sharedBy(answered, q),
    without: sharedBy(answeredWithout, q) / total,
  }));
  return { result, moved };
}

/** Weight of the draws whose answers have the bit of a question. */
function sharedBy(byAnswers: Float64Array, question: number): number {
  return byAnswers.reduce((sum, weight, bits) => (bits & (1 << question) ? sum + weight : sum), 0);
}

/** Adds weight / likelihood over noise to the sum of each draw's class, and of its answers. */
function addWithout(
  { classes, answers, weights }: Pick<Sample, 'classes' | 'answers' | 'weights'>,
  log: Float64Array,
  sums: { classes: Float64Array; answers: Float64Array },
): void {
  for (let i = 0; i < weights.length; i++) {
    const left = weights[i]! * Math.exp(-log[i]!);
    sums.classes[classes[i]!]! += left;
    sums.answers[answers[i]!]! += left;
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
