import { error, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Limits } from './constants.ts';
import type { ServingKnowledge } from './knowledge.ts';
import { placeModel } from './placed-engine.ts';
import { type FoundPlacements, type Point, type ServingTask, waysOf } from './search.ts';
import type { ServingQuestion } from './serve.ts';
import { mostSequences, steadyThroughput } from './steady.ts';
import {
  type Asked,
  largestLoad,
  roughlyLargest,
  type Traffic,
  type UnderLoad,
  underLoad,
} from './under-load.ts';
import type { Target } from './within.ts';

/** The point that is answered with, and what users see of it under a load. */
export interface Chosen {
  best: Point;
  most?: UnderLoad;
  asked?: UnderLoad;
}

/** A task with what a search found for it. */
export interface Found {
  task: ServingTask;
  found: FoundPlacements;
  knowledge: Pick<ServingKnowledge, 'serving'>;
  /** Told the share of the placements that were tried, 0 to 1. */
  watch?(share: number): void;
}

/**
 * Without a target and a rate, the point at which all chips together write most; else the placement that keeps the target at the highest load,
 * at that load or at the one asked about.
 *
 * @throws SandtableError ST-V003 where nothing fits, ST-V004 where no placement keeps the target, ST-V006 for traffic nobody knows
 */
export function chosenOf(question: ServingQuestion, { task, found, knowledge, watch }: Found): Chosen {
  const { front } = found;
  if (!found.most) {
    const what = `${task.model.name} does not fit ${task.chips} x ${task.machine.name} in any placement.`;
    throw new SandtableError(error('ST-V003', what, moreRoom(task)));
  }
  const { target, rate } = question;
  const traffic = trafficOf(question, knowledge);
  if (!target && rate === undefined) return { best: found.most };
  const rated = [...new Map(front.map((point) => [point.placement, point])).values()]
    .map((point) => askedOf(question, { task, point, traffic }))
    .map((asked, i, { length }) => {
      const rate = roughlyLargest(asked);
      watch?.((i + 1) / length);
      return { asked, rate };
    });
  const chosen = rated.reduce((a, b) => (b.rate > a.rate ? b : a));
  const most = chosen.rate > 0 ? largestLoad(chosen.asked) : undefined;
  if (!most) {
    throw new SandtableError(
      error('ST-V004', missed(front, target ?? {}), 'Allow more time, or choose faster chips.'),
    );
  }
  const best = loadedPoint(chosen.asked, Math.min(most.rate, rate ?? Number.POSITIVE_INFINITY));
  return {
    best,
    ...(target && { most }),
    ...(rate !== undefined && { asked: underLoad(chosen.asked, rate) }),
  };
}

function askedOf(
  question: ServingQuestion,
  { task, point, traffic }: { task: ServingTask; point: Point; traffic: Asked['traffic'] },
): Asked {
  const { model, machine, constants, load } = task;
  return {
    engine: placeModel(model, { placement: point.placement, machine, constants }),
    engines: Math.floor(task.chips / point.chips),
    load,
    traffic,
    target: targetOf(question, constants.limits),
  };
}

/** The target of a question: patience where no time to the first token is asked for, and any time between tokens. */
export function targetOf(
  { target, percentile = 'p95' }: ServingQuestion,
  { patience }: Pick<Limits, 'patience'>,
): Target {
  return { ttft: patience, tpot: Number.POSITIVE_INFINITY, ...target, percentile };
}

/** The traffic of a question: as conversations come where it names none. */
export function trafficOf(
  { traffic = 'conversation' }: ServingQuestion,
  { serving }: Pick<ServingKnowledge, 'serving'>,
): Traffic & { id: string } {
  const known = serving.traffic[traffic];
  if (known) return { ...known, id: traffic };
  const names = Object.keys(serving.traffic);
  const what = `\`${traffic.slice(0, 60)}\` is no kind of traffic.`;
  throw new SandtableError(
    error('ST-V006', what, didYouMean(traffic, names) || `Write one of ${names.join(', ')}.`),
  );
}

/** An engine that is asked for its share of a rate. */
function loadedPoint({ engine, engines, load }: Asked, rate: number): Point {
  const steady = steadyThroughput(engine, { ...load, arrivalRate: rate / engines });
  const { placement, chips } = engine;
  return { ...steady, placement, chips, perChip: steady.outputTokensPerSecond / chips };
}

/** Chips with which every placement is tried that more chips could bring. */
const manyChips = 1024;

/** What helps a model that does not fit: chips where any number of them would hold it, and narrower weights where there are any. */
function moreRoom(task: ServingTask): string {
  const { model, machine, constants, load } = task;
  const more = waysOf({ ...task, chips: manyChips }).some(
    (placement) => mostSequences(placeModel(model, { placement, machine, constants }), load) >= 1,
  );
  const narrower = { bf16: 'fp8', fp8: 'fp4', fp4: undefined }[task.open.formats.experts];
  const help = [
    more
      ? 'Add chips'
      : 'No number of these chips holds it as models are placed here: choose chips with more memory',
    ...(more && narrower === undefined ? ['choose chips with more memory'] : []),
    ...(narrower === undefined ? [] : [`ask for narrower weights: \`--precision ${narrower}\``]),
  ];
  return `${help.join(', or ')}.`;
}

function missed(front: readonly Point[], target: NonNullable<ServingQuestion['target']>): string {
  const least = (of: (point: Point) => number) => (1000 * Math.min(...front.map(of))).toPrecision(3);
  const parts = [
    ...(target.tpot === undefined ? [] : [`${least(({ tpot }) => tpot)} ms between tokens`]),
    ...(target.ttft === undefined ? [] : [`${least(({ ttft }) => ttft)} ms to the first token`]),
  ];
  return `No placement keeps the target; by itself a request waits at least ${parts.join(' and ')}.`;
}
