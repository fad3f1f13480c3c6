import { forwardFlop } from '../models/flop.ts';
import { productFormat } from '../training/product-format.ts';
import { meanContext } from './load.ts';
import { type PlacedEngine, placeModel } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import type { ServingTask } from './ways.ts';
import { heldBytes, readWeightBytes, sequenceBytes } from './weights.ts';

/** Decoding with a batch: what is reached, and what memory and arithmetic alone would allow. */
export interface RooflinePoint {
  /** Sequences of each chip. */
  batch: number;
  /** Tokens a second of each chip. */
  rate: number;
  memory: number;
  compute: number;
}

/**
 * Tokens a second of a chip by its batch, and its two limits by data sheet: reading the weights visited and the caches once a step,
 * and the products of every token (the roofline of Williams et al. 2009).
 */
export function rooflineOf(task: ServingTask, placement: Placement): RooflinePoint[] {
  const engine = placeModel(task.model, { placement, machine: task.machine, constants: task.constants });
  const context = meanContext(task.load);
  const most = engine.maxBatch(context) / engine.chips;
  const points: RooflinePoint[] = [];
  for (let batch = Math.min(1, most); batch < most; batch *= 2) points.push(pointAt(task, engine, batch));
  if (most > 0) points.push(pointAt(task, engine, most));
  return points;
}

function pointAt(
  { model, machine, load, constants }: ServingTask,
  engine: PlacedEngine,
  batch: number,
): RooflinePoint {
  const context = meanContext(load);
  const { placement, chips } = engine;
  const read = readWeightBytes(model, placement, constants.limits, batch * chips * (1 + placement.guessed));
  const cache =
    heldBytes(sequenceBytes(model, placement), context) * batch * placement.tensor * placement.pipeline;
  const { matrices, head } = forwardFlop(model, 1);
  const { experts, weightsOnly } = placement.formats;
  const { peak } = productFormat(machine, experts, weightsOnly);
  return {
    batch,
    rate: batch / engine.decodeSeconds(batch * chips, context),
    memory: (batch * machine.bandwidth) / (read + cache),
    compute: peak / (matrices + head),
  };
}
