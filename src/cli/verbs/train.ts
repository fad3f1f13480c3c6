import { say } from '../../errors/message.ts';
import { trainCsv } from '../../report/csv/train.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { memoryFigure, planFrontFigure, scalingFigure, timeFigure } from '../../report/figures/training.ts';
import { planTable } from '../../report/terminal/plans.ts';
import { trainScreen } from '../../report/terminal/train.ts';
import { answerTraining, type TrainingAnswer, type TrainingQuestion } from '../../training/answer.ts';
import type { TrainingKnowledge } from '../../training/knowledge.ts';
import { scalingOf } from '../../training/scaling.ts';
import { type Context, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { trainFigures, trainFormats } from '../formats.ts';
import { progress } from '../progress.ts';
import { checkOutput } from '../store.ts';
import { trainQuestion, type WrittenQuestion } from '../train-question.ts';
import { emit, formatOf } from './assess.ts';

/** Options of `train` as commander hands them over. */
export interface TrainOptions extends Shown, WrittenQuestion {
  search?: boolean;
  format?: (typeof trainFormats)[number];
  figure: (typeof trainFigures)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable train`: how a fleet trains a model. */
export async function trainVerb(name: string, options: TrainOptions, context: Context): Promise<ExitCode> {
  const { effects, engine } = context;
  checkOutput(options.output, effects);
  if (options.search && options.plan !== undefined) {
    refuse(
      'ST-X003',
      say('`--plan` says which plan, and `--search` lists the best of all.'),
      say('Leave one of the two out.'),
    );
  }
  const knowledge = await engine.training();
  const question = trainQuestion(name, options, { knowledge, context });
  const answer = searched(question, knowledge, context);
  emit(written(answer, { question, options, knowledge }, context), options, context);
  return exitCodes.done;
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
      watch: (share) => {
        line.watch(share);
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
  switch (formatOf(options.format, options.plain, context)) {
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
