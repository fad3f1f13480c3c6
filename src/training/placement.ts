import type { Architecture } from '../models/architecture.ts';
import { parametersOf } from '../models/parameters.ts';
import type { Plan } from './plan.ts';

/** Parameters that lie on one chip, and who shares them. */
export interface Placement {
  /** Of layers outside routed experts, of one stage. */
  dense: number;
  /** Of routed experts, of one stage. */
  experts: number;
  /** Of the embedding table and the output layer, on the stages that hold them. */
  embedding: number;
  head: number;
  /** Chips that hold copies of the dense parameters, and of the experts. */
  denseGroup: number;
  expertGroup: number;
}

/** Where the parameters of a model lie under a plan; stages are taken as equal. */
export function placementOf(counts: ReturnType<typeof parametersOf>, plan: Plan): Placement {
  const { tensor, pipeline, data, context, expert, expertTensor } = plan;
  return {
    dense: (counts.layers - counts.experts) / (tensor * pipeline),
    experts: counts.experts / (expert * expertTensor * pipeline),
    embedding: (counts.embedding + counts.rest) / tensor,
    head: (counts.head || (pipeline > 1 ? counts.embedding : 0)) / tensor,
    denseGroup: data * context,
    expertGroup: Math.max(1, (data * context * tensor) / (expert * expertTensor)),
  };
}

/** Counts of a model for `placementOf`, made once. */
export function countsOf(model: Architecture): ReturnType<typeof parametersOf> {
  return parametersOf(model);
}
