import { inTurn, say } from '../../errors/message.ts';
import type { Architecture } from '../../models/architecture.ts';
import { serveCsv } from '../../report/csv/serve.ts';
import { type Figure, figureSvg } from '../../report/figures/figure.ts';
import {
  servingCostFigure,
  servingEnergyFigure,
  servingFrontFigure,
  servingRooflineFigure,
  servingTimeFigure,
} from '../../report/figures/serving.ts';
import type { Strings } from '../../report/strings/strings.ts';
import { serveScreen } from '../../report/terminal/serve.ts';
import type { EngineKind } from '../../serving/constants.ts';
import { costCurve } from '../../serving/cost-curve.ts';
import type { WeightFormat } from '../../serving/formats.ts';
import type { ServingKnowledge } from '../../serving/knowledge.ts';
import type { Percentiles } from '../../serving/percentiles.ts';
import { answerServing, type ServingAnswer, type ServingQuestion } from '../../serving/serve.ts';
import { servingCost } from '../../serving/serving-cost.ts';
import type { CostKnowledge } from '../../serving/token-cost.ts';
import { parseFleet } from '../../training/fleet.ts';
import { type Context, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { serveFigures, serveFormats } from '../formats.ts';
import { modelOption } from '../model-option.ts';
import { shown } from '../options.ts';
import { progress } from '../progress.ts';
import { regionOption } from '../region-option.ts';
import { sloOption } from '../slo-option.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf } from './assess.ts';

/** Options of `serve` as commander hands them over. */
export interface ServeOptions extends Shown {
  chips: string;
  slo?: string;
  percentile: keyof Percentiles;
  requests?: string;
  traffic: string;
  input: string;
  outputTokens: string;
  hit: string;
  precision?: WeightFormat;
  engine?: EngineKind;
  guess: string;
  region: string;
  year?: string;
  format?: (typeof serveFormats)[number];
  figure: (typeof serveFigures)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable serve`: how chips serve a model. */
export async function serveVerb(name: string, options: ServeOptions, context: Context): Promise<ExitCode> {
  const { effects, engine } = context;
  checkOutput(options.output, effects);
  const knowledge = await engine.serving();
  const question = questionOf(modelOption(name, knowledge.models, context), options, knowledge);
  const grounds = await engine.grounds();
  const region = regionOption(options.region, [...grounds.localities.keys()]);
  const costs = { ...knowledge, grounds };
  const served = tried(question, knowledge, context);
  const answer = { ...served, cost: servingCost(served, { region }, costs) ?? null };
  emit(written(answer, { options, costs }, context), options, context);
  return exitCodes.done;
}

/** Tries placements with a progress line. */
function tried(question: ServingQuestion, knowledge: ServingKnowledge, { effects }: Context): ServingAnswer {
  const line = progress('trying placements', effects);
  try {
    return answerServing(question, knowledge, line.watch);
  } finally {
    line.done();
  }
}

function questionOf(
  model: Architecture,
  options: ServeOptions,
  { machines, catalogue }: ServingKnowledge,
): ServingQuestion {
  const [group, second] = parseFleet(options.chips, machines, catalogue);
  if (second) {
    refuse(
      'ST-T008',
      say('One engine runs on one kind of chip.'),
      say('Ask for each kind by itself, for example --chips 64xh20.'),
    );
  }
  const guessed = amount('--guess', options.guess, { from: 0, to: 8, whole: true, example: '2' });
  return {
    model,
    group: group!,
    load: {
      inputTokens: amount('--input', options.input, { ...tokens, example: '4096' }),
      outputTokens: amount('--output-tokens', options.outputTokens, { ...tokens, example: '1024' }),
      prefixHit: amount('--hit', options.hit, {
        from: 0,
        to: 0.999,
        example: '0.5 or --hit 50%',
        share: true,
      }),
    },
    ...(options.slo !== undefined && { target: sloOption(options.slo) }),
    percentile: options.percentile,
    traffic: options.traffic,
    ...(options.requests !== undefined && {
      rate: amount('--requests', options.requests, { from: 1e-6, to: 1e9, example: '20' }),
    }),
    ...(options.precision && { precision: options.precision }),
    ...(options.engine && { engine: options.engine }),
    ...(options.year !== undefined && {
      year: amount('--year', options.year, { from: 2023, to: 2030, example: '2025.5' }),
    }),
    ...(guessed > 0 && { guessed }),
  };
}

/** What an option takes, and how it is written. */
interface Wanted {
  from: number;
  to: number;
  example: string;
  whole?: boolean;
  /** Whether it may be written in per cent. */
  share?: boolean;
}

const tokens = { from: 1, to: 1e7, whole: true } as const;

function amount(
  option: string,
  text: string,
  { from, to, example, whole = false, share = false }: Wanted,
): number {
  const [, digits = '', percent] = /^([^%]*)(%?)$/.exec(text.trim()) ?? [];
  const plain =
    digits.trim() === '' || (percent && !share) ? Number.NaN : Number(digits.replaceAll(/[_,]/g, ''));
  // 99.9 % are 0.999, not what a division leaves.
  const value = percent ? Number((plain / 100).toPrecision(15)) : plain;
  const percentMeant = share && !percent && value > to && value <= 100 * to;
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
  return refuse(
    'ST-V005',
    whole
      ? say('`{text}` is not a whole number from {least} to {most}.', {
          ...{ text: `${option} ${shown(text)}`, least: String(from), most: String(to) },
        })
      : say('`{text}` is not a number from {least} to {most}.', {
          ...{ text: `${option} ${shown(text)}`, least: String(from), most: String(to) },
        }),
    percentMeant
      ? inTurn(
          say('Did you mean {names}?', { names: `${option} ${plain}%` }),
          say('A share is from {least} to {most}.', { least: String(from), most: String(to) }),
        )
      : say('Write for example {example}.', { example: `${option} ${example}` }),
  );
}

function written(
  answer: ServingAnswer,
  { options, costs }: { options: ServeOptions; costs: CostKnowledge },
  context: Context,
): string {
  const page = pageFor(context, options);
  switch (formatOf(options.format, options.plain, context)) {
    case 'screen':
      return serveScreen(answer, page);
    case 'json':
      return `${JSON.stringify(answer, null, 2)}\n`;
    case 'csv':
      return serveCsv(answer);
    case 'svg':
      return figureSvg(drawn(answer, { options, costs }, page.strings));
  }
}

function drawn(
  answer: ServingAnswer,
  { options: { figure, theme, region }, costs }: { options: ServeOptions; costs: CostKnowledge },
  strings: Strings,
): Figure {
  const look = { strings, theme };
  switch (figure) {
    case 'front':
      return servingFrontFigure(answer, look);
    case 'time':
      return servingTimeFigure(answer, look);
    case 'roofline':
      return servingRooflineFigure(answer, answer.roofline, look);
    case 'cost':
    case 'energy': {
      const curve = costCurve(answer, { region }, costs);
      if (figure === 'energy') return servingEnergyFigure(answer, curve, look);
      if (curve.points.every(({ money }) => money === undefined)) {
        refuse(
          'ST-V007',
          say('Nobody quoted a price of {chip}.', { chip: answer.group.name }),
          say('Choose another chip, or ask for --figure energy.'),
        );
      }
      return servingCostFigure(answer, curve, look);
    }
  }
}
