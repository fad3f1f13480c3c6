import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { cos, sin } from '../elementary/trigonometry.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { GeneratorConstants } from './generator-constants.ts';
import type { Weather } from './weather.ts';
import { betweenNoons, type DailyNormals, daily, days, monthMiddles, sumOf } from './weather-days.ts';
import type { DailyDraws } from './weather-draws.ts';
import type { Sky } from './weather-sky.ts';

type CourseConstants = GeneratorConstants['course'];

/** Courses of the days of a place, the same in every year but for how far a day is shifted from the sun's. */
export interface DayCourses {
  constants: CourseConstants;
  /** Clock hour of the minimum, hours from it to sunset, by day. */
  low: Float64Array;
  length: Float64Array;
  /** Power that bends the course until its mean lies where the normals put it. */
  power: Float64Array;
}

export interface TemperatureParts {
  climate: Climate;
  normals: DailyNormals;
  courses: DayCourses;
  residual: Float64Array;
  drawn: DailyDraws;
}

/** Fills the hours: the mean of each day between noons, the course of the day around it, and what hours stray. */
export function fillTemperature(out: Weather, parts: TemperatureParts): void {
  const { normals, residual, climate, drawn, courses } = parts;
  const { jitter, rough } = courses.constants;
  const ranges = dailyRanges(parts);
  const course = new Float64Array(24 * days);
  for (let d = 0; d < days; d++) {
    const day = course.subarray(24 * d, 24 * d + 24);
    fillCourse(day, courses, { day: d, shift: jitter * drawn.shift[d]! });
    for (let h = 0; h < 24; h++) day[h] = ranges[d]! * (day[h]! + rough * drawn.hours[24 * d + h]!);
  }
  restoreRanges(course, normals.range);
  betweenNoons(
    normals.mean.map((mean, d) => mean + residual[d]!),
    out.temperature,
  );
  for (let i = 0; i < course.length; i++) out.temperature[i]! += course[i]!;
  restoreMonths(out.temperature, climate, residual);
}

/** Takes the mean of every day out, and scales months so that their mean daily range is the normal. */
function restoreRanges(course: Float64Array, range: Float64Array): void {
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    let found = 0;
    for (let d = first; d < first + monthDays[m]!; d++) found += centredRange(course, 24 * d);
    const ratio = sumOf(range, first, first + monthDays[m]!) / found;
    for (let i = 24 * first; i < 24 * (first + monthDays[m]!); i++) course[i]! *= ratio;
  }
}

/** Takes the mean out of the day that begins at an index, and gives its range. */
function centredRange(course: Float64Array, first: number): number {
  let [low, high] = [course[first]!, course[first]!];
  for (let i = first; i < first + 24; i++) {
    low = Math.min(low, course[i]!);
    high = Math.max(high, course[i]!);
  }
  const mean = sumOf(course, first, first + 24) / 24;
  for (let i = first; i < first + 24; i++) course[i]! -= mean;
  return high - low;
}

/** Moves months so that their means are exactly the normals plus the mean of the residuals. */
function restoreMonths(temperature: Float64Array, climate: Climate, residual: Float64Array): void {
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const last = first + monthDays[m]!;
    const own = sumOf(residual, first, last) / monthDays[m]!;
    const found = sumOf(temperature, 24 * first, 24 * last) / (24 * monthDays[m]!);
    const miss = climate.temperature[m]! + own - found;
    for (let i = 24 * first; i < 24 * last; i++) temperature[i]! += miss;
  }
}

/** Range of every day [K], whose monthly means are the normals. */
function dailyRanges({ climate, normals, drawn }: TemperatureParts): Float64Array {
  const out = drawn.range.map((z, d) => {
    const normal = normals.range[d]!;
    return Math.max(0.2 * normal, normal + drawn.spread.range[d]! * z);
  });
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const last = first + monthDays[m]!;
    const wanted = Math.max(1, climate.dailyMax[m]! - climate.dailyMin[m]!) * monthDays[m]!;
    const ratio = wanted / sumOf(out, first, last);
    for (let d = first; d < last; d++) out[d]! *= ratio;
  }
  return out;
}

/** Courses whose means over the day are the normals', fitted in the middle of every month. */
export function dayCourses(sky: Sky, { middle }: DailyNormals, constants: CourseConstants): DayCourses {
  const light = sky.light.map((hours) => Math.min(9, Math.max(3, hours)));
  const courses = {
    constants,
    low: sky.noon.map((noon, d) => noon - light[d]! + constants.start),
    length: light.map((hours) => 2 * hours - constants.start),
    power: new Float64Array(days).fill(1),
  };
  const course = new Float64Array(24);
  const powers = monthMiddles.map((at) => {
    const day = Math.floor(at);
    // The mean goes nearly with a power of the power.
    for (let round = 0; round < 3; round++) {
      fillCourse(course, courses, { day, shift: 0 });
      courses.power[day]! *= log(middle[day]!) / log(sumOf(course) / 24);
    }
    return courses.power[day]!;
  });
  return { ...courses, power: daily(powers) };
}

/**
 * Course of a day from 0 at its minimum to 1 at its maximum: a sine from sunrise, past noon by the lag, to sunset, then a decay
 * towards the next sunrise (Parton and Logan 1981), bent by a power.
 *
 * @param shift hours that the day is behind the sun's
 */
function fillCourse(
  out: Float64Array,
  { constants, low, length, power }: DayCourses,
  { day, shift }: { day: number; shift: number },
): void {
  const [start, lit, bend] = [low[day]! + shift, length[day]!, power[day]!];
  const turn = Math.PI / (lit + 2 * constants.lag);
  const last = exp(-constants.decay);
  const first = Math.ceil(start - 0.5);
  const since = first + 0.5 - start;
  // Sines and decays of equal steps follow from the ones before.
  let [before, sine] = [sin(turn * (since - 1)), sin(turn * since)];
  const twice = 2 * cos(turn);
  const sunny = Math.min(23, Math.floor(lit - since));
  const fall = constants.decay / (24 - lit);
  const step = exp(-fall);
  let fallen = exp(-fall * (since + sunny + 1 - lit));
  const dusk = sin(turn * lit) / (1 - last);
  for (let k = 0; k < 24; k++) {
    const h = (first + k + 24) % 24;
    const plain = k <= sunny ? sine : dusk * (fallen - last);
    if (k <= sunny) [before, sine] = [sine, twice * sine - before];
    else fallen *= step;
    out[h] = plain > 0 ? exp(bend * log(plain)) : 0;
  }
}
