import { stream, uniforms } from '../stats/random.ts';
import type { Climate } from './climate.ts';
import type { PlantKind } from './cooling-constants.ts';
import { plantKinds } from './cooling-constants.ts';
import { generateWeather } from './generator.ts';
import type { Grounds } from './grounds.ts';
import { plantSpread } from './plant-spread.ts';
import { binned } from './weather-bins.ts';

/** Weather years, plants and seed behind data/site/climates.yaml. */
const years = 20;
const plants = 200;
const seed = 7;

/** Yearly PUE of a plant of unknown constants and operator in a climate: middle 90 %, and the peak hour over the mean. */
export interface ClimatePue {
  low: number;
  median: number;
  high: number;
  peak: number;
}

/**
 * Yearly PUE of every plant in a climate, precomputed for the assessment: twenty weather years gathered in cells, 200 plants
 * with constants drawn from their spreads, and the overhead of an unknown operator.
 */
export function climatePue(climate: Climate, grounds: Grounds): Record<PlantKind, ClimatePue> {
  const weather = generateWeather(climate, { constants: grounds.generator, seed, years });
  const bins = binned(weather);
  const { spread, middle } = grounds.cooling.operator;
  const p = new Float64Array(plants);
  uniforms(stream(seed, 'operator/overhead'), 0, p);
  const overhead = p.map((one) => spread.more.quantile(one) - middle.less);
  const pairs = plantKinds.map((kind): [PlantKind, ClimatePue] => {
    const { values, peak } = plantSpread(bins, { [kind]: 1 }, { grounds, seed, draws: plants });
    const sorted = values.map((pue, i) => Math.max(1.01, pue + overhead[i]!)).sort();
    const at = (share: number) => Number(sorted[Math.round(share * (plants - 1))]!.toFixed(3));
    return [kind, { low: at(0.05), median: at(0.5), high: at(0.95), peak: Number(peak.toFixed(3)) }];
  });
  return Object.fromEntries(pairs) as Record<PlantKind, ClimatePue>;
}
