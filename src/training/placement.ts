import type { parametersOf } from '../models/parameters.ts';
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

/**
 * Parameters at the end of a pipeline: the output layer, and a copy of the embedding table where that is tied to it on
 * another chip, or where modules for further tokens read it there.
 */
export function headOf(
  { head, embedding, further }: ReturnType<typeof parametersOf>,
  { pipeline }: Pick<Plan, 'pipeline'>,
): number {
  if (pipeline === 1) return head;
  return head > 0 && further.dense > 0 ? head + embedding : head || embedding;
}

/** Where the parameters of a model lie under a plan; stages are taken as equal. */
export function placementOf(counts: ReturnType<typeof parametersOf>, plan: Plan): Placement {
  const { tensor, pipeline, data, context, expert, expertTensor } = plan;
  const { further } = counts;
  return {
    dense: (counts.layers - counts.experts + further.dense) / (tensor * pipeline),
    experts: (counts.experts + further.experts) / (expert * expertTensor * pipeline),
    embedding: (counts.embedding + counts.rest) / tensor,
    head: headOf(counts, plan) / tensor,
    denseGroup: data * context,
    expertGroup: Math.max(1, (data * context * tensor) / (expert * expertTensor)),
  };
}

/** Parameters outside routed experts on the chip that holds most: with the ends of the pipeline, or both where it is one stage. */
export function densest({ dense, embedding, head }: Placement, { pipeline }: Pick<Plan, 'pipeline'>): number {
  return dense + (pipeline === 1 ? embedding + head : Math.max(embedding, head));
}

/** Parameters by what shares them. */
export interface Shared {
  dense: number;
  experts: number;
  denseGroup: number;
  expertGroup: number;
}

/**
 * Parameters whose states a chip of a sharing group holds and updates.
 *
 * @param size chips that share; all copies where 0
 */
export function sharedBy({ dense, experts, denseGroup, expertGroup }: Shared, size = 0): number {
  const group = size > 0 ? size : denseGroup;
  return dense / group + experts / Math.min(group, expertGroup);
}

/** Parameters whose states a chip holds and updates: all of its own, or its share. */
export function updatedBy(shared: Shared, { shard, shardGroup }: Pick<Plan, 'shard' | 'shardGroup'>): number {
  if (shard === 0) return shared.dense + shared.experts;
  return sharedBy(shared, shard === 3 ? shardGroup : 0);
}
