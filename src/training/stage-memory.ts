import type { Architecture, LayerRun } from '../models/architecture.ts';
import { layerParameters } from '../models/parameters.ts';
import { layerBytes } from './activations.ts';
import { type Plan, type Recompute, recomputes } from './plan.ts';

/** What lies on one chip of a stage, before anything is shared between copies. */
export interface StageLayers {
  /** Parameters outside routed experts, and of routed experts. */
  dense: number;
  experts: number;
  /** Bytes a token that all its layers keep, by recomputation. */
  kept: Readonly<Record<Recompute, number>>;
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

/** Parameters of the largest layer on a chip, and the bytes a token that the largest needs while it works. */
export function largestLayer(model: Architecture, plan: Plan): { parameters: number; working: number } {
  let parameters = 0;
  let working = 0;
  for (const run of model.layers) {
    const { dense, experts } = layerOf(model, run);
    parameters = Math.max(parameters, dense / plan.tensor + experts / (plan.expert * plan.expertTensor));
    working = Math.max(working, layerBytes(model, run, { ...plan, recompute: 'none' }));
  }
  return { parameters, working };
}

/** Parameters of the largest layer outside its routed experts, and those of one of them. */
export function largestProducts(model: Architecture, plan: Plan): number {
  let most = 0;
  for (const run of model.layers) {
    const { dense, experts } = layerOf(model, run);
    const one = run.feedForward?.kind === 'experts' ? experts / run.feedForward.experts : 0;
    most = Math.max(most, dense / plan.tensor + one / plan.expertTensor);
  }
  return most;
}

/** Bytes a token that one layer of each run keeps, by recomputation. */
export function keptOf(model: Architecture, plan: Plan): Record<Recompute, number>[] {
  return model.layers.map((run) => {
    const of = (recompute: Recompute) => layerBytes(model, run, { ...plan, recompute });
    return Object.fromEntries(recomputes.map((one) => [one, of(one)])) as Record<Recompute, number>;
  });
}

/** Sums over the layers that a stage holds. */
export function stageLayers(
  model: Architecture,
  plan: Plan,
  { from, count, kept }: { from: number; count: number; kept: readonly Record<Recompute, number>[] },
): StageLayers {
  const sum = { dense: 0, experts: 0, kept: { none: 0, selective: 0, half: 0, full: 0 } };
  let start = 0;
  for (const [i, run] of model.layers.entries()) {
    const here = Math.min(from + count, start + run.count) - Math.max(from, start);
    start += run.count;
    if (here <= 0) continue;
    const { dense, experts } = layerOf(model, run);
    sum.dense += (here * dense) / plan.tensor;
    sum.experts += (here * experts) / (plan.expert * plan.expertTensor);
    for (const one of recomputes) sum.kept[one] += here * kept[i]![one];
  }
  return sum;
}
