import { stream, uniforms } from '../stats/random.ts';
import type { Blend } from './cooling.ts';
import { coolingYear } from './cooling.ts';
import type { CoolingConstants } from './cooling-constants.ts';
import type { Grounds } from './grounds.ts';
import { binnedMeans, type WeatherBins } from './weather-bins.ts';

/** Yearly PUE over plants of one kind, and PUE of the 99.6 % hour over it. */
export interface PlantSpread {
  pue: { low: number; median: number; high: number };
  wue: { low: number; median: number; high: number };
  /** Yearly PUE of every plant drawn. */
  values: Float64Array;
  /** PUE of the 99.6 % hour over the mean of the year [-]. */
  peak: number;
}

/**
 * How PUE and WUE spread over plants whose constants nobody published: every constant drawn on its own.
 *
 * @param draws how many plants
 * @param trim capacity of their chillers over the heat; enough for the hottest hour where left out
 */
export function plantSpread(
  bins: WeatherBins,
  blend: Blend,
  {
    grounds,
    seed,
    draws = 200,
    trim,
  }: { grounds: Pick<Grounds, 'cooling'>; seed: number | string; draws?: number; trim?: number },
): PlantSpread {
  const [pues, wues] = [new Float64Array(draws), new Float64Array(draws)];
  const plants = drawnConstants(grounds, seed, draws);
  const peaks = new Float64Array(draws);
  for (const [i, constants] of plants.entries()) {
    const options = { constants, blend, ...(trim !== undefined && { trim }) };
    const { pue, wue } = binnedMeans(bins, options);
    pues[i] = pue;
    wues[i] = wue;
    peaks[i] = hottest(bins, coolingYear(bins.cells, options).wantedPue) / pue;
  }
  const range = (values: Float64Array) => {
    const sorted = values.slice().sort();
    const at = (p: number) => sorted[Math.round(p * (draws - 1))]!;
    return { low: at(0.05), median: at(0.5), high: at(0.95) };
  };
  return { values: pues, pue: range(pues), wue: range(wues), peak: range(peaks).median };
}

/** Constants of plants, each drawn from its spread over sites. */
export function drawnConstants(
  { cooling }: Pick<Grounds, 'cooling'>,
  seed: number | string,
  draws: number,
): CoolingConstants[] {
  const columns = Object.entries(cooling).flatMap(([section, { spread }]) =>
    Object.entries(spread).map(([key, distribution]) => {
      const column = new Float64Array(draws);
      uniforms(stream(seed, `plant/${section}/${key}`), 0, column);
      return { section, key, values: column.map((p) => distribution.quantile(p)) };
    }),
  );
  return Array.from({ length: draws }, (_, i) => {
    const one: Record<string, Record<string, number>> = {};
    for (const { section, key, values } of columns) {
      one[section] ??= {};
      one[section][key] = values[i]!;
    }
    return one as unknown as CoolingConstants;
  });
}

/** PUE that 0.4 % of the hours exceed. */
function hottest({ weights }: WeatherBins, pue: Float64Array): number {
  const order = Array.from(pue.keys()).sort((a, b) => pue[b]! - pue[a]!);
  let share = 0;
  for (const i of order) {
    share += weights[i]!;
    if (share >= 0.004) return pue[i]!;
  }
  return pue[order.at(-1)!]!;
}
