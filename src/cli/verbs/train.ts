import type { Architecture } from '../../models/architecture.ts';
import { trainCsv } from '../../report/csv/train.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { memoryFigure, planFrontFigure, scalingFigure, timeFigure } from '../../report/figures/training.ts';
import { planTable } from '../../report/terminal/plans.ts';
import { trainScreen } from '../../report/terminal/train.ts';
import { answerTraining, type TrainingAnswer, type TrainingQuestion } from '../../training/answer.ts';
import { parseFleet } from '../../training/fleet.ts';
import type { TrainingKnowledge } from '../../training/knowledge.ts';
import type { Precision } from '../../training/machine.ts';
import { scalingOf } from '../../training/scaling.ts';
import type { Cooperation, Wan } from '../../training/sites.ts';
import { inUnit } from '../../units/convert.ts';
import { parseQuantity } from '../../units/parse.ts';
import { type Context, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { trainFigures, trainFormats } from '../formats.ts';
import { modelOption } from '../model-option.ts';
import { shown } from '../options.ts';
import { planOption } from '../plan-option.ts';
import { progress } from '../progress.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf } from './assess.ts';

/** Options of `train` as commander hands them over. */
export interface TrainOptions extends Shown {
  chips: string;
  plan?: string;
  search?: boolean;
  tokens?: string;
  batch?: string;
  sequence?: string;
  precision?: Precision;
  year?: string;
  sites?: string;
  wan: string;
  latency: string;
  cooperation: Cooperation;
  region?: string;
  format?: (typeof trainFormats)[number];
  figure: (typeof trainFigures)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable train`: how a fleet trains a model. */
export async function trainVerb(name: string, options: TrainOptions, context: Context): Promise<ExitCode> {
  const { effects, engine } = context;
  checkOutput(options.output, effects);
  const knowledge = await engine.training();
  const model = modelOption(name, knowledge.models, context);
  const question = questionOf(model, options, knowledge);
  const answer = searched(question, knowledge, context);
  emit(written(answer, { question, options, knowledge }, context), options, context);
  return exitCodes.done;
}

function questionOf(
  model: Architecture,
  options: TrainOptions,
  { training }: TrainingKnowledge,
): TrainingQuestion {
  const plan = options.plan === undefined ? undefined : planOption(options.plan);
  const { precision, ...rest } = plan ?? {};
  const wanted = options.precision ?? precision;
  const wan = wanOf(options);
  return {
    model,
    groups: parseFleet(options.chips, training.machines),
    ...(plan && { plan: { ...rest, ...(wanted && { precision: wanted }) }, exact: true }),
    ...(wanted && { precision: wanted }),
    ...(options.batch !== undefined && { batch: count('--batch', options.batch) }),
    ...(options.sequence !== undefined && { sequence: count('--sequence', options.sequence) }),
    ...(options.year !== undefined && { year: yearOf(options.year) }),
    run: {
      ...(options.tokens !== undefined && { tokens: count('--tokens', options.tokens) }),
      ...(wan && { wan, cooperation: options.cooperation }),
      ...(options.region !== undefined && { region: options.region }),
    },
  };
}

function wanOf({ sites, wan, latency }: TrainOptions): Wan | undefined {
  if (sites === undefined) return undefined;
  const number = count('--sites', sites);
  if (number > 10_000) refuse('ST-X003', `\`--sites ${shown(sites)}\` is too many.`, 'Write at most 10,000.');
  return {
    sites: number,
    bandwidth: amountIn('--wan', wan, 'B/s'),
    latency: amountIn('--latency', latency, 's'),
  };
}

function amountIn(option: string, text: string, unit: string): number {
  const { spread } = inUnit(parseQuantity(text), unit);
  if (spread.form !== 'exact' || !(spread.value > 0)) {
    return refuse(
      'ST-X003',
      `\`${option} ${shown(text)}\` is not one amount.`,
      `Write for example ${option} '10 Gbit/s'.`,
    );
  }
  return spread.value;
}

/** A count as people write it: 15360, 16M, 14.8T. */
function count(option: string, text: string): number {
  const [, digits, suffix = ''] = /^([\d][\d_.,]*(?:e\d+)?)\s*([kKmMbBgGtT]?)$/.exec(text.trim()) ?? [];
  const scale = { '': 1, k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 }[suffix.toLowerCase()] ?? Number.NaN;
  const value = Math.round(Number(digits?.replaceAll(/[_,]/g, '')) * scale);
  if (value >= 1 && value <= 1e18) return value;
  return refuse(
    'ST-T006',
    `\`${option} ${shown(text)}\` is not a count from 1 to 1e18.`,
    `Write for example ${option} 4096, 16M or 14.8T.`,
  );
}

function yearOf(text: string): number {
  const value = Number(text);
  if (value >= 2018 && value <= 2035) return value;
  return refuse(
    'ST-X003',
    `\`--year ${shown(text)}\` is not a year of software.`,
    'Write for example --year 2025.5.',
  );
}

/** Searches with a progress line. */
function searched(
  question: TrainingQuestion,
  knowledge: TrainingKnowledge,
  { effects }: Context,
): TrainingAnswer {
  const line = progress('searching plans', effects);
  try {
    return answerTraining(question, knowledge, {
      top: 8,
      watch: (counted) => {
        line.watch(counted / (counted + 1e6));
        return true;
      },
    });
  } finally {
    line.done();
  }
}

function written(
  answer: TrainingAnswer,
  {
    question,
    options,
    knowledge,
  }: { question: TrainingQuestion; options: TrainOptions; knowledge: TrainingKnowledge },
  context: Context,
): string {
  const page = pageFor(context, options);
  switch (formatOf(options.format, options.plain || options.search, context)) {
    case 'screen':
      return options.search ? planTable(answer, page) : trainScreen(answer, page);
    case 'json':
      return `${JSON.stringify(answer, null, 2)}\n`;
    case 'csv':
      return trainCsv(answer);
    case 'svg': {
      const look = { strings: page.strings, theme: options.theme };
      const draw = {
        time: () => timeFigure(answer, look),
        memory: () => memoryFigure(answer, knowledge, look),
        scaling: () => scalingFigure(answer, scalingOf(question, knowledge), look),
        front: () => planFrontFigure(answer, look),
      };
      return figureSvg(draw[options.figure]());
    }
  }
}
