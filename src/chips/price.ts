import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { scaled } from '../stats/scaled.ts';
import { secondsOfDay } from '../units/calendar.ts';
import type { Catalogue, Channel, Quote } from './chip.ts';
import { inYuan, middle } from './exchange.ts';
import { coherent, median } from './figure.ts';
import { requireChip } from './find.ts';
import { type LogMoments, logMoments, productOf, sumMoments } from './lognormal-match.ts';
import { peak } from './peak.ts';

const daysPerYear = 365.25;

export interface PriceOptions {
  /** Day of the price, days since 1970-01-01. */
  day: number;
  channel?: Channel;
  /** Last day of publication of the quotes that may be used; all where left out. */
  asOf?: number;
}

/**
 * Price of one accelerator in a working server on a day.
 *
 * The log price is a random walk seen through noisy quotes,
 * x(t) - x(s) ~ N(0, drift^2 |t - s|), quote_i = x(t_i) + N(0, own interval + noise of its credibility),
 * smoothed exactly: between quotes the price is interpolated, away from them the spread grows.
 *
 * @param name id or alias of the chip
 * @returns CNY an accelerator, for a lease CNY an accelerator and year; undefined where nobody quoted it by `asOf`
 * @throws SandtableError ST-C001 for an unknown chip
 */
export function price(
  catalogue: Catalogue,
  name: string,
  { day, channel = 'official', asOf = Infinity }: PriceOptions,
): Distribution | undefined {
  const { id } = requireChip(catalogue, name);
  const read = readQuotes(catalogue);
  const seen = catalogue.quotes
    .filter((quote) => quote.chip === id && quote.channel === channel && quote.published.to <= asOf)
    .map((quote) => ({ day: middle(quote.date), ...read(quote) }))
    .sort((a, b) => a.day - b.day);
  if (seen.length === 0) return undefined;
  const drift = median(catalogue.pricing.drift.quantity)!;
  const { mu, variance } = smooth(seen, day, (drift * drift) / daysPerYear);
  return lognormal(mu, Math.sqrt(variance));
}

/**
 * Price of one P of dense FP16, in working servers of a chip.
 *
 * @returns CNY for 1e15 FLOP/s; undefined where there is no quote or no peak rate
 */
export function pricePerDenseP(
  catalogue: Catalogue,
  name: string,
  options: PriceOptions,
): Distribution | undefined {
  const each = price(catalogue, name, options);
  const rate = peak(requireChip(catalogue, name));
  return each && rate && productOf([{ of: each }, { of: scaled(rate, 1e-15), power: -1 }]);
}

interface Seen extends LogMoments {
  day: number;
}

/** Log price of one accelerator with the rest of its server [log CNY], with the noise of the quote's grade. */
function serverPrice({ exchange, pricing }: Catalogue, quote: Quote): LogMoments {
  const years = quote.term ? median(quote.term)! / (daysPerYear * secondsOfDay) : 1;
  const total = inYuan(quote.amount, exchange, middle(quote.date));
  const each = logMoments(scaled(total, 1 / (quote.accelerators * years)));
  const rest = { chip: pricing.fromChip, module: pricing.fromModule, server: undefined }[quote.scope];
  const whole = rest ? sumMoments([each, logMoments(coherent(rest.quantity)!)]) : each;
  const noise = pricing.noise.byCredibility[quote.grade.credibility];
  return { mu: whole.mu, variance: whole.variance + noise * noise };
}

/** `serverPrice` of the quotes of a catalogue: prices of many days rest on the same ones. */
const readQuotes = rememberedBy((catalogue: Catalogue) =>
  rememberedBy((quote: Quote) => serverPrice(catalogue, quote)),
);

/** Posterior of the random walk on `day`: what comes from the left and from the right, weighted by precision. */
function smooth(seen: readonly Seen[], day: number, stepVariance: number): LogMoments {
  const left = filter(
    seen.filter((one) => one.day <= day),
    day,
    stepVariance,
  );
  const right = filter(seen.filter((one) => one.day > day).reverse(), day, stepVariance);
  if (!left || !right) return (left ?? right)!;
  return combine(left, right);
}

/** Runs over the quotes towards `day`, from no knowledge: predict, then update (Kalman 1960, one dimension). */
function filter(seen: readonly Seen[], day: number, stepVariance: number): LogMoments | undefined {
  let state: Seen | undefined;
  for (const one of seen)
    state = state ? { day: one.day, ...combine(walk(state, one.day, stepVariance), one) } : one;
  return state && walk(state, day, stepVariance);
}

function walk({ day, mu, variance }: Seen, to: number, stepVariance: number): LogMoments {
  return { mu, variance: variance + stepVariance * Math.abs(to - day) };
}

function combine(a: LogMoments, b: LogMoments): LogMoments {
  const weight = b.variance / (a.variance + b.variance);
  return { mu: weight * a.mu + (1 - weight) * b.mu, variance: weight * a.variance };
}
