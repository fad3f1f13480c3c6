import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { type EngineKind, engineKinds } from './constants.ts';
import type { PublishedServing } from './published.ts';

/** Kinds of models as far as engines and errors differ: with experts that tokens choose among, or without. */
export const modelKinds = ['dense', 'experts'] as const;
export type ModelKind = (typeof modelKinds)[number];

/** Of which measurements rates were published: of whole services, or of reading or writing by itself. */
export const measurements = ['whole', 'phase'] as const;
export type Measurement = (typeof measurements)[number];

/** Published rates of one engine, by what was measured, kind of model and family of chips. */
export type RecordedEngines = Readonly<
  Record<
    Measurement,
    Readonly<Record<ModelKind, Readonly<Record<string, Partial<Record<EngineKind, number>>>>>>
  >
>;

/** What has been published, as far as it tells what an answer may rest on. */
export interface ServingRecord {
  rates: RecordedEngines;
  /** Year of the newest published rate of each engine. */
  years: Readonly<Record<EngineKind, number>>;
  /** Ids of the models of which whole services were published. */
  models: readonly string[];
}

/** Kind of a model. */
export function modelKind({ layers }: Architecture): ModelKind {
  return layers.some(({ feedForward }) => feedForward?.kind === 'experts') ? 'experts' : 'dense';
}

/** Whether a whole service was measured. */
export function isWhole({ measured }: Pick<PublishedServing, 'measured'>): boolean {
  return measured === 'offline' || measured === 'service';
}

/** The record that published rates make up. */
export function recordOf(
  rows: readonly PublishedServing[],
  machines: ReadonlyMap<string, Machine>,
): ServingRecord {
  const rates: Record<string, Record<string, Record<string, Record<string, number>>>> = {
    whole: { dense: {}, experts: {} },
    phase: { dense: {}, experts: {} },
  };
  const years: Record<string, number> = Object.fromEntries(engineKinds.map((kind) => [kind, 0]));
  for (const { chip, measured, model, open } of rows) {
    const of = rates[isWhole({ measured }) ? 'whole' : 'phase']!;
    const families = of[modelKind(model)]!;
    const { family: name } = machines.get(chip)!;
    const family = families[name] ?? {};
    families[name] = family;
    family[open.engine] = (family[open.engine] ?? 0) + 1;
    years[open.engine] = Math.max(years[open.engine]!, Math.round(100 * open.year) / 100);
  }
  return {
    rates: rates as unknown as RecordedEngines,
    years: years as ServingRecord['years'],
    models: [...new Set(rows.filter(isWhole).map(({ model }) => model.id))].sort(),
  };
}

/** Engines, those that anybody may run before the harnesses and services of makers. */
const preferred: readonly EngineKind[] = ['trtllm', 'vllm', 'sglang', 'tensorrt', 'own'];

/**
 * The engine that such a model is answered for on such chips: one of which whole services were published there, or else one that runs
 * on them. What single phases tell of an engine is not taken for whole services.
 */
export function usualEngine(model: Architecture, { family }: Machine, { rates }: ServingRecord): EngineKind {
  const whole = rates.whole[modelKind(model)][family] ?? {};
  const known = preferred.find((engine) => (whole[engine] ?? 0) > 0);
  if (known) return known;
  // What makers reach with engines of their own on hundreds of Ascend chips, those whom they sell a few to do not.
  if (family === 'ascend') return modelKind(model) === 'experts' ? 'sglang' : 'vllm';
  if (/^tpu/.test(family)) return 'own';
  return /^[abgh]\d/.test(family) ? 'trtllm' : 'vllm';
}

/** Published rates of a kind of model, by what they hold in common with a question. */
export function ratesOf(
  { rates }: ServingRecord,
  of: Measurement,
  { kind, family, engine }: { kind: ModelKind; family?: string; engine?: EngineKind },
): number {
  const families = Object.entries(rates[of][kind]).filter(
    ([name]) => family === undefined || name === family,
  );
  const counts = families.flatMap(([, engines]) =>
    Object.entries(engines).flatMap(([name, count]) =>
      engine === undefined || name === engine ? count : [],
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
