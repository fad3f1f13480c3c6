import type { Architecture } from '../models/architecture.ts';
import { parametersOf } from '../models/parameters.ts';
import { scaledMiddle } from '../stats/scaled-middle.ts';
import type { Group } from '../training/fleet.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { isUnseenFormat } from './beyond.ts';
import type { Open } from './candidates.ts';
import { cautionsOf, isBeyond, type ServingCaution } from './cautions.ts';
import { type Chosen, chosenOf } from './chosen.ts';
import type { EngineKind } from './constants.ts';
import { formatsFor, multiplierOf, usualPrecision, type WeightFormat } from './formats.ts';
import type { AnswerKnowledge } from './knowledge.ts';
import type { Load } from './load.ts';
import { meanContext } from './load.ts';
import { meanStep } from './mean-step.ts';
import { type Near, nearestRates } from './nearest-rates.ts';
import type { Percentiles } from './percentiles.ts';
import type { Apart } from './phases.ts';
import { placeModel, type WholeParts } from './placed-engine.ts';
import { usualEngine } from './record.ts';
import { type RooflinePoint, rooflineOf } from './roofline.ts';
import { type FoundPlacements, type Point, searchPlacements } from './search.ts';
import type { ServingCost } from './serving-cost.ts';
import { answerSpread, middleOf, type Spread } from './spread.ts';
import type { UnderLoad } from './under-load.ts';
import type { ServingTask } from './ways.ts';

/** What one asks: a model on chips of one kind, a load, and how long a reader may wait. */
export interface ServingQuestion {
  model: Architecture;
  group: Group;
  load: Load;
  /** Times that requests must keep, waiting among them [s]; none where left out. */
  target?: { ttft?: number; tpot?: number };
  /** Of how many requests: the 95th percentile where left out. */
  percentile?: keyof Percentiles;
  /** How requests come, a name of data/serving: as conversations where left out. */
  traffic?: string;
  /** Requests a second of all chips, to be asked about besides the most that keep the target. */
  rate?: number;
  precision?: WeightFormat;
  engine?: EngineKind;
  /** When the engine was made, as a year. */
  year?: number;
  /** Tokens guessed ahead in a step, and the share of them that is kept. */
  guessed?: number;
  accepted?: number;
}

/** A prediction with its middle 80 %. */
export interface Middle {
  value: number;
  low: number;
  high: number;
}

/** How chips serve a model. */
export interface ServingAnswer {
  model: { id: string; name: string; total: number; active: number };
  group: { chip: string; name: string; count: number };
  load: Load;
  target: { ttft?: number; tpot?: number };
  precision: WeightFormat;
  engine: EngineKind;
  /** The most requests that keep the target, where there is one; and what was asked about. */
  most?: UnderLoad;
  asked?: UnderLoad;
  /**
   * The best way to serve, reading and writing on the same chips or on different ones, and how many times the chips hold it: once
   * where both phases have chips of their own, all engines together.
   */
  best: Point;
  engines: number;
  used: number;
  /** Tokens that all chips write a second at the most, whatever is asked of them, as predicted. */
  capacity: number;
  /** Tokens written and read a second by all chips, and a day, with their middle 80 %: never more than is asked of them. */
  written: Middle;
  read: Middle;
  day: { written: Middle; read: Middle };
  /** Seconds of the mean step, by what takes them: all less `hidden` are the total. */
  parts: WholeParts;
  /** Bytes of a chip: weights, the cache in use, and what there is. */
  memory: { weights: number; cache: number; capacity: number };
  /** The best way on the same chips, and on different ones, where there is one that fits and keeps the target. */
  together?: Point;
  apart?: Apart;
  front: FoundPlacements['front'];
  counted: number;
  spread: Spread;
  nearest: readonly Near[];
  /** Published rates that the model was judged by. */
  published: number;
  /** Decoding by batch with the best placement, and its limits by data sheet. */
  roofline: readonly RooflinePoint[];
  cautions: readonly ServingCaution[];
  /** Money and energy of a million tokens, where a place was given; null for a machine of which neither is known. */
  cost?: ServingCost | null;
}

/**
 * Answers how chips serve a model: placement, batch, rate, where the time goes, and how sure that is.
 *
 * @param watch told the share of the placements that were tried under load, 0 to 1
 * @throws SandtableError ST-V003 where nothing fits, ST-V004 where no placement meets the target
 */
export function answerServing(
  question: ServingQuestion,
  knowledge: AnswerKnowledge,
  watch: (share: number) => void = () => {},
): ServingAnswer {
  const task = servingTask(question, knowledge);
  const { group, load, model, target = {} } = question;
  const found = searchPlacements(task);
  const chosen = chosenOf(question, { task, found, knowledge, watch });
  const { best, most, asked, together, apart, capacity } = chosen;
  const engine = placeModel(model, {
    placement: best.placement,
    machine: task.machine,
    constants: task.constants,
  });
  const engines = Math.floor(group.count / best.chips);
  const spread = answerSpread(
    {
      model,
      machine: group.machine,
      engine: task.open.engine,
      limited: question.target !== undefined,
      apart: best.apart !== undefined,
      unseenFormat: isUnseenFormat(task, knowledge),
    },
    knowledge.serving,
  );
  const precision = question.precision ?? usualPrecision(group.machine, model);
  const cautions = cautionsOf(
    { task, best, precision, year: question.year },
    { used: engines * best.chips, spread, knowledge },
  );
  const written = writtenOf(best.outputTokensPerSecond * engines, { ...chosen, load, sd: spread.sd });
  const read = scaledMiddle(written, load.inputTokens / load.outputTokens);
  const counts = parametersOf(model);
  return {
    model: { id: model.id, name: model.name, total: counts.total, active: counts.active },
    group: { chip: group.machine.id, name: group.machine.name, count: group.count },
    load,
    // Without a time to the first token any queue would do.
    target: most ? { ttft: task.constants.limits.patience, ...target } : target,
    precision,
    engine: task.open.engine,
    ...(most && { most }),
    ...(asked && { asked }),
    best,
    engines,
    used: engines * best.chips,
    capacity,
    written,
    read,
    day: { written: scaledMiddle(written, secondsOfDay), read: scaledMiddle(read, secondsOfDay) },
    parts: meanStep(engine, best.apart ? { ...load, prefixHit: 1 } : load, best.batch),
    memory: {
      weights: engine.weights,
      cache: engine.room * Math.min(1, best.batch / Math.max(1, engine.maxBatch(meanContext(load)))),
      capacity: group.machine.memory,
    },
    ...(together && { together }),
    ...(apart?.apart && { apart: apart.apart }),
    front: found.front,
    counted: found.counted,
    spread: { ...spread, extrapolated: cautions.some(isBeyond) },
    nearest: nearestRates(task, knowledge),
    published: knowledge.rows.length,
    roofline: rooflineOf(task, best.placement),
    cautions,
  };
}

/** The task that a question sets, with its defaults. */
export function servingTask(
  { model, group, load, ...wish }: ServingQuestion,
  { serving }: Pick<AnswerKnowledge, 'serving'>,
): ServingTask {
  const guessed = wish.guessed ?? 0;
  const engine = wish.engine ?? usualEngine(model, group.machine, serving.record);
  const { machine, precision } = multiplierOf(
    group.machine,
    wish.precision ?? usualPrecision(group.machine, model),
  );
  const open: Open = {
    formats: formatsFor(model, precision),
    overlap: false,
    balance: 'balanced',
    guessed,
    accepted: guessed > 0 ? (wish.accepted ?? serving.constants.limits.accepted) : 0,
    engine,
    // No progress is counted beyond what was published of an engine.
    year: Math.min(wish.year ?? Number.POSITIVE_INFINITY, serving.record.years[engine]),
  };
  return { model, machine, chips: group.count, load, open, constants: serving.constants };
}

/** What is written a second, with its middle 80 %: as much as the chips can, and no more than is asked of them. */
function writtenOf(
  value: number,
  { sd, ...asked }: Pick<Chosen, 'capacity' | 'most' | 'asked'> & { load: Load; sd: number },
): Middle {
  const limit = askedFor(asked);
  const { low, high } = middleOf(asked.capacity, sd);
  return { value, low: Math.min(limit, low), high: Math.min(limit, high) };
}

/** Tokens a second that an answer is asked to write where it could write more; no limit where it tells the most. */
export function askedFor({ most, asked, load }: Pick<Chosen, 'most' | 'asked'> & { load: Load }): number {
  const less = asked && (!most || asked.rate < most.rate);
  return less ? asked.rate * load.outputTokens : Number.POSITIVE_INFINITY;
}
