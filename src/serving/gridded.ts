import type { ServingEngine } from './engine.ts';

/**
 * The same engine, its times read off a grid that is filled where it is first asked: for simulations, which ask tens of thousands of
 * times for steps that differ little.
 *
 * Between knots times are straight lines in sequences and tokens, as kernels nearly are. What reading adds to a step is taken at
 * one number of tokens in sight of those that write.
 *
 * @param context tokens that a token written sees on average
 */
export function gridded(engine: ServingEngine, context: number): ServingEngine {
  const decode = onPlane([4, 2], (batch, seen) => engine.decodeSeconds(batch, seen));
  const prefill = onPlane([2, 1], (tokens, seen) => engine.prefillSeconds(tokens, seen));
  // Sequences decoded meanwhile change little of what reading adds: the nearest power of two stands for them.
  const added = new Map<number, (tokens: number, seen: number) => number>();
  const addedTo = (batch: number) => {
    const known = added.get(batch);
    if (known) return known;
    const own = engine.decodeSeconds(batch, context);
    const made = onPlane([2, 1], (tokens, seen) => engine.mixedSeconds(batch, context, tokens, seen) - own);
    added.set(batch, made);
    return made;
  };
  return {
    chips: engine.chips,
    stepTokens: engine.stepTokens,
    reserved: engine.reserved,
    gathers: engine.gathers ?? 1,
    maxBatch: (held) => engine.maxBatch(held),
    decodeSeconds: decode,
    prefillSeconds: prefill,
    mixedSeconds: (batch, seen, tokens, promptSeen = seen / 2) =>
      decode(batch, seen) + addedTo(2 ** Math.round(Math.log2(Math.max(1, batch))))(tokens, promptSeen),
  };
}

/** Doublings that a quantity may have; what is larger is read off the line of the last knots. */
const doublings = 32;

/**
 * A function of two quantities from 1 on, worked out at knots and taken as a straight line in each quantity between them.
 *
 * @param perDoubling knots for each doubling of either quantity
 */
export function onPlane(
  [perX, perY]: readonly [number, number],
  of: (x: number, y: number) => number,
): (x: number, y: number) => number {
  const [xs, ys] = [knotsOf(perX), knotsOf(perY)];
  const known = new Float64Array(xs.length * ys.length).fill(Number.NaN);
  const knot = (i: number, j: number) => {
    const place = i * ys.length + j;
    const value = known[place]!;
    if (!Number.isNaN(value)) return value;
    const made = of(xs[i]!, ys[j]!);
    known[place] = made;
    return made;
  };
  // Steps differ little from one to the next: cells are looked for where the last one no longer holds. Written out, for pairs would be
  // made and taken apart millions of times.
  let [i, j] = [0, 0];
  return (x, y) => {
    if (!(x >= xs[i]! && x < xs[i + 1]!)) i = cellOf(x, perX);
    if (!(y >= ys[j]! && y < ys[j + 1]!)) j = cellOf(y, perY);
    const x0 = xs[i]!;
    const y0 = ys[j]!;
    const s = (Math.max(1, x) - x0) / (xs[i + 1]! - x0);
    const t = (Math.max(1, y) - y0) / (ys[j + 1]! - y0);
    const a = knot(i, j);
    const low = a + t * (knot(i, j + 1) - a);
    if (s === 0) return low;
    const b = knot(i + 1, j);
    return low + s * (b + t * (knot(i + 1, j + 1) - b) - low);
  };
}

function knotsOf(per: number): Float64Array {
  return Float64Array.from({ length: doublings * per + 1 }, (_, i) => 2 ** (i / per));
}

function cellOf(x: number, per: number): number {
  return x <= 1 ? 0 : Math.min(doublings * per - 1, Math.floor(Math.log2(x) * per));
}
