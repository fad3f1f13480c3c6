import type { Climate, Months } from './climate.ts';
import { monthDays, monthOfDay } from './climate.ts';

export const days = 365;

/** Daily values whose monthly means are the normals: straight lines between month middles, moved until they fit. */
export function daily(months: Months): Float64Array {
  const out = new Float64Array(days);
  interpolate(anchorsOf(months), out);
  return out;
}

/** Days from the beginning of the year to the middle of every month. */
export const monthMiddles = monthDays.map((length, m) => {
  const start = monthDays.slice(0, m).reduce((sum, one) => sum + one, 0);
  return start + length / 2;
});

/** For every day the month middles around it, and how far it is from the first to the second. */
const between = Array.from({ length: days }, (_, d) => {
  const at = d + 0.5;
  const last = monthMiddles.findLastIndex((middle) => middle <= at);
  const from = last < 0 ? 11 : last;
  const to = (from + 1) % 12;
  const start = monthMiddles[from]! > at ? monthMiddles[from]! - days : monthMiddles[from]!;
  const end = monthMiddles[to]! < start ? monthMiddles[to]! + days : monthMiddles[to]!;
  return { from, to, share: (at - start) / (end - start) };
});
const fromMonth = Uint8Array.from(between, ({ from }) => from);
const toMonth = Uint8Array.from(between, ({ to }) => to);
const shares = Float64Array.from(between, ({ share }) => share);

function interpolate(anchors: Float64Array, out: Float64Array): void {
  for (let d = 0; d < days; d++) {
    const share = shares[d]!;
    out[d] = anchors[fromMonth[d]!]! * (1 - share) + anchors[toMonth[d]!]! * share;
  }
}

/** What the anchors of each month are when one month is 1 and the others 0: they are linear in the months. */
const ofOneMonth = monthDays.map((_, one) => {
  const anchors = Float64Array.from(monthDays, (_length, m) => (m === one ? 1 : 0));
  const wanted = Float64Array.from(anchors);
  const out = new Float64Array(days);
  for (let round = 0; round < 12; round++) {
    interpolate(anchors, out);
    const sums = new Float64Array(12);
    for (let d = 0; d < days; d++) sums[monthOfDay[d]!]! += out[d]!;
    for (let m = 0; m < 12; m++) anchors[m]! += wanted[m]! - sums[m]! / monthDays[m]!;
  }
  return anchors;
});

function anchorsOf(months: Months): Float64Array {
  const anchors = new Float64Array(12);
  for (let one = 0; one < 12; one++) {
    const column = ofOneMonth[one]!;
    for (let m = 0; m < 12; m++) anchors[m]! += column[m]! * months[one]!;
  }
  return anchors;
}

export interface DailyNormals {
  mean: Float64Array;
  range: Float64Array;
  /** Where the mean lies between minimum and maximum. */
  middle: Float64Array;
}

export function dailyNormals(climate: Climate): DailyNormals {
  const { temperature, dailyMax, dailyMin } = climate;
  const range = dailyMax.map((max, m) => Math.max(1, max - dailyMin[m]!));
  const middle = temperature.map((t, m) => Math.min(0.6, Math.max(0.36, (t - dailyMin[m]!) / range[m]!)));
  return { mean: daily(temperature), range: daily(range), middle: daily(middle) };
}

/** Takes the mean of every month out, without steps between them. */
export function centred(values: Float64Array): void {
  for (let round = 0; round < 3; round++) {
    const sums = new Float64Array(12);
    for (let d = 0; d < days; d++) sums[monthOfDay[d]!]! += values[d]!;
    const away = daily(Array.from(sums, (sum, m) => sum / monthDays[m]!));
    for (let d = 0; d < days; d++) values[d]! -= away[d]!;
  }
}

/** Sum of a column from an index to before another. */
export function sumOf(column: Float64Array, from = 0, to = column.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += column[i]!;
  return sum;
}

/** Values of hours in straight lines from the noon of one day to that of the next. */
export function betweenNoons(byDay: Float64Array, out: Float64Array): void {
  for (let d = 0; d < days; d++) {
    const here = byDay[d]!;
    const before = d > 0 ? byDay[d - 1]! : here;
    const after = d < days - 1 ? byDay[d + 1]! : here;
    for (let h = 0; h < 12; h++) {
      out[24 * d + h] = here + ((before - here) * (11.5 - h)) / 24;
      out[24 * d + h + 12] = here + ((after - here) * (h + 0.5)) / 24;
    }
  }
}
