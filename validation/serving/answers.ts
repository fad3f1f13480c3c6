import { readFileSync, writeFileSync } from 'node:fs';
import { SandtableError } from '../../src/errors/fault.ts';
import type { ServingConstants } from '../../src/serving/constants.ts';
import { predictRow } from '../../src/serving/predict-row.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { isWhole, modelKind } from '../../src/serving/record.ts';
import { answerServing, type ServingAnswer, type ServingQuestion } from '../../src/serving/serve.ts';
import { folds, partsOf, wholesOf } from './cross-validate.ts';
import { constantsAt } from './fit-constants.ts';
import type { Fits } from './fits.ts';
import type { Loaded } from './load.ts';
import { type Classed, classOf } from './scores.ts';

/** Name of the traffic of a benchmark: requests come at random, and their lengths differ as it says. */
const benchmark = 'benchmark';

/** The question that a published rate of a whole service answers: what was served on what, and nothing of how it was run. */
export function questionOf(row: PublishedServing, { machines }: Pick<Loaded, 'machines'>): ServingQuestion {
  const { inputTokens, outputTokens, prefixHit } = row.load;
  return {
    model: row.model,
    group: { machine: machines.get(row.chip)!, count: row.chips },
    load: { inputTokens, outputTokens, ...(prefixHit !== undefined && { prefixHit }) },
    precision: row.open.formats.experts,
    ...(row.limits && { target: row.limits, percentile: 'p99', traffic: benchmark }),
  };
}

/** What `serve` answers of the question of a row; undefined where nothing fits or keeps the limits. */
function answerOf(
  row: PublishedServing,
  { machines, serving }: Loaded,
  constants: ServingConstants,
): ServingAnswer | undefined {
  const lengthSpread = row.load.outputSpread ?? 1;
  const traffic = { ...serving.traffic, [benchmark]: { gapSpread: 1, minuteSpread: 0, lengthSpread } };
  try {
    const knowledge = {
      machines,
      serving: { ...serving, constants, traffic },
      rows: [],
      heldOut: new Map<string, number>(),
    };
    return answerServing(questionOf(row, { machines }), knowledge);
  } catch (problem) {
    if (problem instanceof SandtableError) return undefined;
    throw problem;
  }
}

/**
 * What `serve` answers of the question that a row answers, over what was published.
 *
 * The answer is of a service that goes on; a published run ends, of which the row's own prediction tells how much it loses.
 *
 * @param known answers of questions that were asked already
 * @returns logarithm; undefined where there is no answer
 */
export function answerError(
  row: PublishedServing,
  loaded: Loaded,
  {
    constants,
    known = new Map(),
  }: { constants: ServingConstants; known?: Map<string, ServingAnswer | undefined> },
): number | undefined {
  const { machines } = loaded;
  const { model, group, ...rest } = questionOf(row, loaded);
  const key = JSON.stringify([model.id, group.machine.id, group.count, rest, row.load.outputSpread]);
  if (!known.has(key)) known.set(key, answerOf(row, loaded, constants));
  const answer = known.get(key);
  if (!answer) return undefined;
  const own = predictRow(row, { machines, constants })!;
  const { requests, run, ...lasting } = row.load;
  const { placement } = own;
  const on = predictRow({ ...row, load: lasting }, { machines, constants, placement })!;
  return Math.log((answer.written.value * own.rate) / on.rate / row.chips / row.rate);
}

/** What `serve` answers of a published rate of a whole service, by the constants of a fit that has not seen it. */
export interface Answered extends Classed {
  id: string;
}

const file = 'validation/serving/answers.json';

/**
 * Answers of all published rates of whole services: by the fits that have not seen their folds, and, without limits, by those that have not
 * seen their sources (class `engine`) and models (class `model`). Those without an answer are left out.
 */
export function answersOf(rows: readonly PublishedServing[], loaded: Loaded, fits: Fits): Answered[] {
  const whole = ({ unseen }: { unseen: readonly PublishedServing[] }) => unseen.filter(isWhole);
  return [
    ...partsOf(rows).flatMap((part, fold) =>
      answered(whole(part), loaded, { steps: fits.folds[fold]!.steps, fold, named: classOf }),
    ),
    ...wholesOf(rows).flatMap((part, i) =>
      answered(
        whole(part).filter(({ measured }) => measured === 'offline'),
        loaded,
        {
          steps: fits.wholes[i]!.steps,
          fold: folds + i,
          named: ({ model }) => `${modelKind(model)}-${part.of === 'source' ? 'engine' : 'model'}`,
        },
      ),
    ),
  ];
}

function answered(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  {
    steps,
    fold,
    named,
  }: { steps: readonly number[]; fold: number; named: (row: PublishedServing) => string },
): Answered[] {
  const constants = constantsAt(steps);
  const known = new Map<string, ServingAnswer | undefined>();
  return rows.flatMap((row) => {
    const error = answerError(row, loaded, { constants, known });
    return error === undefined
      ? []
      : [{ id: row.id, class: named(row), fold, error: Number(error.toFixed(4)) }];
  });
}

/** Keeps answers, so that pages and tests need not make them again. */
export function keepAnswers(answers: readonly Answered[]): void {
  writeFileSync(file, `[\n${answers.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
}

export function keptAnswers(): Answered[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Answered[];
}
