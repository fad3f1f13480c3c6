import { type Fault, SandtableError } from '../errors/fault.ts';
import type { Posterior, Quality } from '../installed/infer.ts';
import { type ByPreset, byPreset, type Preset } from '../installed/presets.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed, paretoThreshold } from '../stats/pareto-smoothing.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { normalisedWeights } from '../stats/weights.ts';
import type { LikelihoodWord } from './assessment.ts';
import { drawsWhere, weightOf } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { itemsNamed } from './items-named.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';
import { testsOf } from './questions.ts';

/** What to imagine: items left out, another prior. */
export interface WhatIf {
  drop?: readonly string[];
  prior?: Preset;
}

/** The answer if it were so, from the same draws. */
export interface WhatIfAnswer {
  questions: readonly { id: string; probability: number; word: LikelihoodWord; byPreset: ByPreset<number> }[];
  accelerators: { median: number; low: number; high: number };
  /** How far these reweighted draws can be trusted; where `poor`, run the assessment again with the same options. */
  quality: Quality;
}

/** Effective draws below which a reweighted answer is not to be shown. */
const LEAST_EFFECTIVE = 200;

/**
 * Answers a what-if by reweighting loaded columns: w / L for each dropped item, no new draw.
 *
 * @param hub from `hubColumns`, kept between what-ifs
 * @throws SandtableError ST-A003 with every item that the run did not use
 */
export function whatIf(
  plan: Plan,
  loaded: { posterior: Posterior; hub: HubColumns },
  change: WhatIf,
): WhatIfAnswer {
  const { posterior, hub } = loaded;
  const dropped = indicesOf(change.drop ?? [], plan);
  const prior = change.prior ?? plan.prior;
  const weightsOf = (preset: Preset) => reweighted(posterior, preset, dropped);
  const all = byPreset((preset) => (dropped.length === 0 ? unchanged(posterior, preset) : weightsOf(preset)));
  const { weights, quality } = all[prior];
  const [low, median, high] = weightedQuantiles(hub.accelerators, [0.05, 0.5, 0.95], {
    weights,
  }) as unknown as [number, number, number];
  return {
    questions: answersOf(plan, hub).map(({ id, holds }) => {
      const each = byPreset((preset) => weightOf(holds, all[preset].weights));
      return { id, probability: each[prior], word: likelihoodWord(each[prior]), byPreset: each };
    }),
    accelerators: { median, low, high },
    quality,
  };
}

/** 1 for every draw in which a question is answered yes: the same in every what-if about one hub. */
type Answers = readonly { id: string; holds: Uint8Array }[];

const answered = new WeakMap<HubColumns, Answers>();

function answersOf(plan: Plan, hub: HubColumns): Answers {
  const known = answered.get(hub);
  if (known) return known;
  const answers = testsOf(plan).map((test) => ({
    id: test.id,
    holds: drawsWhere((d) => test.holds(hub, d), hub.accelerators.length),
  }));
  answered.set(hub, answers);
  return answers;
}

/**
 * The posterior without some items, under all three priors: the same draws, other weights.
 *
 * @throws SandtableError ST-A003 with every item that the run did not use
 */
export function withoutItems(plan: Plan, posterior: Posterior, drop: readonly string[]): Posterior {
  const dropped = indicesOf(drop, plan);
  if (dropped.length === 0) return posterior;
  const all = byPreset((preset) => reweighted(posterior, preset, dropped));
  return {
    ...posterior,
    weights: byPreset((preset) => all[preset].weights),
    quality: byPreset((preset) => all[preset].quality),
  };
}

function indicesOf(drop: readonly string[], { compiled }: Plan): number[] {
  const faults: Fault[] = [];
  const named = itemsNamed(drop, compiled.items, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  return compiled.items.flatMap(({ id }, index) => (named.has(id) ? [index] : []));
}

interface Reweighted {
  weights: Float64Array;
  quality: Quality;
}

function unchanged({ weights, quality }: Posterior, preset: Preset): Reweighted {
  return { weights: weights[preset], quality: quality[preset] };
}

function reweighted({ columns }: Posterior, preset: Preset, dropped: readonly number[]): Reweighted {
  const log = columns.logWeight[preset].slice();
  for (const index of dropped) {
    const likelihood = columns.logLikelihood[index]!;
    for (let d = 0; d < log.length; d++) log[d]! -= likelihood[d]!;
  }
  const { k, reliable, logWeights } = paretoSmoothed(log);
  const weights = normalisedWeights(log.length, { logWeights });
  const ess = effectiveSampleSize(log.length, { weights });
  const state = reliable && ess >= LEAST_EFFECTIVE ? 'good' : 'poor';
  return { weights, quality: { ess, pareto: k, limit: paretoThreshold(log.length), state } };
}
