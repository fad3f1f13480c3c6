import {
  type AskedOfAll,
  type EngineSimulation,
  type Read,
  simulationsOf,
  type Written,
} from './apart-simulation.ts';
import { type Highest, rateAt, stepUpTo } from './highest.ts';
import { type Load, meanContext, ownTokens } from './load.ts';
import { type Apart, apartOf, type Reading } from './phases.ts';
import { mostEven, type Reader, readersWithin } from './phases-within.ts';
import type { PlacedEngine } from './placed-engine.ts';
import { mostSequences, promptContext, steadyThroughput } from './steady.ts';
import { told, type UnderLoad } from './under-load.ts';
import type { ServingTask } from './ways.ts';

/** Engines that read and engines that write. */
export interface Split {
  reader: Reader;
  writer: PlacedEngine;
}

/** What is asked of a split. */
export interface AskedApart extends AskedOfAll {
  split: Split;
}

/** A split that keeps the target at the highest rate, and what users see there. */
export interface BestApart {
  asked: AskedApart;
  apart: Apart;
  most: UnderLoad;
}

/** A split with the simulations of one of its engines each. */
interface Pair extends Split {
  reads: EngineSimulation<Read>;
  writes: EngineSimulation<Written>;
}

interface Numbers {
  readers: number;
  writers: number;
}

/** Numbers of engines of a pair that keep the target at a rate of requests of all of them [1/s]. */
interface Found extends Numbers {
  pair: Pair;
  rate: number;
}

/**
 * The engines that read and those that write which keep the target at the highest rate together, by simulation of every pair that could.
 *
 * Readers and writers keep it each by themselves: what one of them does is simulated once for all pairs, and first at the lowest rate at
 * which a pair would be better than the best so far.
 *
 * @param engines placements to choose from
 * @returns undefined where no split of the chips keeps the target
 */
export function bestApart(
  engines: readonly PlacedEngine[],
  task: ServingTask,
  asked: AskedOfAll,
): BestApart | undefined {
  let best: Found | undefined;
  for (const pair of pairsOf(engines, task, asked)) best = better(pair, task.chips, best);
  if (!best) return undefined;
  const { pair, readers, writers, rate } = best;
  const split = { reader: pair.reader, writer: pair.writer };
  const read = pair.reads.at(readers, rate / readers) ?? pair.reads.highest(readers).best!.made;
  const written = pair.writes.at(writers, rate / writers) ?? pair.writes.highest(writers).best!.made;
  const most = { ...told(asked, rate), keeps: true, ...read, ...written };
  return {
    asked: { ...asked, split },
    apart: apartAt({ ...asked, split }, { readers, writers }, most),
    most,
  };
}

/** All pairs that could keep the target, the likeliest first. */
function pairsOf(engines: readonly PlacedEngine[], task: ServingTask, asked: AskedOfAll): Pair[] {
  const { chips } = task;
  const simulations = simulationsOf(asked);
  const fit = engines.filter(
    (engine) => engine.chips < chips && mostSequences(engine, { ...task.load, prefixHit: 1 }) >= 1,
  );
  return readersWithin(fit, task, asked.target)
    .flatMap((reader) => {
      const reads = simulations.reader(reader);
      return fit.map((writer) => ({
        reader,
        reads,
        writer,
        writes: simulations.writer(writer, reader.handover),
      }));
    })
    .map((pair) => ({ pair, rate: likeliest(pair, chips) }))
    .filter(({ rate }) => rate > 0)
    .sort((a, b) => b.rate - a.rate)
    .map(({ pair }) => pair);
}

/** The rate of a pair were its engines to do what is likely. */
function likeliest({ reader, writer, reads, writes }: Pair, chips: number): number {
  const own = reader.engine.chips / reads.likely + writer.chips / writes.likely;
  return chips >= reader.engine.chips + writer.chips ? chips / own : 0;
}

/** The best so far, or a pair that is better. */
function better(pair: Pair, chips: number, so: Found | undefined): Found | undefined {
  let best = so;
  const { reads, writes } = pair;
  for (;;) {
    const numbers = highestBound(pair, chips);
    const above = best?.rate ?? 0;
    if (!numbers || numbers.rate <= above) return best;
    const { readers, writers } = numbers;
    const [reading, writing] = [reads.highest(readers), writes.highest(writers)];
    if (above > 0) {
      if (!writing.keeps(stepUpTo(above / writers) + 1)) continue;
      if (!reading.keeps(stepUpTo(above / readers) + 1)) continue;
    }
    const written = rateOf(writing.found(stepUpTo(writes.likely)), writers);
    if (written <= above) continue;
    const enough = stepUpTo(written / readers) + 1;
    const rate = Math.min(written, rateOf(reading.found(stepUpTo(reads.likely), enough), readers));
    if (rate > above) best = { pair, readers, writers, rate };
  }
}

function rateOf(found: { step: number } | undefined, engines: number): number {
  return found ? engines * rateAt(found.step) : 0;
}

/** The numbers of engines of a pair with the highest rate that is not known to be missed. */
function highestBound(
  { reader, writer, reads, writes }: Pair,
  chips: number,
): (Numbers & { rate: number }) | undefined {
  const bound = <T>(of: Highest<T>, engines: number) => engines * rateAt(of.missed - 1);
  const [own, other] = [reader.engine.chips, writer.chips];
  return mostEven(Math.floor((chips - other) / own), {
    reading: (readers) => bound(reads.highest(readers), readers),
    writing: (readers) => {
      const writers = Math.floor((chips - readers * own) / other);
      return { writers, rate: bound(writes.highest(writers), writers) };
    },
  }).sort((a, b) => b.rate - a.rate)[0];
}

/** What users see at a rate of requests. */
export function apartUnder(asked: AskedApart, { prefill, decode }: Apart, rate: number): UnderLoad {
  const { load, target, split } = asked;
  const full = steadyThroughput(split.writer, { ...load, prefixHit: 1 });
  const most = Math.min(
    full.outputTokensPerSecond * decode.engines,
    (split.reader.phase.perChip * prefill.engines * prefill.chips * load.outputTokens) / ownTokens(load),
  );
  if (rate * load.outputTokens >= most) {
    return { ...told(asked, rate), beyond: true, tpot: full.tpot, written: most, batch: full.batch };
  }
  const simulations = simulationsOf({ ...asked, target: { ...target, ttft: Infinity, tpot: Infinity } });
  const { reader, writer } = split;
  const writes = simulations.writer(writer, reader.handover).at(decode.engines, rate / decode.engines)!;
  const reads = simulations.reader(reader).at(prefill.engines, rate / prefill.engines)!;
  const keeps = writes.tpot <= target.tpot && reads.ttft <= target.ttft;
  return { ...told(asked, rate), keeps, ...reads, ...writes };
}

/** The numbers of engines of a split that was found. */
export function enginesOf({ prefill, decode }: Apart): Numbers {
  return { readers: prefill.engines, writers: decode.engines };
}

/** So many engines of both phases at a load: their batches and steps are those of that load. */
export function apartAt({ split, load }: AskedApart, numbers: Numbers, at: UnderLoad): Apart {
  const { reader, writer } = split;
  const { placement, chips } = writer;
  const { written, ttft, batch } = at;
  const phase = {
    placement,
    chips,
    batch,
    perChip: written / numbers.writers / chips,
    seconds: writer.decodeSeconds(Math.max(1, batch), meanContext(load)),
  };
  const read = readAt(reader, load, written / load.outputTokens / numbers.readers);
  return { ...apartOf(read, phase, { ...numbers, written }), ...(ttft !== null && { ttft }) };
}

/**
 * A reader at so many requests a second: a step takes in what comes during the one before, a prompt at least and no more than it holds.
 */
function readAt(reader: Reader, load: Load, rate: number): Reading {
  const { engine, phase, handover, prompts } = reader;
  const own = ownTokens(load);
  const seconds = (taken: number) =>
    Math.max((taken / phase.placement.data) * handover, engine.readSeconds(taken * own, promptContext(load)));
  let taken = 1;
  for (let i = 0; i < settled; i++) taken = Math.min(prompts, Math.max(1, rate * seconds(taken)));
  return { handover, phase: { ...phase, batch: taken * own, seconds: seconds(taken) } };
}

/** Steps after which what one takes in no longer differs from what the next does. */
const settled = 40;
