import { error, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { apartAt, apartUnder, bestApart, enginesOf } from './apart-load.ts';
import type { Limits } from './constants.ts';
import type { ServingKnowledge } from './knowledge.ts';
import { misfit } from './misfit.ts';
import { apartPoint, type FoundPlacements, type Point } from './search.ts';
import type { ServingQuestion } from './serve.ts';
import { at as steadyAt } from './steady.ts';
import { bestTogether } from './together-load.ts';
import { type Asked, type Traffic, type UnderLoad, underLoad } from './under-load.ts';
import type { ServingTask } from './ways.ts';
import type { Target } from './within.ts';

/** The point that is answered with, and what users see of it under a load; and the best of both ways. */
export interface Chosen {
  best: Point;
  /** Tokens that all chips write a second at the most, whatever is asked of them. */
  capacity: number;
  most?: UnderLoad;
  asked?: UnderLoad;
  together?: Point;
  apart?: Point;
}

/** One way to serve: its point at the most that keeps the target, and what users see there and at another rate. */
interface Way {
  point: Point;
  most: UnderLoad;
  /** The same under a load that was simulated. */
  at(load: UnderLoad): Point;
  under(rate: number): UnderLoad;
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
 * Without a target and a rate, the point at which all chips together write most; else the one that keeps the target at the highest
 * load, at that load or at the one asked about: of placements that read and write on the same chips and of those that do so on
 * different ones, the best of each by the closed form, and of these two the better one by simulation.
 *
 * @throws SandtableError ST-V003 where nothing fits, ST-V004 where no placement keeps the target, ST-V006 for traffic nobody knows
 */
export function chosenOf(question: ServingQuestion, { task, found, knowledge, watch }: Found): Chosen {
  const { front } = found;
  if (!found.most) throw new SandtableError(misfit(task));
  const { target, rate } = question;
  const traffic = trafficOf(question, knowledge);
  if (!target && rate === undefined) {
    const { most: best, mostTogether, mostApart } = found;
    const capacity = best.outputTokensPerSecond * Math.floor(task.chips / best.chips);
    return {
      best,
      capacity,
      ...(mostTogether && { together: mostTogether }),
      ...(mostApart && { apart: mostApart }),
    };
  }
  const asked = { task, target: targetOf(question, task.constants.limits), traffic, watch };
  const together = togetherWay(found, asked);
  const apart = apartWay(found, asked);
  const ways = [together, apart].filter((way) => way !== undefined);
  if (ways.length === 0) {
    throw new SandtableError(
      error('ST-V004', missed(front, target ?? {}), 'Allow more time, or choose faster chips.'),
    );
  }
  const way = ways.reduce((a, b) => (b.most.rate > a.most.rate ? b : a));
  const loaded = rate === undefined ? undefined : way.under(rate);
  // Beyond what keeps a target stands the most that does; where there is none, what was asked about.
  const told = loaded && (!target || loaded.rate < way.most.rate);
  return {
    best: told ? way.at(loaded) : way.point,
    capacity: told ? Math.max(way.most.written, loaded.written) : way.most.written,
    ...(target && { most: way.most }),
    ...(loaded && { asked: loaded }),
    ...(together && { together: together.point }),
    ...(apart && { apart: apart.point }),
  };
}

interface AskedOf {
  task: ServingTask;
  target: Target;
  traffic: Asked['traffic'];
  watch: Found['watch'];
}

/** The placement that keeps the target at the highest load of those that read and write on the same chips. */
function togetherWay(found: FoundPlacements, { task, watch, ...wanted }: AskedOf): Way | undefined {
  const { chips, load } = task;
  const best = bestTogether(found.tried, { ...wanted, chips, load }, watch);
  if (!best) return undefined;
  const { asked, most } = best;
  const at = (load: UnderLoad) => loadedPoint(asked, load);
  return { point: at(most), most, at, under: (rate) => underLoad(asked, rate) };
}

/** The same of those that read and write on different chips. */
function apartWay(found: FoundPlacements, { task, target, traffic }: AskedOf): Way | undefined {
  const { load } = task;
  const engines = found.tried.map(({ engine }) => engine);
  const best = bestApart(engines, task, { load, traffic, target });
  if (!best) return undefined;
  const { asked, apart, most } = best;
  return {
    point: apartPoint(apart, load),
    most,
    at: (at) => apartPoint(apartAt(asked, enginesOf(apart), at), load),
    under: (rate) => apartUnder(asked, apart, rate),
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

/** One of the engines under a load that was simulated: with the sequences that it decoded at once there. */
function loadedPoint({ engine, engines, load, hold }: Asked, { written, batch }: UnderLoad): Point {
  const { ttft, tpot } = steadyAt(engine, { ...load, hold }, batch);
  const { placement, chips } = engine;
  const outputTokensPerSecond = written / engines;
  return {
    outputTokensPerSecond,
    inputTokensPerSecond: (outputTokensPerSecond * load.inputTokens) / load.outputTokens,
    ...{ ttft, tpot, batch, placement, chips },
    perChip: outputTokensPerSecond / chips,
  };
}

function missed(front: readonly Point[], target: NonNullable<ServingQuestion['target']>): string {
  const least = (of: (point: Point) => number) => (1000 * Math.min(...front.map(of))).toPrecision(3);
  const parts = [
    ...(target.tpot === undefined ? [] : [`${least(({ tpot }) => tpot)} ms between tokens`]),
    ...(target.ttft === undefined ? [] : [`${least(({ ttft }) => ttft)} ms to the first token`]),
  ];
  return `No placement keeps the target; by itself a request waits at least ${parts.join(' and ')}.`;
}
