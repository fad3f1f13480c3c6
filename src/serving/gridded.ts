import type { ServingEngine } from './engine.ts';

/** Knots of a grid for each doubling of a quantity. */
const fine = 4;
const coarse = 2;

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
  const decode = onGrid([fine, coarse], ([batch, seen]) => engine.decodeSeconds(batch!, seen!));
  const prefill = onGrid([coarse, 1], ([tokens, seen]) => engine.prefillSeconds(tokens!, seen!));
  const added = onGrid(
    [1, coarse, 1],
    ([batch, tokens, seen]) =>
      engine.mixedSeconds(batch!, context, tokens!, seen!) - engine.decodeSeconds(batch!, context),
  );
  return {
    chips: engine.chips,
    stepTokens: engine.stepTokens,
    reserved: engine.reserved,
    gathers: engine.gathers ?? 1,
    maxBatch: (held) => engine.maxBatch(held),
    decodeSeconds: (batch, seen) => decode(batch, seen),
    prefillSeconds: (tokens, seen) => prefill(tokens, seen),
    mixedSeconds: (batch, seen, tokens, promptSeen = seen / 2) =>
      decode(batch, seen) + added(batch, tokens, promptSeen),
  };
}

/** A function of some positive quantities, worked out at knots and taken as a straight line in each quantity between them. */
export function onGrid(
  perDoubling: readonly number[],
  of: (at: readonly number[]) => number,
): (...at: number[]) => number {
  const known = new Map<number, number>();
  const size = perDoubling.length;
  const knot = (place: readonly number[]) => {
    let key = 0;
    for (const one of place) key = key * 256 + one;
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = of(place.map((one, i) => 2 ** (one / perDoubling[i]!)));
    known.set(key, made);
    return made;
  };
  const low = new Array<number>(size).fill(0);
  const part = new Array<number>(size).fill(0);
  const place = new Array<number>(size).fill(0);
  return (...at) => {
    for (let i = 0; i < size; i++) {
      const x = Math.max(1, at[i]!);
      const per = perDoubling[i]!;
      const cell = Math.floor(Math.log2(x) * per);
      const from = 2 ** (cell / per);
      low[i] = cell;
      part[i] = (x - from) / (2 ** ((cell + 1) / per) - from);
    }
    let sum = 0;
    for (let corner = 0; corner < 1 << size; corner++) {
      let weight = 1;
      for (let i = 0; i < size; i++) {
        const up = (corner >> i) & 1;
        place[i] = low[i]! + up;
        weight *= up === 1 ? part[i]! : 1 - part[i]!;
      }
      if (weight !== 0) sum += weight * knot(place);
    }
    return sum;
  };
}
