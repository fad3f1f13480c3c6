import type { Machine } from '../training/machine.ts';
import { candidates } from './candidates.ts';
import type { ServingConstants } from './constants.ts';
import { meanContext } from './load.ts';
import { type PlacedEngine, placeModel } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import type { PublishedServing } from './published.ts';
import { largestBatch, limitedThroughput } from './service.ts';
import { promptContext, type Steady, steadyThroughput } from './steady.ts';
import { wholeRun } from './whole-run.ts';

/** What the model says of a published rate. */
export interface Prediction {
  /** Tokens a second a chip. */
  rate: number;
  placement: Placement;
}

/**
 * Predicts a published rate.
 *
 * Where the placement was not published, the best one is taken: the people who published it had tuned it.
 *
 * @returns undefined where the chip is not known or nothing fits
 */
export function predictRow(
  row: PublishedServing,
  {
    machines,
    constants,
    placement,
  }: {
    machines: ReadonlyMap<string, Machine>;
    constants: ServingConstants;
    placement?: Placement | undefined;
  },
): Prediction | undefined {
  const machine = machines.get(row.chip);
  if (!machine) return undefined;
  const { model, chips, open } = row;
  const ways = placement
    ? [placement]
    : row.placement
      ? turns(row.placement)
      : candidates(model, { machine, chips: Math.min(chips, 8), open });
  let best: Prediction | undefined;
  for (const way of ways) {
    const engine = placeModel(model, { placement: way, machine, constants });
    const rate = rateOf(row, engine, constants);
    if (rate > (best?.rate ?? 0)) best = { rate, placement: way };
  }
  return best;
}

/** An engine whose batches can take turns lets them where that is faster. */
function turns(placement: Placement): Placement[] {
  return placement.overlap ? [placement, { ...placement, overlap: false }] : [placement];
}

function rateOf(row: PublishedServing, engine: PlacedEngine, constants: ServingConstants): number {
  const { load, measured, limits, chips } = row;
  switch (measured) {
    case 'prefill':
      return readingRate(row, engine, constants);
    case 'decode':
      return writingRate(row, engine);
    case 'service': {
      const engines = Math.max(1, chips / engine.chips);
      const made = limitedThroughput(engine, load, { limit: limits!, engines, constants });
      return made.outputTokensPerSecond / engine.chips;
    }
    case 'offline':
      return madeOf(engine, load).outputTokensPerSecond / engine.chips;
  }
}

function madeOf(engine: PlacedEngine, load: PublishedServing['load']): Steady {
  return load.run ? wholeRun(engine, load, load.run) : steadyThroughput(engine, load);
}

/**
 * Prompts alone: full steps of the tokens that were published, or of as many as a step holds. Tokens found in the cache are
 * counted as read, as those who publish them do; the mean of a service in production is below what it could read, as it must answer in
 * busy minutes, too. What it writes is not: its time between tokens was measured at the batch that it had.
 */
function readingRate(
  { load, batch, production }: PublishedServing,
  engine: PlacedEngine,
  { limits }: ServingConstants,
): number {
  const each = batch ?? Math.max(limits.stepTokens / 2, load.inputTokens);
  const tokens = batch === undefined ? each * engine.placement.data : batch * engine.chips;
  const computed = tokens / engine.prefillSeconds(tokens, promptContext(load)) / engine.chips;
  return ((production ? limits.productionUse : 1) * computed) / (1 - (load.prefixHit ?? 0));
}

/** Answers alone: the batch that was published, or the largest that fits and meets the time between tokens. */
function writingRate({ load, batch, tpot }: PublishedServing, engine: PlacedEngine): number {
  const context = load.outputTokens > 0 ? meanContext(load) : load.inputTokens;
  const most = Math.max(1, engine.maxBatch(load.inputTokens + load.outputTokens * engine.reserved));
  const size =
    batch === undefined
      ? largestBatch((one) => engine.decodeSeconds(one, context), {
          most,
          within: tpot ?? Number.POSITIVE_INFINITY,
        })
      : batch * engine.chips;
  return size / engine.decodeSeconds(size, context) / engine.chips;
}
