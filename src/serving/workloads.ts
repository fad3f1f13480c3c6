import type { DataFile } from '../chips/catalogue.ts';
import { type Figure, median } from '../chips/figure.ts';
import { figureOf } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault, type Place } from '../errors/fault.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import type { Citation, Localised, PartialDate } from '../sources/source.ts';
import { fromQuantiles, type QuantilePoint } from '../stats/from-quantiles.ts';
import { asMeant } from '../units/over.ts';
import type { Quantity } from '../units/quantity.ts';
import type { ChipRates } from './chip-day.ts';
import type { RequestShape } from './requests.ts';
import { type WorkloadFile, workloadFileSchema } from './workload-file.ts';

type Written<K extends keyof WorkloadFile> = NonNullable<WorkloadFile[K]>;
type Cited = { citation: Citation; place: Place };

/** Requests of a public trace, by their summary figures: plain data. */
export interface Trace extends Cited {
  id: string;
  name: Localised;
  /** Quantiles of the tokens of a request. */
  lengths: { read: readonly QuantilePoint[]; write: readonly QuantilePoint[] };
  gapSpread: number;
  minuteSpread: number;
  /** Means over the trace itself, to hold the quantiles against. */
  means: { read: number; write: number };
  /** Variance over mean of the requests of the trace in 1 s, 10 s and 60 s, and its requests a second. */
  dispersion: readonly number[];
  rate: number;
  note?: string;
}

/** The same as requests to draw. */
export type TraceShape = Trace & RequestShape;

/** Requests like those of a trace, lengths drawn from its quantiles. */
export function shapeOf(trace: Trace): TraceShape {
  const { read, write } = trace.lengths;
  return { ...trace, read: fromQuantiles(read), write: fromQuantiles(write) };
}

/** Load of each hour of a day over its mean. */
export interface LoadShape extends Cited {
  id: string;
  name: Localised;
  hours: readonly number[];
}

/** What a country is said to use: tokens a day, by date, as stated and as read; and how many people that is. */
export interface ReportedDemand {
  id: string;
  name: Localised;
  reported: readonly { date: PartialDate; says: Quantity; tokens: Figure; users?: Figure }[];
}

/** A country of which only the users can be estimated. */
export interface Country {
  id: string;
  name: Localised;
  people: Figure;
  share: Figure;
}

/** How fast chips of a kind serve, as computed once from the serving model. */
export interface KindRates extends ChipRates {
  chip: string;
  /** Standard deviation of the logarithm of a predicted rate. */
  spread: number;
  place: Place;
}

/** Rates of kinds of chips with the model they serve. */
export interface RateTable {
  /** Id and name of the model that the rates are of. */
  model: string;
  name: string;
  /** Seconds between two tokens of one sequence at most. */
  pace: number;
  chips: ReadonlyMap<string, KindRates>;
  citation: Citation;
}

/** How well a kind of chip trains, as computed once from the training model. */
export interface KindTraining {
  chip: string;
  /** Share of the dense BF16 peak, attention counted as causal. */
  utilisation: number;
  /** Standard deviation of the logarithm of a predicted rate. */
  spread: number;
  place: Place;
}

/** How well kinds of chips train, with the model they train. */
export interface TrainingTable {
  model: string;
  chips: ReadonlyMap<string, KindTraining>;
  citation: Citation;
}

export type City = Written<'cities'>[number];
export type ServiceNumbers = Readonly<Record<keyof Written<'service'>, Figure>>;
export type FibreNumbers = Readonly<Record<keyof Written<'fibre'>, Figure>>;

/** What is asked of models, by whom, and from where: data/workloads. */
export interface Workloads {
  requests: ReadonlyMap<string, Trace>;
  service: ServiceNumbers;
  load: ReadonlyMap<string, LoadShape>;
  users: { chat: Figure };
  demand: ReadonlyMap<string, ReportedDemand>;
  countries: ReadonlyMap<string, Country>;
  fibre: FibreNumbers;
  cities: readonly City[];
  rates: RateTable;
  training: TrainingTable;
}

const sections = ['requests', 'service', 'load', 'users', 'demand', 'countries', 'fibre', 'cities'] as const;

/**
 * Reads the files of `data/workloads`.
 *
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the workloads, absent where a section is missing or broken, and everything wrong: ST-W001 for a section that is
 * missing, ST-W002 for hours of a load that do not have a mean of 1
 */
export function parseWorkloads(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { workloads?: Workloads; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const found: { [K in keyof WorkloadFile]: unknown } = {};
  for (const { path, text } of files) {
    const { value, faults: wrong, placeOf } = readDocument(text, path, workloadFileSchema);
    faults.push(...wrong, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    faults.push(...unevenLoads(value, placeOf));
    Object.assign(found, sectionsOf(value, placeOf));
  }
  const missing = sections.filter((section) => found[section] === undefined);
  faults.push(
    ...missing.map((section) =>
      error(
        'ST-W001',
        `data/workloads has no \`${section}\`.`,
        `Add \`${section}:\`, or install Sandtable again.`,
      ),
    ),
  );
  if (faults.some(({ severity }) => severity === 'error')) return { faults };
  return { workloads: found as unknown as Workloads, faults };
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

function sectionsOf(file: WorkloadFile, placeOf: PlaceOf): { [K in keyof Workloads]?: Workloads[K] } {
  return {
    ...(file.requests && {
      requests: byId(file.requests.map((one, i) => traceOf(one, placeOf(['requests', i])))),
    }),
    ...(file.service && { service: figures(file.service, 'service', placeOf) }),
    ...(file.load && {
      load: byId(
        file.load.map(({ id, name, hours, ...cited }, i) => ({
          id,
          name,
          hours,
          citation: citationOf(cited),
          place: placeOf(['load', i]),
        })),
      ),
    }),
    ...(file.users && { users: figures(file.users, 'users', placeOf) }),
    ...(file.demand && { demand: byId(file.demand.map((one, i) => demandOf(one, i, placeOf))) }),
    ...(file.countries && {
      countries: byId(
        file.countries.map(({ people, share, ...own }, i) => ({
          ...own,
          people: figureOf(people, undefined, placeOf(['countries', i, 'people'])),
          share: figureOf(share, undefined, placeOf(['countries', i, 'share'])),
        })),
      ),
    }),
    ...(file.fibre && { fibre: figures(file.fibre, 'fibre', placeOf) }),
    ...(file.cities && { cities: file.cities }),
    ...(file.rates && { rates: ratesOf(file.rates, placeOf) }),
    ...(file.training && { training: trainingOf(file.training, placeOf) }),
  };
}

/** Hours whose mean is off by more than their rounding. */
function unevenLoads({ load = [] }: WorkloadFile, placeOf: PlaceOf): Fault[] {
  return load.flatMap(({ id, hours }, i) => {
    const mean = hours.reduce((sum, hour) => sum + hour, 0) / hours.length;
    if (Math.abs(mean - 1) < 0.01) return [];
    const what = `The hours of \`${id}\` have a mean of ${mean.toPrecision(3)}.`;
    return [error('ST-W002', what, 'Divide them by it.', { place: placeOf(['load', i, 'hours']) })];
  });
}

type WrittenFigure = Parameters<typeof figureOf>[0];

function figures<K extends string>(
  written: Readonly<Record<K, WrittenFigure>>,
  section: string,
  placeOf: PlaceOf,
): Record<K, Figure> {
  const pairs = (Object.entries(written) as [K, WrittenFigure][]).map(
    ([key, one]) => [key, figureOf(one, undefined, placeOf([section, key]))] as const,
  );
  return Object.fromEntries(pairs) as Record<K, Figure>;
}

function traceOf(written: Written<'requests'>[number], place: Place): Trace {
  const { id, name, read, write, meanRead, meanWrite, gapSpread, minuteSpread, note, ...more } = written;
  return {
    id,
    name,
    lengths: { read: pointsOf(read), write: pointsOf(write) },
    means: { read: meanRead, write: meanWrite },
    dispersion: more.dispersion,
    rate: more.rate,
    gapSpread,
    minuteSpread,
    citation: citationOf(written),
    place,
    ...(note !== undefined && { note }),
  };
}

/** Quantiles as points: `p05: 41` is 41 at 5 %. */
function pointsOf(quantiles: Readonly<Record<string, number>>): QuantilePoint[] {
  return Object.entries(quantiles).map(([p, value]) => [Number(p.slice(1)) / 100, value]);
}

function demandOf(
  { id, name, reported }: Written<'demand'>[number],
  i: number,
  placeOf: PlaceOf,
): ReportedDemand {
  return {
    id,
    name,
    reported: reported.map(({ date, users, value, ...cited }, r) => ({
      date,
      says: value,
      tokens: figureOf({ ...cited, value: asMeant(value) }, undefined, placeOf(['demand', i, 'reported', r])),
      ...(users && { users: figureOf(users, undefined, placeOf(['demand', i, 'reported', r, 'users'])) }),
    })),
  };
}

function ratesOf(
  { model, name, pace, contexts, chips, ...cited }: Written<'rates'>,
  placeOf: PlaceOf,
): RateTable {
  const kinds = chips.map(
    (one, i) => [one.chip, { ...one, contexts, place: placeOf(['rates', 'chips', i]) }] as const,
  );
  return { model, name, pace: median(pace)!, chips: new Map(kinds), citation: citationOf(cited) };
}

function trainingOf({ model, chips, ...cited }: Written<'training'>, placeOf: PlaceOf): TrainingTable {
  const kinds = chips.map(
    (one, i) => [one.chip, { ...one, place: placeOf(['training', 'chips', i]) }] as const,
  );
  return { model, chips: new Map(kinds), citation: citationOf(cited) };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}
