import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { paretoSmoothed, paretoThreshold } from '../stats/pareto-smoothing.ts';
import { normalisedWeights } from '../stats/weights.ts';
import { type Columns, joinColumns } from './columns.ts';
import { DRAWS_PER_BLOCK, drawBlocks } from './draw.ts';
import { type DrawnWorlds, drawnColumns, joinWorlds } from './drawn-columns.ts';
import { HubState } from './hub-state.ts';
import type { HubModel } from './model.ts';
import { findProposals, prepareHub } from './prepare.ts';
import { type ByPreset, byPreset } from './presets.ts';
import type { Proposal } from './proposal.ts';
import { type Rescue, rescued } from './rescue.ts';

/** The posterior of a hub under all three priors: columns, and for each prior its weights and how good they are. */
export interface Posterior {
  model: HubModel;
  columns: Columns;
  /** Smoothed weights that sum to 1. */
  weights: ByPreset<Float64Array>;
  quality: ByPreset<Quality>;
}

/** How far averages over weighted draws can be trusted. */
export interface Quality {
  /** Kish effective sample size. */
  ess: number;
  /** Shape of the tail of the weights. */
  pareto: number;
  /** Pareto k below which averages stand, for this number of draws. */
  limit: number;
  /** `rescued`: the weighted draws failed, tempering did not; `ess` is then that of its populations. */
  state: 'good' | 'rescued' | 'poor';
  /** How tempering went, where the weighted draws failed. */
  rescue?: Rescue;
}

/** Effective draws below which no answer is given as good. */
const LEAST_EFFECTIVE = 400;

/** A hub prepared for drawing: the same for the same model and seed, whoever prepares it. */
export interface Preparation {
  state: HubState;
  proposals: readonly Proposal[];
}

/** Evaluates the sites and finds proposals: the part of a run that comes before its draws. */
export function prepare(model: HubModel, seed: number, pilot = true): Preparation {
  const state = new HubState(prepareHub(model, seed));
  return { state, proposals: findProposals(state, pilot ? 2 : 0) };
}

/** Blocks that hold `draws` draws; the last one is drawn whole. */
export function blocksFor(draws: number): number {
  return Math.max(1, Math.ceil(draws / DRAWS_PER_BLOCK));
}

/** First block and one past the last of part `part` of `count`, from 0. */
export function blocksOfPart(blocks: number, part: number, count: number): { from: number; to: number } {
  return { from: Math.floor((blocks * part) / count), to: Math.floor((blocks * (part + 1)) / count) };
}

/** Draws a range of blocks, to be joined with others. */
export function drawWorlds(
  { state, proposals }: Preparation,
  blocks: { from: number; to: number; watch?: (share: number) => void },
): DrawnWorlds {
  return drawBlocks(state, proposals, blocks);
}

/** Columns of a range of blocks. */
export function drawPart(preparation: Preparation, blocks: { from: number; to: number }): Columns {
  return drawnColumns(preparation.state.hub, drawWorlds(preparation, blocks));
}

/** Weighs drawn columns and judges them. */
export function posteriorOf(model: HubModel, columns: Columns): Posterior {
  const judged = byPreset((preset) => weigh(columns.logWeight[preset]));
  const weights = byPreset((preset) => judged[preset].weights);
  const quality = byPreset((preset) => judged[preset].quality);
  return { model, columns, weights, quality };
}

/** Smooths the weights of one preset and judges them. */
function weigh(logWeights: Float64Array): { weights: Float64Array; quality: Quality } {
  const draws = logWeights.length;
  const limit = paretoThreshold(draws);
  if (logWeights.every((log) => log === -Infinity)) {
    const weights = new Float64Array(draws).fill(1 / draws);
    return { weights, quality: { ess: 0, pareto: Infinity, limit, state: 'poor' } };
  }
  const { k, reliable, logWeights: smoothed } = paretoSmoothed(logWeights);
  const weights = normalisedWeights(draws, { logWeights: smoothed });
  const ess = effectiveSampleSize(draws, { weights });
  const state = reliable && ess >= LEAST_EFFECTIVE ? 'good' : 'poor';
  return { weights, quality: { ess, pareto: k, limit, state } };
}

/**
 * The posterior from columns of parts, read from files; where they do not carry the answer, tempering is tried.
 *
 * @param parts in order of their draws, of the same model and seed
 */
export function posteriorFrom(model: HubModel, parts: readonly Columns[], seed: number): Posterior {
  const columns = parts.length === 1 ? parts[0]! : joinColumns(parts);
  return rescued(posteriorOf(model, columns), () => prepare(model, seed));
}

/**
 * The posterior from worlds drawn in parts, here or in other threads; where they do not carry the answer, tempering is
 * tried.
 *
 * @param parts in order of their draws, of the same model and seed
 */
export function posteriorOfWorlds(preparation: Preparation, parts: readonly DrawnWorlds[]): Posterior {
  const { hub } = preparation.state;
  const columns = drawnColumns(hub, joinWorlds(hub, parts));
  return rescued(posteriorOf(hub.model, columns), () => preparation);
}

/** Infers what is installed, in one process; without a pilot where there is no evidence to find. */
export function infer(model: HubModel, options: { seed: number; draws: number; pilot?: boolean }): Posterior {
  const { seed, draws, pilot } = options;
  const preparation = prepare(model, seed, pilot);
  const posterior = posteriorOf(model, drawPart(preparation, { from: 0, to: blocksFor(draws) }));
  return pilot === false ? posterior : rescued(posterior, () => preparation);
}
