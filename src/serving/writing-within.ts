import { normal } from './closed-form.ts';
import type { ServingEngine } from './engine.ts';
import { zeroOf } from './false-position.ts';
import { meanContext } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { loadOf, type RequestShape } from './requests.ts';
import { mostSequences } from './steady.ts';

/** Sequences at once of the emptiest engine that is thought of. */
const fewest = 1e-3;

/**
 * Rates of an engine that only writes within a time between tokens: by the mean batch of which one whose step takes that long is likely
 * to be that of the slowest requests, and by the largest mean batch of which it may be.
 *
 * @param tpot s
 * @returns requests a second; 0 where an empty engine takes longer
 */
export function writingWithin(
  shape: RequestShape,
  engine: ServingEngine,
  { tpot, percentile }: { tpot: number; percentile: keyof Percentiles },
): { most: number; likely: number } {
  const load = { ...loadOf(shape), prefixHit: 1 };
  const largest = mostSequences(engine, load);
  if (largest < 1) return { most: 0, likely: 0 };
  const context = meanContext(load);
  const each = (batch: number) => engine.decodeSeconds(batch, context);
  const rateOf = (batch: number) => batch / each(batch) / load.outputTokens;
  const batch = zeroOf((size) => each(size) - tpot, {
    low: fewest,
    high: largest,
    enough: () => 1e-6 * tpot,
  });
  if (batch === fewest) return { most: 0, likely: 0 };
  const mean = (alone?: number) => (batch === largest ? batch : meanOf(batch, shape, percentile, alone));
  return { most: beyond * rateOf(mean(calm)), likely: rateOf(mean()) };
}

/** Share of the spread of minutes that a batch has, which is made of the requests of about a minute. */
const minuteSeen = 0.6;

/** Share of the variance of Poisson numbers that requests see at least: they see the mean of a batch while they are in it. */
export const calm = 0.25;

/** How far the highest rate is beyond that of the largest mean batch, at most. */
export const beyond = 1.05;

/**
 * The mean batch of which slow requests see so large a one: m + z sqrt(a m + (s m)^2), as requests in service are about Poisson and
 * minutes have a spread s.
 *
 * @param alone a, the share of the variance of Poisson numbers that requests see
 */
export function meanOf(
  batch: number,
  { minuteSpread = 0 }: Pick<RequestShape, 'minuteSpread'>,
  percentile: keyof Percentiles,
  alone = 1,
): number {
  const z = normal[percentile];
  const spread = minuteSeen * minuteSpread;
  const [square, linear] = [1 - (z * spread) ** 2, 2 * batch + alone * z * z];
  // (batch - m)^2 = z^2 (a m + s^2 m^2), the smaller m.
  if (Math.abs(square) < 1e-9) return (batch * batch) / linear;
  return (linear - Math.sqrt(linear * linear - 4 * square * batch * batch)) / (2 * square);
}
