import { type LogMoments, sumMoments } from '../chips/lognormal-match.ts';
import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { calendarDay } from '../sources/date.ts';
import { point } from '../stats/discrete.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { mixture } from '../stats/mixture.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { Estimate, Measure, PoolId, Stream, Supply } from './pool.ts';
import { arrivals, firstDay, meanDistance, meanEquivalents, reference } from './stream.ts';

export interface StockOptions {
  /** Day of the stock, days since 1970-01-01. */
  day: number;
  /** Last day of publication of what may be used; `day` where left out. */
  asOf?: number;
  /** H100-equivalents where left out. */
  measure?: Measure;
  /** Ids of the streams to count; all where left out. */
  streams?: readonly string[];
}

/**
 * Accelerators of a pool in China on a day.
 *
 * Each estimate, of a stock or of a flow over some time, fixes the level of its stream's rate of arrival g(t):
 *   stock(t) = (reading / coverage) G(0, t) / G(from, to),  G(a, b) = integral of g from a to b,
 * a lognormal whose variance of the logarithm is that of the reading, of the coverage and of its grade, plus
 *   drift^2 d u^2,  u = 1 - G(overlap) / G(0, t),  d = mean years from (from, to) to the arrivals outside it,
 * the first-order effect on the sum of a log rate that wanders outside the time spoken about. Estimates of one stream are mixed (a linear opinion pool,
 * M. Stone, Ann. Math. Stat. 32 (1961) 1339) with the expected reliability of their grades as weights; streams add up,
 * each combination of components by `sumMoments`.
 *
 * @returns distribution of the count; undefined streams, of which nothing is published yet, count as none
 * @throws SandtableError ST-Y006 where nothing about the pool was published by `asOf`, ST-Y007 for an unknown pool or
 * stream
 */
export function poolAt(supply: Supply, pool: PoolId, options: StockOptions): Distribution {
  const parts = streamsOf(supply, pool, options.streams).map((stream) => ({
    stream,
    stocks: estimatesOf(supply, stream, options),
  }));
  const heard = parts.filter(({ stocks }) => stocks.length > 0);
  if (heard.length === 0) throw new SandtableError(nothingKnown(supply, pool, options));
  const present = heard.filter(({ stocks }) => stocks.some(({ moments }) => moments !== null));
  if (present.length === 0) return point(0);
  const combinations = present.reduce<{ weight: number; terms: LogMoments[] }[]>(
    (rows, { stocks }) => rows.flatMap((row) => stocks.map((one) => extended(row, one))),
    [{ weight: 1, terms: [] }],
  );
  return mixture(
    combinations.map(({ terms }) => {
      if (terms.length === 0) return point(0);
      const { mu, variance } = sumMoments(terms);
      return lognormal(mu, Math.sqrt(variance));
    }),
    combinations.map(({ weight }) => weight),
  );
}

/** One estimate brought to a day, for the table beside a pool. */
export interface EstimateAt {
  estimate: Estimate;
  stream: string;
  /** Share of its stream's mixture. */
  weight: number;
  /** Median and middle 90 % of the stock. */
  median: number;
  low: number;
  high: number;
}

/** The estimates behind `poolAt`, heaviest first, each brought to the day. */
export function estimatesAt(supply: Supply, pool: PoolId, options: StockOptions): EstimateAt[] {
  return streamsOf(supply, pool, options.streams)
    .flatMap((stream) =>
      estimatesOf(supply, stream, options).map(({ estimate, weight, moments }) => {
        const [low, median, high] = [0.05, 0.5, 0.95].map((p) =>
          moments ? exp(moments.mu + Math.sqrt(moments.variance) * normalQuantile(p)) : 0,
        ) as [number, number, number];
        return { estimate, stream: stream.id, weight, median, low, high };
      }),
    )
    .sort((a, b) => b.weight - a.weight);
}

/** The stock that an estimate implies, and its share of the stream's mixture. */
interface Stock {
  estimate: Estimate;
  weight: number;
  /** Of the logarithm of the count; null for none. */
  moments: LogMoments | null;
}

/**
 * Middle of a stream's stock, by its estimates published by a day: their weighted geometric mean.
 *
 * @returns the stock [accelerators] by the relative arrivals until its day; 0 where none is known
 */
export function levelOf(supply: Supply, stream: Stream, asOf: number): (arrived: number) => number {
  const known = stream.estimates.filter(({ published }) => published.to <= asOf);
  const heard = weighed(
    supply,
    known.flatMap((estimate) => {
      const { reading, coverage, from, to } = estimate;
      const seen = arrivals(stream, { from, to, asOf });
      const mu = reading && reading.mu - (coverage?.moments.mu ?? 0);
      return mu === null || seen > 0 ? [{ estimate, seen, mu }] : [];
    }),
    known,
  ).sort((a, b) => b.weight - a.weight);
  return (arrived) => {
    if (heard.length === 0 || !(arrived > 0)) return 0;
    let sum = 0;
    for (const { weight, mu, seen } of heard) {
      if (mu === null) return 0;
      sum += weight * log(exp(mu + log(arrived / seen)));
    }
    return exp(sum);
  };
}

function estimatesOf(supply: Supply, stream: Stream, options: StockOptions): Stock[] {
  const { day, asOf = day, measure = 'h100-equivalents' } = options;
  const start = firstDay(stream);
  const whole = { from: start, to: day, asOf };
  const each =
    measure === 'accelerators'
      ? 1
      : meanEquivalents(stream, { ...whole, reference: reference(supply.catalogue) });
  const known = stream.estimates.filter(({ published }) => published.to <= asOf);
  const total = arrivals(stream, whole);
  const stocks = known.flatMap((estimate) => {
    const moments = stockOf(supply, stream, { estimate, whole, total });
    if (moments === undefined) return [];
    return [{ estimate, moments: moments && { ...moments, mu: moments.mu + log(each) } }];
  });
  return weighed(supply, stocks, known);
}

/** What estimates make of a stream with their shares of its mixture; those of one family of `known` count once. */
function weighed<T extends { estimate: Estimate }>(
  supply: Supply,
  stocks: readonly T[],
  known: readonly Estimate[],
): (T & { weight: number })[] {
  const raw = stocks.map(({ estimate }) => {
    const alike =
      known.filter((one) => one.family !== undefined && one.family === estimate.family).length || 1;
    return gradeWeight(supply, estimate) / alike;
  });
  const whole = raw.reduce((sum, weight) => sum + weight, 0);
  return stocks.map((one, i) => ({ ...one, weight: raw[i]! / whole }));
}

/**
 * Log count on the last day of `whole`; null for none, undefined where the estimate says nothing about its stream.
 *
 * @param total relative arrivals of the whole time
 */
function stockOf(
  { pooling }: Supply,
  stream: Stream,
  {
    estimate,
    whole,
    total,
  }: { estimate: Estimate; whole: { from: number; to: number; asOf: number }; total: number },
): LogMoments | null | undefined {
  const { reading, from, to, coverage, grade } = estimate;
  if (reading === null || total <= 0) return null;
  const seen = arrivals(stream, { from, to, asOf: whole.asOf });
  if (seen <= 0) return undefined;
  const overlap = arrivals(stream, { from, to: Math.min(to, whole.to), asOf: whole.asOf });
  const unseen = 1 - Math.min(1, Math.max(0, overlap) / total);
  const years = meanDistance(stream, { from, to, asOf: whole.asOf }, whole);
  const share = coverage?.moments ?? { mu: 0, variance: 0 };
  const doubt = pooling.spread[grade.credibility];
  return {
    mu: reading.mu - share.mu + log(total / seen),
    variance:
      reading.variance + share.variance + doubt * doubt + pooling.drift ** 2 * years * unseen * unseen,
  };
}

/** Expected reliability of the grade: mean of the letter's beta times the digit's factor; less for a part. */
export function gradeWeight({ grades, pooling }: Supply, { grade, coverage }: Estimate): number {
  const { alpha, beta } = grades.letters[grade.reliability];
  const { factor } = grades.digits[grade.credibility];
  return (alpha / (alpha + beta)) * factor * (coverage ? pooling.partWeight : 1);
}

function extended(row: { weight: number; terms: LogMoments[] }, { weight, moments }: Stock) {
  return { weight: row.weight * weight, terms: moments ? [...row.terms, moments] : row.terms };
}

export function streamsOf({ pools }: Supply, id: PoolId, ids?: readonly string[]): readonly Stream[] {
  const pool = pools.get(id);
  const known = pool ? pool.streams.map((stream) => stream.id) : [...pools.keys()];
  const wrong = pool ? ids?.find((one) => !known.includes(one)) : id;
  if (wrong !== undefined) {
    const what = pool
      ? say('There is no stream `{stream}` in the pool `{pool}`.', { stream: wrong, pool: id })
      : say('There is no pool `{pool}`.', { pool: wrong });
    throw new SandtableError(error('ST-Y007', what, say('Known are {names}.', { names: known.join(', ') })));
  }
  return ids ? pool!.streams.filter((stream) => ids.includes(stream.id)) : pool!.streams;
}

function nothingKnown(supply: Supply, pool: PoolId, { day, asOf = day, streams }: StockOptions) {
  const dates = streamsOf(supply, pool, streams).flatMap(({ estimates }) =>
    estimates.map((one) => one.published),
  );
  const first = dates.sort((a, b) => a.to - b.to)[0]?.text ?? 'never';
  const { year, month, day: date } = calendarDay(asOf);
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return error(
    'ST-Y006',
    say('Nothing about the pool `{pool}` was published by {date}.', { pool, date: text }),
    say('Use a later date: the first estimate is of {date}.', { date: first }),
  );
}
