import { estimateReading, estimateWriting } from './closed-form.ts';
import { readPerWritten } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { type Apart, type Phase, splitAs } from './phases.ts';
import { type PlacedEngine, placeModel } from './placed-engine.ts';
import type { RequestShape } from './requests.ts';
import { type ServingTask, waysOf } from './search.ts';
import { mostSequences, promptContext, steadyThroughput } from './steady.ts';
import { shapeOfLoad, type Traffic } from './under-load.ts';
import { largestGood, type Target } from './within.ts';

/** Engines that read steps of one size: how many prompts a step takes in, and how long a request waits for it to begin. */
interface Reader {
  phase: Omit<Phase, 'engines'>;
  prompts: number;
  gate: number;
}

/** Engines that write, and requests a second of one within the target. */
interface Writer {
  phase: Omit<Phase, 'engines'>;
  rate: number;
}

/** Share of a running step that a request still waits for, at a percentile: it comes at any moment of it. */
const gates: Percentiles = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };

/**
 * The best split of the chips into engines that read and engines that write, of which so many of a hundred requests keep a target.
 *
 * A group of chips reads a whole prompt, so that a step takes at least one for each group. A request waits for the step that
 * runs, in a queue for one that has room, and for its own; steps are as short as the time to the first token asks for.
 * Moving the cache from readers to writers is not counted.
 *
 * @returns undefined where no split keeps the target
 */
export function servedApartWithin(
  task: ServingTask,
  { target, traffic }: { target: Target; traffic: Traffic },
): Apart | undefined {
  const shape = shapeOfLoad(task.load, traffic);
  const engines = waysOf(task)
    .map((placement) =>
      placeModel(task.model, { placement, machine: task.machine, constants: task.constants }),
    )
    .filter((engine) => mostSequences(engine, { ...task.load, prefixHit: 1 }) >= 1);
  const readers = engines.flatMap((engine) => readersOf(engine, task, target));
  const writers = writersOf(engines, { task, shape, target });
  let best: Apart | undefined;
  for (const writer of writers) {
    for (const reader of readers) {
      const made = bestSplit({ reader, writer }, { task, shape, target, least: best });
      if (made) best = made;
    }
  }
  return best;
}

/** Steps of a prompt a group, and of twice as many until they are full, that begin and end within the time to the first token. */
function readersOf(engine: PlacedEngine, { load }: ServingTask, { ttft, percentile }: Target): Reader[] {
  const own = load.inputTokens * (1 - (load.prefixHit ?? 0));
  const { placement, chips } = engine;
  const found: Reader[] = [];
  for (let prompts = placement.data; ; prompts *= 2) {
    const batch = prompts * own;
    if (prompts > placement.data && batch > engine.stepTokens) break;
    const seconds = engine.prefillSeconds(batch, promptContext(load));
    const gate = prompts > 1 ? gates[percentile] * seconds : 0;
    if (gate + seconds > ttft) break;
    found.push({
      phase: { placement, chips, perChip: batch / seconds / chips, batch, seconds },
      prompts,
      gate,
    });
  }
  return found;
}

/** Of each size of engine the one that writes most within the time between tokens. */
function writersOf(
  engines: readonly PlacedEngine[],
  { task: { load }, shape, target }: { task: ServingTask; shape: RequestShape; target: Target },
): Writer[] {
  const best = new Map<number, Writer>();
  for (const engine of engines) {
    const { placement, chips } = engine;
    const full = steadyThroughput(engine, { ...load, prefixHit: 1 }).outputTokensPerSecond;
    const least = best.get(chips)?.rate ?? 0;
    const good = (rate: number) => {
      const made = estimateWriting(shape, engine, rate);
      return made.tpots[target.percentile] <= target.tpot;
    };
    if (full / load.outputTokens <= least || !good(Math.max(least, 1e-5))) continue;
    const rate = largestGood(good);
    if (rate <= least) continue;
    const { batch, tpot } = estimateWriting(shape, engine, rate);
    const perChip = (rate * load.outputTokens) / chips;
    best.set(chips, { phase: { placement, chips, perChip, batch, seconds: tpot }, rate });
  }
  return [...best.values()];
}

/** The numbers of engines of a pair with which most requests keep the target, if these are more than of the best so far. */
function bestSplit(
  { reader, writer }: { reader: Reader; writer: Writer },
  {
    task,
    shape,
    target,
    least,
  }: { task: ServingTask; shape: RequestShape; target: Target; least: Apart | undefined },
): Apart | undefined {
  const { chips, load } = task;
  const ratio = readPerWritten(load);
  const writersBeside = (readers: number) =>
    Math.floor((chips - readers * reader.phase.chips) / writer.phase.chips);
  const all = (one: Apart | undefined) => (one ? one.perChip * one.used : 0);
  // With no waiting at all the slower phase sets the pace: where that is too slow already, no queue is asked.
  const even = 1 / (1 / writer.phase.perChip + ratio / reader.phase.perChip);
  if (even * chips <= all(least)) return undefined;
  let best: Apart | undefined;
  const most = Math.floor((chips - writer.phase.chips) / reader.phase.chips);
  const rateOf = (readers: number) => readingRate(reader, readers, { shape, target });
  const enough = (readers: number) => rateOf(readers) >= writersBeside(readers) * writer.rate;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  for (const readers of [low - 1, low]) {
    const writers = readers >= 1 && readers <= most ? writersBeside(readers) : 0;
    if (writers < 1) continue;
    const rate = Math.min(rateOf(readers), writers * writer.rate);
    if (rate * load.outputTokens <= Math.max(all(best), all(least))) continue;
    const { prompts, gate, phase } = reader;
    const { ttft } = estimateReading(shape, { service: phase.seconds, servers: readers * prompts }, rate);
    best = {
      ...splitAs(
        { ...phase, engines: readers },
        { ...writer.phase, engines: writers },
        rate * load.outputTokens,
      ),
      ttft: gate + ttft[target.percentile],
    };
  }
  return best;
}

/** Requests a second that so many engines read within the time to the first token. */
function readingRate(
  { phase, prompts, gate }: Reader,
  readers: number,
  { shape, target }: { shape: RequestShape; target: Target },
): number {
  return largestGood((rate) => {
    const { keepsUp, ttft } = estimateReading(
      shape,
      { service: phase.seconds, servers: readers * prompts },
      rate,
    );
    return keepsUp && gate + ttft[target.percentile] <= target.ttft;
  });
}
