import { expm1 } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { type Fault, SandtableError } from '../errors/fault.ts';
import type { Posterior, Quality } from '../installed/infer.ts';
import { type ByPreset, byPreset, type Preset } from '../installed/presets.ts';
import type { Grade } from '../sources/source.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed, paretoThreshold } from '../stats/pareto-smoothing.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { normalisedWeights } from '../stats/weights.ts';
import type { LikelihoodWord } from './assessment.ts';
import { weightsOf } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { itemsNamed } from './items-named.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';
import { holdsIn, testsOf } from './questions.ts';

/** What to imagine: items left out, another prior, sources more or less reliable. */
export interface WhatIf {
  drop?: readonly string[];
  prior?: Preset;
  /** Letter of the grade that every item of an origin would bear, by origin; of origins that a run did not hear, nothing. */
  letters?: Readonly<Record<string, Grade['reliability']>>;
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
 * Answers a what-if by reweighting loaded columns: w / L for each dropped item, w L' / L for one trusted otherwise, no new draw.
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
  const scales = scalesOf(change, plan);
  const prior = change.prior ?? plan.prior;
  const all = byPreset((preset) =>
    scales.length === 0 ? unchanged(posterior, preset) : reweighted(posterior, preset, scales),
  );
  const { weights, quality } = all[prior];
  const [low, median, high] = weightedQuantiles(hub.accelerators, [0.05, 0.5, 0.95], {
    weights,
  }) as unknown as [number, number, number];
  const allWeights = byPreset((preset) => all[preset].weights);
  return {
    questions: testsOf(plan).map((test) => {
      const { id } = test;
      const each = weightsOf(holdsIn(hub, test), allWeights);
      return { id, probability: each[prior], word: likelihoodWord(each[prior]), byPreset: each };
    }),
    accelerators: { median, low, high },
    quality,
  };
}

/**
 * The posterior without some items or with other letters of sources, under all three priors: the same draws, other
 * weights.
 *
 * @throws SandtableError ST-A003 with every item that the run did not use
 */
export function reconsidered(plan: Plan, posterior: Posterior, change: WhatIf): Posterior {
  const scales = scalesOf(change, plan);
  if (scales.length === 0) return posterior;
  const all = byPreset((preset) => reweighted(posterior, preset, scales));
  return {
    ...posterior,
    weights: byPreset((preset) => all[preset].weights),
    quality: byPreset((preset) => all[preset].quality),
  };
}

/** How many times as often an item's report would track the truth as it does in the run: never, where it is left out. */
interface Scale {
  item: number;
  by: number;
}

function scalesOf({ drop = [], letters = {} }: WhatIf, plan: Plan): Scale[] {
  const dropped = new Set(indicesOf(drop, plan));
  const { items, model } = plan.compiled;
  const heard = new Map(model.origins.map(({ id, reliability }) => [id, reliability.mean]));
  const mean = (letter: Grade['reliability']) => {
    const { alpha, beta } = plan.world.grades.letters[letter];
    return alpha / (alpha + beta);
  };
  return items.flatMap(({ origin, grade }, item) => {
    if (dropped.has(item)) return [{ item, by: 0 }];
    const letter = letters[origin];
    if (letter === undefined) return [];
    const by = mean(letter) / (heard.get(origin) ?? mean(grade.reliability));
    return by === 1 ? [] : [{ item, by }];
  });
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

/** Least likelihood ratio of an item that is trusted more than it was drawn with. */
const LEAST = 1e-9;

/**
 * A report with reliability r is 1 + r (p / q - 1) times as likely as its noise, so one `by` times as reliable is
 * 1 + by (L - 1): exact for a report on one site, near for a report on several.
 */
function reweighted({ columns }: Posterior, preset: Preset, scales: readonly Scale[]): Reweighted {
  const raw = columns.logWeight[preset].slice();
  for (const { item, by } of scales) {
    const likelihood = columns.logLikelihoodOf(item);
    for (let d = 0; d < raw.length; d++) {
      const l = likelihood[d]!;
      raw[d]! += (by === 0 ? 0 : log(Math.max(LEAST, 1 + by * expm1(l)))) - l;
    }
  }
  const { k, reliable, logWeights } = paretoSmoothed(raw);
  const weights = normalisedWeights(raw.length, { logWeights });
  const ess = effectiveSampleSize(raw.length, { weights });
  const state = reliable && ess >= LEAST_EFFECTIVE ? 'good' : 'poor';
  return { weights, quality: { ess, pareto: k, limit: paretoThreshold(raw.length), state } };
}
