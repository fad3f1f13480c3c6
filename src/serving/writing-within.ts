import { busierBy, normal } from './closed-form.ts';
import type { ServingEngine } from './engine.ts';
import { zeroOf } from './false-position.ts';
import { meanContext } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { loadOf, type RequestShape } from './requests.ts';
import { mostSequences } from './steady.ts';

/** Sequences at once of the emptiest engine that is thought of. */
const fewest = 1e-3;

/**
 * The highest rate of an engine that only writes within a time between tokens, as `estimateWriting` has it: by the batch whose step
 * takes that long, which is that of busier moments and minutes at a percentile, or the mean one where none is given.
 *
 * @param tpot s
 * @returns requests a second; 0 where an empty engine takes longer
 */
export function writingWithin(
  shape: RequestShape,
  engine: ServingEngine,
  { tpot, percentile }: { tpot: number; percentile?: keyof Percentiles },
): number {
  const load = { ...loadOf(shape), prefixHit: 1 };
  const most = mostSequences(engine, load);
  if (most < 1) return 0;
  const context = meanContext(load);
  const each = (batch: number) => engine.decodeSeconds(batch, context);
  const rateOf = (batch: number) => batch / each(batch) / load.outputTokens;
  const batch = zeroOf((size) => each(size) - tpot, {
    low: fewest,
    high: most,
    enough: () => 1e-6 * tpot,
  });
  if (batch === most) return rateOf(most);
  if (batch === fewest) return 0;
  if (!percentile) return rateOf(batch);
  const z = normal[percentile];
  // The number of sequences at one time is about Poisson: back from mean + z sqrt(mean) to the mean.
  const mean = ((Math.sqrt(z * z + 4 * batch) - z) / 2) ** 2;
  return rateOf(mean) / Math.max(1, busierBy(shape, z));
}
