import type { Catalogue } from '../../src/chips/chip.ts';
import { median as medianOf } from '../../src/chips/figure.ts';
import { requireChip } from '../../src/chips/find.ts';
import { peak } from '../../src/chips/peak.ts';
import { constantsOf } from '../../src/site/class-file.ts';
import { monthOfDay } from '../../src/site/climate.ts';
import { requireClimate } from '../../src/site/climate-file.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import type { EpwFile } from '../../src/site/epw.ts';
import type { EpwRepair } from '../../src/site/epw-repair.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { coolingMiddles, type Grounds, middlesOf } from '../../src/site/grounds.ts';
import { ratedPower } from '../../src/site/power.ts';
import { type PowerKind, statedPowers } from '../../src/site/power-kinds.ts';
import type { SiteModel } from '../../src/site/site-model.ts';
import { quantileOf } from '../../src/site/site-year.ts';
import { hoursOfYear, type Weather } from '../../src/site/weather.ts';
import { yearlyPue } from '../../src/site/yearly-pue.ts';
import { normalCdf } from '../../src/stats/normal.ts';
import { binnedFine, type KeptBins, packed, pueFromBins, pueFromHours, unpacked } from './hourly.ts';
import type { PlaceStatistics, PublishedPue, PueStatement } from './published.ts';
import { fitted, mean, median, modelled, type ScoredPue, scored, typicalWeather } from './pue.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
const signed = (value: number, digits = 3) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(digits)}`;

const error = (rows: readonly ScoredPue[], of: keyof ScoredPue) =>
  mean(rows.map((row) => Math.abs((row[of] as number) - row.pue)));

/** PUE and WUE against what operators disclose. */
export function pueSection(sites: readonly PublishedPue[], grounds: Grounds, seen = true): string {
  const models = modelled(sites, grounds);
  const rows = scored(models, grounds, seen);
  const operators = [...new Set(rows.map(({ operator }) => operator))];
  const summary = [...operators, 'all'].map((operator) => {
    const own = operator === 'all' ? rows : rows.filter((row) => row.operator === operator);
    return [
      operator,
      String(own.length),
      ...(['model', 'out', 'guess', 'unknown'] as const).map((of) => error(own, of).toFixed(4)),
    ];
  });
  const wet = rows.filter((row) => row.water !== null);
  const ratios = wet.map((row) => Math.log(row.water! / row.wue!));
  const factor = Math.exp(median(ratios.map(Math.abs)));
  const within = ratios.filter((one) => Math.abs(one) <= Math.log(1.5)).length;
  const classes = [...grounds.classes.values()].map((one) => [
    one.id,
    String(rows.filter((row) => row.class === one.id).length),
    signed(one.overhead),
    signed(fitted(models, one)),
  ]);
  const sorted = [...rows].sort((a, b) => Math.abs(b.out - b.pue) - Math.abs(a.out - a.pue));
  return [
    '## PUE by region, class known\n',
    "Mean absolute error. *In*: with the stored constants of the class; *left out*: the constants of a site's class fitted without it; *guess*: the mean of the operator's other sites; *class unknown*: the mean over all classes.\n",
    table(['operator', 'sites', 'in', 'left out', 'guess', 'class unknown'], summary),
    '\nConstants of the classes, stored and fitted to the sites above:\n',
    table(['class', 'sites', 'overhead stored', 'fitted'], classes),
    `\n## WUE\n\nOver ${wet.length} sites with water, of which no constant is fitted to any: median factor between model and disclosure ${factor.toFixed(2)}, wanted 1.5 (${within} of ${wet.length} within it); median ratio ${Math.exp(median(ratios)).toFixed(2)}.\n`,
    '## Every site, the worst first\n',
    table(
      ['id', 'site', 'class', 'place', 'PUE', 'model, left out', 'error', 'WUE', 'model'],
      sorted.map((row) => [
        row.id,
        row.name,
        row.class,
        row.place,
        String(row.pue),
        row.out.toFixed(3),
        signed(row.out - row.pue),
        row.wue === undefined ? '' : String(row.wue),
        row.water === null ? '' : row.water.toFixed(2),
      ]),
    ),
  ].join('\n');
}

/** Single statements, compared and not fitted. */
export function statementSection(statements: readonly PueStatement[], grounds: Grounds): string {
  const rows = statements.map((one) => {
    const weather = typicalWeather(requireClimate(grounds.climates, one.place), grounds);
    const operator = one.class ? grounds.classes.get(one.class)! : undefined;
    const plant = operator ?? { blend: { [one.plant!]: 1 } };
    const base = coolingMiddles(grounds);
    const { meanPue } = coolingYear(weather, {
      constants: operator ? constantsOf(base, operator) : base,
      blend: plant.blend,
    });
    const model = meanPue + (operator?.overhead ?? 0);
    const said = one.pue === undefined ? `< ${one.below}` : String(one.pue);
    const verdict =
      one.pue === undefined ? (model < one.below! ? 'holds' : 'does not hold') : signed(model - one.pue);
    return [one.id, one.name, one.class ?? one.plant!, said, model.toFixed(3), verdict];
  });
  return `## Single statements\n\nNot used for any constant.\n\n${table(['id', 'site', 'plant', 'stated', 'model', 'error'], rows)}`;
}

export interface PublishedPower {
  id: string;
  name: string;
  chip: string;
  count?: number;
  equivalents?: number;
  mw: number;
  kind: PowerKind;
}

/** Chips to megawatts, the kind of number known. */
export function powerSection(
  rows: readonly PublishedPower[],
  { grounds, site, catalogue }: { grounds: Grounds; site: SiteModel; catalogue: Catalogue },
): string {
  const { headroom } = middlesOf(grounds.power).feeder;
  const middle = (figure: Parameters<typeof medianOf>[0]) => medianOf(figure)!;
  const chain = {
    peakShare: middle(site.power.peakShare.quantity),
    clusterOverhead: middle(site.power.clusterOverhead.quantity),
    diversity: middle(site.power.diversity.training.quantity),
    pue: yearlyPue(site, { region: 'other' }).quantile(0.5),
  };
  const rate = (name: string) => peak(requireChip(catalogue, name))!.quantile(0.5);
  const scoredRows = rows.map((row) => {
    const chips = row.count ?? (row.equivalents! * rate('h100-sxm5')) / rate(row.chip);
    const ratedMw =
      (chips * ratedPower(site, catalogue, requireChip(catalogue, row.chip)).quantile(0.5)) / 1e6;
    const model = statedPowers(ratedMw, {
      chain,
      provisioned: middle(site.power.provisioned.quantity),
      headroom,
    })[row.kind];
    return { ...row, chips, model, ratio: model / row.mw };
  });
  const sorted = [...scoredRows].sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const lines = sorted.map((row) => [
    row.id,
    row.name,
    row.chip,
    String(Math.round(row.chips)),
    row.kind,
    String(row.mw),
    String(Number(row.model.toPrecision(3))),
    row.ratio.toFixed(2),
  ]);
  return `## Chips to megawatts\n\nMedian ratio of model to published ${median(scoredRows.map(({ ratio }) => ratio)).toFixed(2)}.\n\n${table(['id', 'site', 'chip', 'chips', 'kind', 'MW', 'model', 'ratio'], lines)}`;
}

/** Years behind the statistics of generated weather. */
const weatherYears = 20;
const weatherBounds = [1.5, 1.5, 1, 0.15];

/** The four statistics of some hours, whole years. */
function fourStatistics({ temperature, wetBulb }: Weather, years: number): number[] {
  const above = temperature.filter((t) => t > 27).length / years;
  return [quantileOf(temperature, 0.996), quantileOf(temperature, 0.01), quantileOf(wetBulb, 0.996), above];
}

/** Standard deviation of each statistic over the single years: what one typical year, as the file is, strays by. */
function scatterOfYears(weather: Weather): number[] {
  const single = Array.from({ length: weatherYears }, (_, year) => {
    const hours = (column: Float64Array) => column.subarray(year * hoursOfYear, (year + 1) * hoursOfYear);
    const one = { ...weather, temperature: hours(weather.temperature), wetBulb: hours(weather.wetBulb) };
    return fourStatistics(one, 1);
  });
  return [0, 1, 2, 3].map((i) => {
    const average = mean(single.map((row) => row[i]!));
    return Math.sqrt(mean(single.map((row) => (row[i]! - average) ** 2)));
  });
}

/** The generator against statistics of hourly files, from monthly normals alone. */
export function weatherSection(places: readonly PlaceStatistics[], grounds: Grounds): string {
  const rows = places.map((one) => {
    const climate = requireClimate(grounds.climates, one.id);
    const options = { constants: grounds.generator, seed: 1, years: weatherYears, typical: true };
    const weather = generateWeather(climate, options);
    const made = fourStatistics(weather, weatherYears);
    const file = [one.t996, one.t1, one.wetBulb996, one.above27];
    const scatter = scatterOfYears(weather);
    const misses = made.map((value, i) => value - file[i]!);
    // Hours above 27 °C are bounded in shares of those of the file, temperatures in kelvins.
    const bounds = weatherBounds.map((bound, i) => (i === 3 ? bound * file[3]! : bound));
    const met = misses.map((miss, i) => Math.abs(miss) <= bounds[i]!);
    const chance = scatter.map((sd, i) => 2 * normalCdf(bounds[i]! / Math.max(1e-9, sd)) - 1);
    return {
      id: one.id,
      monthly: worstMonth(weather, climate.temperature),
      misses,
      scatter,
      made,
      file,
      met,
      chance,
    };
  });
  const count = (i: number) => `${rows.filter(({ met }) => met[i]).length} of ${rows.length}`;
  const perfect = (i: number) => rows.reduce((sum, { chance }) => sum + chance[i]!, 0).toFixed(1);
  const names = [
    '99.6 % temperature (1.5 K)',
    '1 % temperature (1.5 K)',
    '99.6 % wet bulb (1 K)',
    'hours above 27 °C (15 %)',
  ];
  const lines = rows.map(({ id, monthly, misses, scatter, made, file, met }) => [
    id,
    monthly.toFixed(3),
    ...[0, 1, 2].map((i) => `${signed(misses[i]!, 2)} ± ${scatter[i]!.toFixed(2)}${met[i] ? '' : ' ✗'}`),
    `${Math.round(made[3]!)} ± ${Math.round(scatter[3]!)} / ${file[3]}`,
    `${signed((100 * misses[3]!) / file[3]!, 0)} %${met[3] ? '' : ' ✗'}`,
  ]);
  return [
    '## Weather from monthly normals\n',
    'Twenty typical years each, from the monthly rows alone. Constants are fitted to some 330 other stations; the thirteen decided only between sets that fit those equally. The statistics to meet are those of one typical year, spliced from months of different years; after ± stands how far a single generated year strays, so how far a file may stray from a climate that is known exactly. *Within, if exact* is how many places would be expected within the bound if that were the only difference. ✗ marks a miss.\n',
    table(
      ['statistic', 'within', 'within, if exact'],
      [
        [
          'monthly means (0.3 K)',
          `${rows.filter(({ monthly }) => monthly <= 0.3).length} of ${rows.length}`,
          String(rows.length),
        ],
        ...names.map((name, i) => [name, count(i), perfect(i)]),
      ],
    ),
    '',
    table(
      [
        'place',
        'worst month, K',
        'T 99.6 %, K',
        'T 1 %, K',
        'wet bulb 99.6 %, K',
        'h > 27 °C, made / file',
        'error',
      ],
      lines,
    ),
  ].join('\n');
}

function worstMonth({ temperature, hours }: Weather, normals: readonly number[]): number {
  const sums = new Float64Array(12);
  const counts = new Float64Array(12);
  for (let i = 0; i < hours; i++) {
    const m = monthOfDay[Math.floor(i / 24) % 365]!;
    sums[m]! += temperature[i]!;
    counts[m]!++;
  }
  return Math.max(...normals.map((normal, m) => Math.abs(sums[m]! / counts[m]! - normal)));
}

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
