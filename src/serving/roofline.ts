import type { Architecture } from '../models/architecture.ts';
import { decodeFlop } from '../models/flop.ts';
import { formatOf, type Machine, type Precision } from '../training/machine.ts';
import { productFormat } from '../training/product-format.ts';
import { meanContext } from './load.ts';
import { keptTokens, type PlacedEngine, placeModel } from './placed-engine.ts';
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
 * and the arithmetic of every token, each part at the peak of the format it runs in (the roofline of Williams et al. 2009).
 *
 * Where tokens are guessed ahead, a step computes all of them and writes those that are kept.
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
  const kept = keptTokens(placement);
  return {
    batch,
    rate: batch / engine.decodeSeconds(batch * chips, context),
    memory: (kept * batch * machine.bandwidth) / (read + cache),
    compute: kept / (1 + placement.guessed) / arithmeticSeconds({ model, machine, context }, placement),
  };
}

/**
 * Seconds of the arithmetic of one decoded token on one chip at its peaks by data sheet.
 *
 * Attention runs in the format of its core; where an indexer picks its tokens, in sixteen bits (FlashMLA's notes on sparse attention).
 */
export function arithmeticSeconds(
  { model, machine, context }: { model: Architecture; machine: Machine; context: number },
  { formats }: Pick<Placement, 'formats'>,
): number {
  const { mixers, dense, experts, attention, picking, head } = decodeFlop(model, context);
  const product = (format: Precision) => productFormat(machine, format, formats.weightsOnly).peak;
  const core = formatOf(machine, formats.core).peak;
  return (
    mixers / product(formats.mixer) +
    dense / product(formats.dense) +
    experts / product(formats.experts) +
    attention / (picking > 0 ? machine.peak.bf16 : core) +
    picking / core +
    head / machine.peak.bf16
  );
}
