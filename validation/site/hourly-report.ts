import { requireClimate } from '../../src/site/climate-file.ts';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import type { EpwFile } from '../../src/site/epw.ts';
import type { EpwRepair } from '../../src/site/epw-repair.ts';
import { generateWeather } from '../../src/site/generator.ts';
import type { Grounds } from '../../src/site/grounds.ts';
import { binnedFine, type KeptBins, packed, pueFromBins, pueFromHours, unpacked } from './hourly.ts';
import { signed, table } from './markdown.ts';
import { mean } from './pue.ts';

/** Yearly PUE of generated weather against that of hourly files, kept as cells of 1 K. */
export function hourlySection(kept: readonly KeptBins[], grounds: Grounds): string {
  const rows = kept.map((one) => {
    const file = pueFromBins(unpacked(one), grounds);
    const climate = requireClimate(grounds.climates, one.id);
    const weather = generateWeather(climate, {
      constants: grounds.generator,
      seed: 1,
      years: 20,
      typical: true,
    });
    const made = pueFromHours(weather, grounds);
    return { id: one.id, file, errors: plantKinds.map((kind) => made[kind] - file[kind]) };
  });
  const all = rows.flatMap(({ errors }) => errors.map(Math.abs));
  const lines = rows.map(({ id, file, errors }) => [
    id,
    ...plantKinds.map((kind, i) => `${file[kind].toFixed(4)} (${signed(errors[i]!, 4)})`),
  ]);
  return `## Yearly PUE of generated weather\n\nPUE from the file's hours, and in brackets what generated weather adds: at most ${Math.max(...all).toFixed(4)}, wanted 0.005.\n\n${table(['place', ...plantKinds], lines)}`;
}

/** What can only be said with the files at hand: cells against hours, repairs, correlation from hour to hour. */
export function filesSection(files: readonly { id: string; file: EpwFile }[], grounds: Grounds): string {
  const rows = files.map(({ id, file }) => {
    const hours = pueFromHours(file.weather, grounds);
    const fine = pueFromBins(binnedFine(file.weather), grounds);
    const coarse = pueFromBins(unpacked(packed(id, file.weather)), grounds);
    const worst = (bins: typeof fine) =>
      Math.max(...plantKinds.map((kind) => Math.abs(bins[kind] - hours[kind])));
    const climate = requireClimate(grounds.climates, id);
    const made = generateWeather(climate, { constants: grounds.generator, seed: 1, years: 4, typical: true });
    return [
      id,
      worst(fine).toExponential(1),
      worst(coarse).toExponential(1),
      correlation(file.weather.temperature).toFixed(4),
      correlation(made.temperature).toFixed(4),
      file.repairs.map((one) => `${one.kind} ${measureOf(one)}`).join(', '),
    ];
  });
  return `## With the hourly files at hand\n\nLargest difference of yearly PUE over the four plants between cells and hours (cells with their own means, and the kept ones of whole kelvins); correlation of temperature from hour to hour in the file and generated; what was repaired.\n\n${table(['place', 'cells', 'kept cells', 'correlation', 'generated', 'repaired'], rows)}`;
}

/** How large a repair is, in what it is counted in. */
function measureOf(repair: EpwRepair): string {
  if ('hours' in repair) return String(Number(repair.hours.toFixed(2)));
  if ('breaks' in repair) return String(repair.breaks);
  if (repair.kind === 'pressure') return '';
  return `${Math.round(repair.before)} → ${Math.round(repair.after)}`;
}

function correlation(values: Float64Array): number {
  const average = mean(Array.from(values));
  let [above, below] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const here = values[i]! - average;
    below += here * here;
    if (i > 0) above += here * (values[i - 1]! - average);
  }
  return above / below;
}
