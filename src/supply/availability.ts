import type { Chip } from '../chips/chip.ts';
import { median } from '../chips/figure.ts';
import { type PoolId, pools, type Stream, type Supply } from './pool.ts';
import { levelOf, streamsOf } from './stock.ts';
import { arrivals, arrivalsByChip, firstDay } from './stream.ts';

const daysPerYear = 365;

/** What could be had of one chip around a day. */
export interface Availability {
  pool: PoolId;
  stream: string;
  chip: Chip;
  /** Accelerators a year: arrivals of the year before the day, and resale out of the stock. */
  accelerators: number;
  /** The same in dense FP16 FLOP/s a year. */
  compute: number;
}

/**
 * Chips that a site lit on a day could have been filled with.
 *
 * available = arrivals of the 365 days before + resale share x stock; the level of a stream is the weighted geometric
 * mean of its estimates. It says what the market held, not who was allowed or told to buy it.
 *
 * @param options `day`: days since 1970-01-01; `asOf`: last day of publication used, `day` where left out
 * @returns one entry for each stream and chip, none for streams of which nothing is known
 */
export function availabilityAt(
  supply: Supply,
  { day, asOf = day }: { day: number; asOf?: number },
): readonly Availability[] {
  const days = asked.get(supply) ?? new Map<string, readonly Availability[]>();
  asked.set(supply, days);
  const key = `${day} ${asOf}`;
  const known = days.get(key);
  if (known) return known;
  if (days.size >= MOST_KEPT) days.clear();
  const now = availabilityOn(supply, { day, asOf });
  days.set(key, now);
  return now;
}

/** Days of each supply already asked for: prices of one day are asked for once a site and item. */
const asked = new WeakMap<Supply, Map<string, readonly Availability[]>>();
const MOST_KEPT = 1024;

function availabilityOn(supply: Supply, { day, asOf }: { day: number; asOf: number }): Availability[] {
  const resale = median(supply.pooling.resale)!;
  return tapsOf(supply, asOf).flatMap(({ pool, stream, from, level }) => {
    const whole = { from, to: day, asOf };
    const arrived = arrivals(stream, whole);
    const each = level(arrived) / arrived;
    if (!(each > 0)) return [];
    const recent = arrivalsByChip(stream, { ...whole, from: day + 1 - daysPerYear });
    return [...arrivalsByChip(stream, whole)].map(([chip, ever]) => {
      const accelerators = each * ((recent.get(chip) ?? 0) + resale * ever);
      const rate = chip.peak.fp16 && median(chip.peak.fp16.quantity);
      return { pool, stream: stream.id, chip, accelerators, compute: accelerators * (rate ?? 0) };
    });
  });
}

/** A stream as known by a day. */
interface Tap {
  pool: PoolId;
  stream: Stream;
  /** First day on which anything can have arrived. */
  from: number;
  level: ReturnType<typeof levelOf>;
}

/** All streams of a supply as known by a day; the last ones are kept: they are asked for day after day. */
function tapsOf(supply: Supply, asOf: number): readonly Tap[] {
  const last = lastTaps.get(supply);
  if (last?.asOf === asOf) return last.taps;
  const taps = [...supply.pools.keys()].flatMap((pool) =>
    streamsOf(supply, pool).map((stream) => ({
      pool,
      stream,
      from: firstDay(stream),
      level: levelOf(supply, stream, asOf),
    })),
  );
  lastTaps.set(supply, { asOf, taps });
  return taps;
}

const lastTaps = new WeakMap<Supply, { asOf: number; taps: readonly Tap[] }>();

/**
 * Share of legal Nvidia chips among the substitutes, by dense FP16 compute, that a site lit on a day could have had.
 *
 * @returns 0 to 1; 0.5 where neither pool held anything known
 */
export function legalShare(supply: Supply, options: { day: number; asOf?: number }): number {
  const shares = poolShares(supply, options);
  const both = shares.legal + shares.domestic;
  return both > 0 ? shares.legal / both : 0.5;
}

/**
 * `legalShare` as a function that is cheap to call for many days: its values a twelfth of a year apart, linear between.
 *
 * @param options first and last day of the table, days since 1970-01-01; flat outside
 */
export function legalShareCurve(
  supply: Supply,
  { from, to, asOf }: { from: number; to: number; asOf: number },
): (day: number) => number {
  const step = daysPerYear / 12;
  const shares = Array.from({ length: Math.ceil((to - from) / step) + 1 }, (_, i) =>
    legalShare(supply, { day: Math.round(from + i * step), asOf }),
  );
  return (day) => {
    const at = Math.min(shares.length - 1, Math.max(0, (day - from) / step));
    const low = Math.floor(at);
    const high = Math.min(low + 1, shares.length - 1);
    return shares[low]! + (at - low) * (shares[high]! - shares[low]!);
  };
}

/** Share of each pool in what was available by dense FP16 compute; sums to 1, or all 0 where nothing is known. */
export function poolShares(supply: Supply, options: { day: number; asOf?: number }): Record<PoolId, number> {
  const all = availabilityAt(supply, options);
  const total = all.reduce((sum, { compute }) => sum + compute, 0) || 1;
  const share = (pool: PoolId) =>
    all.reduce((sum, one) => sum + (one.pool === pool ? one.compute : 0), 0) / total;
  return Object.fromEntries(pools.map((pool) => [pool, share(pool)])) as Record<PoolId, number>;
}

/**
 * Kinds inside one pool that a site lit on a day could have had.
 *
 * @returns chips and their share of the accelerators, largest first; shares sum to 1
 */
export function kindsAt(
  supply: Supply,
  pool: PoolId,
  options: { day: number; asOf?: number },
): { chip: Chip; share: number }[] {
  const sums = new Map<Chip, number>();
  for (const one of availabilityAt(supply, options)) {
    if (one.pool === pool) sums.set(one.chip, (sums.get(one.chip) ?? 0) + one.accelerators);
  }
  const total = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return [...sums]
    .map(([chip, accelerators]) => ({ chip, share: accelerators / total }))
    .sort((a, b) => b.share - a.share);
}
