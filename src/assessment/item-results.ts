import type { Evidence } from '../dossier/dossier.ts';
import { log, log2 } from '../elementary/logarithm.ts';
import { bytesAt, type Details } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed } from '../stats/pareto-smoothing.ts';
import { sortedOrder } from '../stats/sorted-order.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { sum } from '../stats/weights.ts';
import { type Hypothesis, hypotheses, type ItemResult, type WeakSource } from './assessment.ts';
import { columnAt, thinnedDraws, weightOf } from './draws.ts';
import { type HubColumns, hubColumns } from './hub-columns.ts';
import { classify } from './hypotheses.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';
import { answersOf, focusOf, holdsIn, type QuestionId, questionIds, testsOf } from './questions.ts';
import { Removal, type Without } from './removal.ts';

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

/**
 * What leaving out one item is computed from.
 *
 * @param known the hub's columns and the thinned draws, where they were read before
 */
export function itemContext(
  plan: Plan,
  posterior: Posterior,
  known?: Pick<ItemContext, 'hub' | 'thinned'>,
): ItemContext {
  const hub = known?.hub ?? hubColumns(plan, posterior.columns);
  const { claimedFleet: fleet, sites } = plan.compiled.model;
  const tests = testsOf(plan);
  return {
    plan,
    posterior,
    hub,
    classes: classify(hub, { fleet, compute: fleet * sites[0]!.namedPeak }),
    answers: answersOf(tests, hub),
    headline: weightOf(holdsIn(hub, tests[0]!), posterior.weights[plan.prior]),
    thinned: known?.thinned ?? thinnedDraws(posterior)[plan.prior],
  };
}

/** The draws that items are judged by: all claimed worlds, which are rare, and the thinned draws. */
interface Sample {
  removal: Removal;
  /** Probability of each hypothesis, and of each set of answers. */
  withIt: Without;
  /** Where the thinned draws begin. */
  thinnedFrom: number;
  /** Where the log likelihoods of items over their noise are read. */
  details: Details;
  /** Named accelerators in the thinned draws, and the order that sorts them. */
  accelerators: Float64Array;
  order: Uint32Array;
}

function sampleOf({ plan, posterior, classes, answers, thinned, hub }: ItemContext): Sample {
  const claimed = claimedWorlds(classes, posterior.weights[plan.prior]);
  const draws = new Uint32Array(claimed.length + thinned.length);
  draws.set(claimed);
  draws.set(thinned, claimed.length);
  const accelerators = columnAt(hub.accelerators, thinned);
  const sampled = bytesAt(classes, draws);
  const judged = {
    classes: sampled,
    answers: bytesAt(answers, draws),
    weights: weightsOf(columnAt(posterior.weights[plan.prior], claimed), sampled),
  };
  const removal = new Removal(judged, { classes: hypotheses.length, answers: 1 << questionIds.length });
  return {
    removal,
    withIt: removal.without(new Float64Array(draws.length)),
    thinnedFrom: claimed.length,
    details: posterior.columns.at(draws),
    accelerators,
    order: sortedOrder(accelerators),
  };
}

/** The draws of the claimed worlds. */
function claimedWorlds(classes: Uint8Array, weights: Float64Array): Uint32Array {
  const found = new Uint32Array(classes.length);
  let count = 0;
  for (let d = 0; d < classes.length; d++) {
    if (classes[d] === CLAIMED && weights[d]! > 0) found[count++] = d;
  }
  return found.subarray(0, count);
}

/** Weights of the claimed worlds as they are; then 0 where a thinned draw is of them, and an equal share of the rest. */
function weightsOf(claimed: Float64Array, classes: Uint8Array): Float64Array {
  const weights = new Float64Array(classes.length);
  weights.set(claimed);
  let others = 0;
  for (let i = claimed.length; i < classes.length; i++) if (classes[i] !== CLAIMED) others++;
  const each = others > 0 ? Math.max(0, 1 - sum(claimed)) / others : 0;
  for (let i = claimed.length; i < classes.length; i++) if (classes[i] !== CLAIMED) weights[i] = each;
  return weights;
}

/**
 * What every item did to the headline and to the question that ranks them, first those that move that one most.
 *
 * @param by the question to rank by; left out, that of `focusOf`
 * @returns with the position of that question
 */
export function itemResults(
  context: ItemContext,
  by?: QuestionId,
): { focus: number; evidence: ItemResult[] } {
  const sample = sampleOf(context);
  const results: Moved[] = [];
  sample.details.eachLogLikelihood((column, index) => {
    results.push(itemResult(context.plan.compiled.items[index]!, column, sample));
  });
  const sums = questionIds.map((_, q) =>
    results.reduce((sum, { moved }) => sum + Math.abs(moved[q]!.with - moved[q]!.without), 0),
  );
  const focus = by ? questionIds.indexOf(by) : focusOf(context.headline, sums);
  const evidence = results.map(({ result, moved }): ItemResult => {
    const { with: yes, without } = moved[focus]!;
    const kindName = context.plan.world.kinds.get(result.kind)!.name;
    return { ...result, kindName, moved: { factor: oddsFactor(yes, without), without } };
  });
  const size = ({ moved }: ItemResult) => Math.abs(log(moved.factor));
  return { focus, evidence: evidence.sort((a, b) => size(b) - size(a)) };
}

/** One item's result, and the probability of every question with it and without. */
interface Moved {
  result: Omit<ItemResult, 'kindName' | 'moved'>;
  moved: readonly { with: number; without: number }[];
}

/**
 * Leaves one item out by reweighting: w / L, L its likelihood over its noise in each draw.
 *
 * factor = odds(headline | all) / odds(headline | all but it); matrix_h = E[L | h, others] / E[L | others].
 */
function itemResult(item: Evidence, column: Float64Array, sample: Sample): Moved {
  const { classes: withIt, answers: answered } = sample.withIt;
  const { ratios, classes: without, answers: answeredWithout } = sample.removal.without(column);
  const total = sum(without);
  const [yes, no] = [withIt[CLAIMED]!, without[CLAIMED]! / total];
  const result = {
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
    ...removed(column, ratios, sample),
    matrix: Object.fromEntries(
      hypotheses.map((name, h) => [name, without[h]! > 0 ? (withIt[h]! / without[h]!) * total : null]),
    ) as Record<Hypothesis, number | null>,
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
function removed(
  column: Float64Array,
  ratios: Float64Array,
  { accelerators, order, thinnedFrom }: Sample,
): Pick<ItemResult, 'medianWithout' | 'reliable' | 'pareto'> {
  const few = fewWithout(column, thinnedFrom);
  const smoothed = paretoSmoothed(few);
  const { logWeights } = smoothed;
  const enough = effectiveSampleSize(few.length, { logWeights }) > LEAST_LEFT * few.length;
  const fitted = smoothed.state === 'fitted';
  const weights = ratios.subarray(thinnedFrom);
  return {
    medianWithout: weightedQuantiles(accelerators, [0.5], { weights, order })[0]!,
    reliable: enough && (smoothed.reliable || !fitted),
    pareto: fitted ? smoothed.k : enough ? 0 : 1,
  };
}

/** Log weights of every fourth of the thinned draws without an item. */
function fewWithout(column: Float64Array, thinnedFrom: number): Float64Array {
  const few = new Float64Array(Math.ceil((column.length - thinnedFrom) / 4));
  for (let i = 0; i < few.length; i++) few[i] = -column[thinnedFrom + 4 * i]!;
  return few;
}

/** Kullback-Leibler divergence of the hypotheses with the item from those without it [bits]. */
function divergence(withIt: Float64Array, without: Float64Array, totalWithout: number): number {
  let bits = 0;
  for (let h = 0; h < withIt.length; h++) {
    if (withIt[h]! > 0 && without[h]! > 0)
      bits += withIt[h]! * log2((withIt[h]! / without[h]!) * totalWithout);
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
