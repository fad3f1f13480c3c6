import type { Precision } from '../training/machine.ts';
import { productFormat } from '../training/product-format.ts';
import { type Beyond, beyondRecord, yearsOf } from './beyond.ts';
import type { EngineKind } from './constants.ts';
import type { WeightFormat } from './formats.ts';
import type { AnswerKnowledge } from './knowledge.ts';
import type { Point } from './search.ts';
import type { Spread } from './spread.ts';
import type { ServingTask } from './ways.ts';

/** A part of an answer that a reader must not overlook. */
export type ServingCaution =
  /** Products run in another format than the one asked for: eight-bit integers, or wider than the weights. */
  | {
      kind: 'format';
      chip: string;
      wanted: WeightFormat;
      as: 'int8' | 'weights-only';
      runs: Precision | 'int8';
    }
  /** The memory bandwidth is not published, and assumed from comparable chips [B/s]. */
  | { kind: 'assumed'; chip: string; bandwidth: number }
  /** So many rates of the family are published, too few or not of a whole service; none where 0. */
  | { kind: 'extrapolated'; chip: string; published: number }
  /** Nobody has published a rate of a whole service of the model, or of such models by the engine. */
  | { kind: 'unseen'; of: 'model'; name: string }
  | { kind: 'unseen'; of: 'engine'; name: EngineKind }
  /** Nobody has published a rate of such chips in the format. */
  | { kind: 'unseen-format'; chip: string; weights: WeightFormat; runs: Precision | 'int8' }
  /** Engines of that year were not published: newer ones count as the newest, older ones by the progress since. */
  | { kind: 'year'; engine: EngineKind; asked: number; newest: number; oldest: number }
  /** A model without a module that guesses ahead is given one of a layer, of whose guesses a share is kept. */
  | { kind: 'drafter'; model: string; accepted: number }
  /** A prompt and its answer are longer than what the model is made for [tokens]. */
  | { kind: 'long'; model: string; asked: number; longest: number }
  /** More than what any published rate had. */
  | ({ kind: 'beyond' } & Beyond)
  /** The width of the interval was measured on so few published rates. */
  | { kind: 'thin'; rates: number }
  | { kind: 'unmeasured'; chip: string }
  | { kind: 'idle'; chip: string; chips: number };

/** Published rates from which on a width that was measured on them is not said to be unsure itself. */
const few = 30;

/**
 * Everything of an answer that a reader must not overlook.
 *
 * @param year when the engine was asked to be made, where anybody asked
 * @param used chips that the answer uses
 * @param spread how far the answer may be off, of what too few rates are published to measure that on
 */
export function cautionsOf(
  {
    task,
    best,
    precision,
    year,
  }: { task: ServingTask; best: Point; precision: WeightFormat; year?: number | undefined },
  { used, spread, knowledge }: { used: number; spread: Spread; knowledge: AnswerKnowledge },
): ServingCaution[] {
  const { machine, chips } = task;
  const { name: chip, assumed, bandwidth } = machine;
  const { lacks, rates = few } = spread;
  return [
    ...tooLong(task),
    ...formatOf(task, precision),
    ...(assumed === undefined ? [] : [{ kind: 'assumed' as const, chip, bandwidth }]),
    ...(lacks.includes('family')
      ? [{ kind: 'extrapolated' as const, chip, published: publishedOf(task, knowledge) }]
      : []),
    ...(lacks.includes('model')
      ? [{ kind: 'unseen' as const, of: 'model' as const, name: task.model.name }]
      : []),
    ...(lacks.includes('engine')
      ? [{ kind: 'unseen' as const, of: 'engine' as const, name: task.open.engine }]
      : []),
    ...(rates < few ? [{ kind: 'thin' as const, rates }] : []),
    ...(lacks.includes('format') ? [unseenFormat(task, precision)] : []),
    ...otherYear(year, task, knowledge),
    ...drafter(task),
    ...beyondRecord(best, task, knowledge).map((one) => ({ kind: 'beyond' as const, ...one })),
    ...(machine.measured ? [] : [{ kind: 'unmeasured' as const, chip }]),
    ...(used < chips ? [{ kind: 'idle' as const, chip, chips: chips - used }] : []),
  ];
}

/** Whether a caution says that an answer goes beyond what was published. */
export function isBeyond({ kind }: ServingCaution): boolean {
  return ['extrapolated', 'unseen', 'unseen-format', 'year', 'drafter', 'beyond'].includes(kind);
}

function unseenFormat(task: ServingTask, weights: WeightFormat): ServingCaution {
  const { machine, open } = task;
  const { as, format } = productFormat(
    machine,
    weights === 'int8' ? 'fp8' : weights,
    open.formats.weightsOnly,
  );
  return { kind: 'unseen-format', chip: machine.name, weights, runs: as === 'int8' ? 'int8' : format };
}

/** Says where no rate of an engine of such a year was published. */
function otherYear(
  asked: number | undefined,
  { open: { engine } }: ServingTask,
  { rows }: AnswerKnowledge,
): ServingCaution[] {
  const years = yearsOf(engine, rows);
  if (asked === undefined || !years) return [];
  return asked > years.newest || asked < years.oldest ? [{ kind: 'year', engine, asked, ...years }] : [];
}

/** Says where a model has no module of its own that guesses tokens ahead. */
function drafter({ model, open: { guessed, accepted } }: ServingTask): ServingCaution[] {
  return guessed > 0 && model.furtherTokens === 0 ? [{ kind: 'drafter', model: model.name, accepted }] : [];
}

/** Says where nobody made the model for requests of such a length. */
function tooLong({ model, load: { inputTokens, outputTokens } }: ServingTask): ServingCaution[] {
  const { name, longest, positions } = model;
  const most = longest ?? (positions > 0 ? positions : Number.POSITIVE_INFINITY);
  const asked = inputTokens + outputTokens;
  return asked > most ? [{ kind: 'long', model: name, asked, longest: most }] : [];
}

/** Says in what products run where the chip does not multiply in the format asked for. */
function formatOf({ machine }: ServingTask, wanted: WeightFormat): ServingCaution[] {
  const { as, format } = productFormat(machine, wanted === 'int8' ? 'fp8' : wanted);
  if (as === 'wanted' || as === wanted) return [];
  const integers = as === 'int8' || (format === 'fp8' && machine.peak.fp8 === undefined);
  return [{ kind: 'format', chip: machine.name, wanted, as, runs: integers ? 'int8' : format }];
}

/** Published rates of the family of a chip. */
function publishedOf({ machine: { family } }: ServingTask, { rows, machines }: AnswerKnowledge): number {
  // Families of chips that nobody measured share a name, not a silicon.
  if (family === 'other') return 0;
  return rows.filter(({ chip }) => machines.get(chip)?.family === family).length;
}
