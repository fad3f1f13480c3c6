import type { World } from '../assessment/knowledge.ts';
import { planRun } from '../assessment/plan.ts';
import type { Dossier, Evidence } from '../dossier/dossier.ts';
import { exp } from '../elementary/exponential.ts';
import type { CompiledHub } from '../installed/compile.ts';
import { infer } from '../installed/infer.ts';
import { isOneSite, oneSite } from '../installed/one-site.ts';
import { type ByPreset, byPreset, type Preset } from '../installed/presets.ts';
import { calendarDay } from '../sources/date.ts';
import type { KnownHub } from './known-hub.ts';
import { type Target, targetModels, targets } from './targets.ts';

/** Draws of one forecast: enough for its probabilities to a hundredth. */
const DRAWS = 20_480;
const SEED = 7;

/** Probability of each outcome of each target. */
export type Forecast = Readonly<Record<Target, readonly number[]>>;

/** Forecasts of one hub as of one day. */
export interface Forecasts {
  /** Items that were known. */
  items: readonly Evidence[];
  /** With all of them. */
  posterior: Forecast;
  /** By the priors of other temperaments, with all of them. */
  byPreset: ByPreset<Forecast>;
  /** Without any. */
  prior: Forecast;
  /** Without the items of a kind, for each kind that is there. */
  without: ReadonlyMap<string, Forecast>;
}

export interface ForecastOptions {
  /** Day looked back from, days since 1970-01-01. */
  day: number;
  /** Goes by the day the page that was read came out. */
  strict: boolean;
  /** A forecast without evidence that was made before. */
  prior?: Forecast;
}

/**
 * Forecasts a known hub as of a day with the ordinary engine.
 *
 * @param world what is known of the world, fitted without this hub
 */
export function forecast(hub: KnownHub, world: World, { day, strict, prior }: ForecastOptions): Forecasts {
  const dossier = strict ? strictly(hub.dossier) : hub.dossier;
  const { compiled } = planRun(dossier, world, { asOf: textOf(day), seed: SEED });
  const model = { ...compiled.model, looks: targetModels(hub, siteOf(compiled)) };
  const posterior = sampleOf(model);
  const read = (weights: Float64Array) => forecastOf(posterior.looks, weights);
  const neutral = posterior.weights('neutral');
  const kinds = [...new Set(compiled.items.map(({ kind }) => kind))];
  return {
    items: compiled.items,
    posterior: read(neutral),
    byPreset: byPreset((preset) => read(posterior.weights(preset))),
    prior: prior ?? priorForecast(model),
    without: new Map(
      kinds.map((kind) => {
        const own = compiled.items.flatMap((item, i) =>
          item.kind === kind ? (posterior.logRatios[i] ?? []) : [],
        );
        return [kind, read(without(neutral, own))];
      }),
    ),
  };
}

/** Worlds of a hub, weighted: their outcomes of each target, and what each item multiplied their weights with. */
interface Sample {
  looks: readonly (readonly Float64Array[])[];
  logRatios: readonly (Float64Array | undefined)[];
  weights(preset: Preset): Float64Array;
}

/** Sums over all worlds where the hub is one site on its own, draws them elsewhere. */
function sampleOf(model: CompiledHub['model'], pilot = true): Sample {
  if (isOneSite(model)) {
    const { table, weights } = oneSite(model, SEED);
    const logRatios: Float64Array[] = [];
    for (const { item, logRatio } of table.own) logRatios[item] = logRatio;
    return { looks: table.looks.map(({ probability }) => probability), logRatios, weights };
  }
  const { columns, weights } = infer(model, { seed: SEED, draws: DRAWS, pilot });
  return { looks: columns.looks, logRatios: columns.logLikelihood, weights: (preset) => weights[preset] };
}

function priorForecast(model: CompiledHub['model']): Forecast {
  const bare = {
    ...model,
    sites: model.sites.map((site) => ({ ...site, items: [] })),
    origins: [],
    hubItems: [],
  };
  const prior = sampleOf(bare, false);
  return forecastOf(prior.looks, prior.weights('neutral'));
}

/** Weights without some items: each divided by what they multiplied it with. */
function without(weights: Float64Array, logRatios: readonly Float64Array[]): Float64Array {
  const out = weights.map(
    (weight, d) => weight * exp(-logRatios.reduce((sum, column) => sum + column[d]!, 0)),
  );
  const total = out.reduce((sum, weight) => sum + weight, 0);
  return out.map((weight) => weight / total);
}

function forecastOf(looks: readonly (readonly Float64Array[])[], weights: Float64Array): Forecast {
  const mean = (column: Float64Array) => column.reduce((sum, value, d) => sum + value * weights[d]!, 0);
  return Object.fromEntries(targets.map((target, t) => [target, looks[t]!.map(mean)])) as unknown as Forecast;
}

/** Position of the hub's own site. */
function siteOf({ sites }: CompiledHub): number {
  return sites.findIndex(({ role }) => role === 'hub');
}

/** The same dossier with each item known only from the day the page that was read came out. */
function strictly(dossier: Dossier): Dossier {
  const evidence = dossier.evidence.map((item) => {
    const read = dossier.sources.get(item.source)?.published;
    return read && read.to > item.published.to ? { ...item, published: read } : item;
  });
  return { ...dossier, evidence };
}

function textOf(day: number): string {
  const { year, month, day: date } = calendarDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
