import { log2 } from '../elementary/logarithm.ts';
import { power } from '../elementary/power.ts';
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
      decode(batch, seen) + addedTo(2 ** Math.round(log2(Math.max(1, batch))))(tokens, promptSeen),
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
  // Steps differ little from one to the next: the cell of the last one is kept, with what stands at its corners. Written out, for pairs
  // would be made and taken apart millions of times.
  let [x0, x1, y0, y1] = [0, 0, 0, 0];
  let [corner, alongX, alongY, across] = [0, 0, 0, 0];
  const enter = (x: number, y: number) => {
    const i = cellOf(xs, x, perX);
    const j = cellOf(ys, y, perY);
    x0 = xs[i]!;
    y0 = ys[j]!;
    y1 = ys[j + 1]!;
    const width = xs[i + 1]! - x0;
    const height = y1 - y0;
    // On a line of knots those beyond it are not asked for: they may lie where nothing fits.
    const next = x > x0 ? i + 1 : i;
    x1 = xs[next]!;
    corner = knot(i, j);
    const beyond = knot(next, j);
    alongX = (beyond - corner) / width;
    alongY = (knot(i, j + 1) - corner) / height;
    across = ((knot(next, j + 1) - beyond) / height - alongY) / width;
  };
  return (ofX, ofY) => {
    const x = Math.max(1, ofX);
    const y = Math.max(1, ofY);
    if (!(x >= x0 && x < x1 && y >= y0 && y < y1)) enter(x, y);
    const dy = y - y0;
    return corner + alongY * dy + (x - x0) * (alongX + across * dy);
  };
}

function knotsOf(per: number): Float64Array {
  return Float64Array.from({ length: doublings * per + 1 }, (_, i) => power(2, i / per));
}

/** The cell of a number from 1 on: its octave, and in it the last knot that is not beyond it. */
function cellOf(knots: Float64Array, x: number, per: number): number {
  if (!(x < knots[knots.length - 1]!)) return knots.length - 2;
  let cell = per * (31 - Math.clz32(x));
  while (x >= knots[cell + 1]!) cell++;
  return cell;
}
