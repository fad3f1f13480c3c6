import { Highest, rateAt, stepUpTo } from './highest.ts';
import type { PlacedEngine } from './placed-engine.ts';
import type { Tried } from './search.ts';
import { at, type Steady, steadyThroughput } from './steady.ts';
import { type Asked, engineUnder, type MissedBy, simulated, type UnderLoad } from './under-load.ts';
import type { Target } from './within.ts';
import { beyond, calm, meanOf } from './writing-within.ts';

/** What is asked of chips whose engines read and write. */
export interface AskedOfChips extends Omit<Asked, 'engine' | 'engines' | 'hold'> {
  chips: number;
}

/** Engines that keep the target at the highest rate, and what users see there. */
export interface Together {
  asked: Asked;
  most: UnderLoad;
}

/**
 * The engines that read and write which keep the target at the highest rate, by simulation of every placement that could.
 *
 * A placement is simulated at the lowest rate at which it would be better than the best so far, and further only where it is.
 *
 * @param watch told the share of the placements that were tried
 */
export function bestTogether(
  tried: readonly Tried[],
  wanted: AskedOfChips,
  watch?: (share: number) => void,
): Together | undefined {
  const likeliest = tried.map((one) => likelyOf(one, wanted)).sort((a, b) => b.likely - a.likely);
  let best: Together | undefined;
  let share = usual;
  for (const [number, one] of likeliest.entries()) {
    watch?.((number + 1) / likeliest.length);
    if (one.most <= (best?.most.rate ?? 0)) continue;
    const found = better(one, { ...wanted, share }, best);
    if (found && found !== best) share = found.most.rate / one.likely;
    best = found;
  }
  watch?.(1);
  return best;
}

/** The best so far, or engines that are better with the longest wait for other prompts or, where first tokens are late, a shorter one. */
function better(
  { engine, engines, likely, most: bound }: Likely,
  { share, ...wanted }: AskedOfChips & { share: number },
  so: Together | undefined,
): Together | undefined {
  const { load, target } = wanted;
  const full = steadyThroughput(engine, load).outputTokensPerSecond / load.outputTokens;
  let shared: ReturnType<typeof simulated> | undefined;
  let best = so;
  for (const hold of holdsWithin(engine, target)) {
    const asked: Asked = { ...wanted, engine, engines, hold };
    let missed: MissedBy | undefined;
    const highest = new Highest(Math.min(full, bound / engines), (rate) => {
      shared ??= simulated({ ...wanted, engine, engines });
      const made = rate < full ? engineUnder(asked, shared, rate) : 'ttft';
      if (typeof made === 'object') return made;
      missed = made;
      return undefined;
    });
    const most = largestLoad(asked, highest, { above: best?.most.rate ?? 0, likely: share * likely });
    if (most) best = { asked, most };
    else if (missed !== 'ttft') break;
  }
  return best;
}

/** Engines of a placement that the chips hold, and requests a second of all of them at which slow steps are likely as slow as is allowed, or at the most. */
interface Likely {
  engine: PlacedEngine;
  engines: number;
  likely: number;
  most: number;
}

/** The highest rate over the likely one, usually: first tokens and steps that read make it less. */
const usual = 0.73;

function likelyOf({ engine, steady }: Tried, { chips, load, traffic, target }: AskedOfChips): Likely {
  const engines = Math.floor(chips / engine.chips);
  const within = steady.findIndex(({ tpot }) => tpot > target.tpot);
  const points = [at(engine, load, fewest), ...steady];
  const rate = (alone?: number) =>
    (engines / load.outputTokens) *
    (within === -1
      ? steady.at(-1)!.outputTokensPerSecond
      : likelyWritten(points, within, { traffic, target, ...(alone !== undefined && { alone }) }));
  return { engine, engines, likely: rate(), most: beyond * rate(calm) };
}

/** Sequences at once of the emptiest engine that is thought of. */
const fewest = 1e-3;

/** Tokens that an engine is likely to write a second, the batch whose step takes as long as is allowed being beyond one of those given. */
function likelyWritten(
  steady: readonly Steady[],
  within: number,
  { traffic, target, alone }: Pick<AskedOfChips, 'traffic' | 'target'> & { alone?: number },
): number {
  const [low, high] = [steady[within]!, steady[within + 1]!];
  if (low.tpot >= target.tpot) return 0;
  const largest = low.batch + ((high.batch - low.batch) * (target.tpot - low.tpot)) / (high.tpot - low.tpot);
  const batch = meanOf(largest, traffic, target.percentile, alone);
  const next = Math.max(
    1,
    steady.findIndex((one) => one.batch >= batch),
  );
  const [before, after] = [steady[next - 1]!, steady[next]!];
  const along = (batch - before.batch) / (after.batch - before.batch);
  return batch / (before.tpot + along * (after.tpot - before.tpot));
}

/** Longest that prompts wait for each other: powers of two of a second, up to half of the time to the first token [s]. */
function holdsWithin({ gathers = 1 }: PlacedEngine, { ttft }: Target): number[] {
  if (gathers === 1) return [0];
  const holds: number[] = [];
  for (let hold = longestHold; hold >= shortestHold; hold /= 2) if (hold <= ttft / 2) holds.push(hold);
  return [...holds, 0];
}

const longestHold = 64;
const shortestHold = 1 / 16;

/** The largest rate at which the target is kept, by simulation; undefined where it is not above one. */
function largestLoad(
  asked: Asked,
  highest: Highest<UnderLoad>,
  { above, likely }: { above: number; likely: number },
): UnderLoad | undefined {
  const from = stepUpTo(likely / asked.engines);
  if (above === 0) return highest.found(from)?.made;
  const needed = stepUpTo(above / asked.engines) + 1;
  if (!meanKeeps(asked, rateAt(needed)) || !highest.keeps(needed)) return undefined;
  return highest.found(Math.max(from, needed + 1))!.made;
}

/** Whether the mean request keeps the target, or nearly: without that, no percentile from the middle on does. */
function meanKeeps({ engine, load, hold, target }: Asked, rate: number): boolean {
  const { tpot, outputTokensPerSecond } = steadyThroughput(engine, { ...load, hold, arrivalRate: rate });
  return tpot <= nearly * target.tpot && outputTokensPerSecond * nearly >= rate * load.outputTokens;
}

const nearly = 1.05;
