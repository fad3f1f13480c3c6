import type { Architecture, LayerRun } from '../models/architecture.ts';
import { furtherLayers } from '../models/further.ts';
import { layerParameters } from '../models/parameters.ts';
import { layerBytes } from './activations.ts';
import type { Plan, Recompute } from './plan.ts';

/** What lies on one chip of a stage, before anything is shared between copies. */
export interface StageLayers {
  /** Parameters outside routed experts, and of routed experts. */
  dense: number;
  experts: number;
  /** Bytes a token that all its layers keep, by recomputation. */
  kept: Readonly<Record<Recompute, number>>;
}

const trained = new WeakMap<Architecture, readonly LayerRun[]>();

/** Layers that lie on stages: those of the model, and after them those of modules for further tokens. */
export function trainedLayers(model: Architecture): readonly LayerRun[] {
  const found = trained.get(model);
  if (found) return found;
  const made = [...model.layers, ...furtherLayers(model)];
  trained.set(model, made);
  return made;
}

/** Layers of each stage that is asked for: middle stages take what does not divide, since the ends hold embeddings. */
export function layersOfStage(
  layers: number,
  stages: number,
  stage: number,
): { from: number; count: number } {
  const least = Math.floor(layers / stages);
  const more = layers % stages;
  const offset = Math.max(0, Math.min(1, stages - 1 - more));
  const has = (one: number) => one >= offset && one < offset + more;
  const before = Math.max(0, Math.min(stage - offset, more));
  return { from: stage * least + before, count: least + (has(stage) ? 1 : 0) };
}

interface Layer {
  dense: number;
  experts: number;
}

const known = new WeakMap<LayerRun, Layer>();

function layerOf(model: Architecture, run: LayerRun): Layer {
  const found = known.get(run);
  if (found) return found;
  const { total, experts } = layerParameters(model, run);
  const made = { dense: total - experts, experts };
  known.set(run, made);
  return made;
}

/** What the layers of a model weigh and keep under the degrees that split them; the same for all stages and batches. */
export interface LayerWeights {
  /** Parameters of a layer of each run on a chip, outside routed experts and in them. */
  dense: readonly number[];
  experts: readonly number[];
  /** Bytes a token that a layer of each run keeps, by recomputation. */
  kept: readonly Readonly<Record<Recompute, number>>[];
  /** Parameters of the largest layer, and of its products outside experts with one expert. */
  largest: number;
  products: number;
  /** Bytes a token that the largest layer needs while it works. */
  working: number;
}

/** The weights of the layers of a model under the degrees of a plan. */
export function layerWeights(model: Architecture, plan: Plan): LayerWeights {
  const { tensor, expert, expertTensor } = plan;
  const runs = trainedLayers(model);
  const whole = runs.map((run) => layerOf(model, run));
  const dense = whole.map((one) => one.dense / tensor);
  const experts = whole.map((one) => one.experts / (expert * expertTensor));
  const one = runs.map((run, i) =>
    run.feedForward?.kind === 'experts' ? whole[i]!.experts / (run.feedForward.experts * expertTensor) : 0,
  );
  const kept = runs.map((run) => {
    const of = (recompute: Recompute) => layerBytes(model, run, { ...plan, recompute });
    return { none: of('none'), selective: of('selective'), half: of('half'), full: of('full') };
  });
  return {
    dense,
    experts,
    kept,
    largest: Math.max(...dense.map((bytes, i) => bytes + experts[i]!)),
    products: Math.max(...dense.map((bytes, i) => bytes + one[i]!)),
    working: Math.max(...kept.map(({ none }) => none)),
  };
}

/** The stages of which one is the fullest: the first two, the first that holds only the heaviest kind of layers, the last. */
export function likelyFullest(model: Architecture, weights: LayerWeights, stages: number): number[] {
  const last = stages - 1;
  if (last <= 2) return last === 0 ? [0] : last === 1 ? [0, 1] : [0, 1, 2];
  let [start, heaviest, layers] = [0, 0, 0];
  const runs = trainedLayers(model);
  for (let i = 0; i < runs.length; i++) {
    const weight = weights.dense[i]! + weights.experts[i]!;
    if (weight > heaviest) [heaviest, start] = [weight, layers];
    layers += runs[i]!.count;
  }
  let heavy = Math.min(last, Math.floor(start / Math.ceil(layers / stages)));
  while (heavy < last && layersOfStage(layers, stages, heavy).from < start) heavy++;
  return heavy > 1 && heavy < last ? [0, 1, heavy, last] : [0, 1, last];
}

/** Sums over the layers that a stage holds. */
export function stageLayers(
  model: Architecture,
  weights: LayerWeights,
  { from, count }: { from: number; count: number },
): StageLayers {
  const kept = { none: 0, selective: 0, half: 0, full: 0 };
  let [dense, experts, start] = [0, 0, 0];
  const runs = trainedLayers(model);
  for (let i = 0; i < runs.length; i++) {
    const end = start + runs[i]!.count;
    const here = Math.min(from + count, end) - Math.max(from, start);
    start = end;
    if (here <= 0) continue;
    dense += here * weights.dense[i]!;
    experts += here * weights.experts[i]!;
    const each = weights.kept[i]!;
    kept.none += here * each.none;
    kept.selective += here * each.selective;
    kept.half += here * each.half;
    kept.full += here * each.full;
  }
  return { dense, experts, kept };
}
