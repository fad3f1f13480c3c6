import { exp } from '../elementary/exponential.ts';
import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { eighty } from '../training/spread.ts';
import type { EngineKind } from './constants.ts';
import type { ServingData } from './parse.ts';
import { modelKind, ratesOf, type ServingRecord } from './record.ts';

/**
 * What nobody has published enough rates of: whole services on a family of chips, of a model, by an engine of such models, or with
 * weights multiplied in such a format on such chips.
 */
export type Lack = 'family' | 'model' | 'engine' | 'format';

/** How far an answer may be off. */
export interface Spread {
  /** Standard deviation of the logarithm. */
  sd: number;
  /** What it was measured on, and on how many published rates; undefined where it is judged. */
  class: string;
  rates?: number;
  /** Whether the record does not reach there, and in what. */
  extrapolated: boolean;
  lacks: readonly Lack[];
}

/** Of what errors were measured, or judged, that stand for what is lacking. */
const lackClasses: Readonly<Record<Lack, readonly string[]>> = {
  family: ['none-KIND'],
  model: ['KIND-model'],
  engine: ['KIND-engine'],
  format: ['KIND-model', 'KIND-engine'],
};

/** Rates of a family of chips from which on their errors are taken to be those of others. */
const enough = 6;

/**
 * How far an answer may be off: measured out of sample on what `serve` answers of published rates, by kind of model, under limits no
 * narrower than without, and no surer than of single phases where reading and writing are on different chips. Of models and
 * engines that nobody has published, as far as answers were off when these were left out of the fit, and of formats the wider of both;
 * of families of chips, judged.
 *
 * @param limited whether requests must keep limits on latency
 * @param apart whether reading and writing are on different chips, which was published as single phases
 * @param unseenFormat whether nobody has published a rate in the format on such chips
 */
export function answerSpread(
  {
    model,
    machine,
    engine,
    limited,
    apart = false,
    unseenFormat = false,
  }: {
    model: Architecture;
    machine: Machine;
    engine: EngineKind;
    limited: boolean;
    apart?: boolean;
    unseenFormat?: boolean;
  },
  { intervals, intervalRates, record }: Pick<ServingData, 'intervals' | 'intervalRates' | 'record'>,
): Spread {
  const kind = modelKind(model);
  const lacks = [
    ...lacksOf({ model, machine, engine, apart }, record),
    ...(unseenFormat ? ['format' as const] : []),
  ];
  const classes = [
    `${kind}-offline`,
    ...(limited ? [`${kind}-service`] : []),
    ...(apart ? ['phase'] : []),
    ...lacks.flatMap((lack) => lackClasses[lack].map((name) => name.replace('KIND', kind))),
  ];
  const widest = classes
    .map((name) => ({ name, sd: intervals[name] ?? intervals.none ?? 0.5 }))
    .reduce((a, b) => (b.sd > a.sd ? b : a));
  const rates = intervalRates[widest.name];
  return {
    sd: Math.hypot(widest.sd, machine.assumed ?? 0),
    class: widest.name,
    ...(rates !== undefined && { rates }),
    extrapolated: lacks.length > 0,
    lacks,
  };
}

function lacksOf(
  {
    model,
    machine: { family },
    engine,
    apart,
  }: { model: Architecture; machine: Machine; engine: EngineKind; apart: boolean },
  record: ServingRecord,
): Exclude<Lack, 'format'>[] {
  const kind = modelKind(model);
  const on = (['dense', 'experts'] as const).reduce(
    (sum, of) => sum + ratesOf(record, 'whole', { kind: of, family }),
    0,
  );
  const by =
    ratesOf(record, 'whole', { kind, engine }) + (apart ? ratesOf(record, 'phase', { kind, engine }) : 0);
  return [
    // Families of chips that nobody measured share a name, not a silicon.
    ...(on < enough || family === 'other' ? ['family' as const] : []),
    ...(record.models.includes(model.id) ? [] : ['model' as const]),
    ...(by === 0 ? ['engine' as const] : []),
  ];
}

/** The middle 80 % of a rate, log-normal around its prediction. */
export function middleOf(value: number, sd: number): { low: number; high: number } {
  return { low: value * exp(-eighty * sd), high: value * exp(eighty * sd) };
}
