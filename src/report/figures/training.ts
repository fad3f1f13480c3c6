import { parametersOf } from '../../models/parameters.ts';
import type { TrainingAnswer } from '../../training/answer.ts';
import type { TrainingKnowledge } from '../../training/knowledge.ts';
import { memoryUse } from '../../training/memory.ts';
import type { ScalingPoint } from '../../training/scaling.ts';
import type { Ranked } from '../../training/search.ts';
import { planWords } from '../plan-words.ts';
import { trainScreenWords } from '../strings/screen-words.ts';
import { type Bar, bars } from './bars.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Origin, type Sheet, sheet } from './frame.ts';
import { frontFigure } from './front.ts';

const fleetOf = ({ groups }: TrainingAnswer) =>
  groups.map(({ group }) => `${group.count} x ${group.machine.name}`).join(', ');

const gib = (bytes: number) => bytes / 2 ** 30;

function originOf({ strings: s }: Pick<Sheet, 'strings'>): Origin {
  return { source: s.train.source('800') };
}

/** Where the time of a step goes, as bars. */
export function timeFigure(answer: TrainingAnswer, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const { total, ...parts } = answer.groups[0]!.evaluation.step;
  const words = s.train.stepPart;
  const all = (Object.entries(parts) as [keyof typeof words, number][]).sort((a, b) => b[1] - a[1]);
  const shown = all
    .filter(([, seconds]) => seconds / total >= 0.005)
    .map(([name, seconds]) => ({
      id: name,
      label: words[name],
      share: seconds / total,
      text: `${s.percent(((100 * seconds) / total).toFixed(1))} · ${seconds.toPrecision(2)} s`,
    }));
  const table: FigureTable = {
    columns: [
      { id: 'part', label: s.figures.column.part },
      { id: 'time', label: s.figures.column.value, unit: 's' },
      { id: 'share', label: s.figures.column.share },
    ],
    rows: all.map(([name, seconds]) => [words[name], seconds, seconds / total]),
  };
  const [first] = shown;
  const sentence = s.figures.training.time({
    part: first?.label ?? '',
    share: s.percent(String(Math.round(100 * (first?.share ?? 0)))),
    seconds: total.toPrecision(2),
  });
  const title = s.train.figureTime(answer.model.name, fleetOf(answer));
  return drawn({ id: 'train-time', title, sentence, table, rows: scaled(shown) }, on);
}

/** Bars as long as the longest of them allows. */
const scaled = (rows: readonly Bar[]): Bar[] => {
  const most = Math.max(1e-9, ...rows.map(({ share }) => share));
  return rows.map((row) => ({ ...row, share: row.share / most }));
};

/** Memory of the chips of each stage, at most sixteen of them, against what a chip has. */
export function memoryFigure(
  answer: TrainingAnswer,
  { training }: TrainingKnowledge,
  options: FigureOptions = {},
): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const { plan, model, capacity } = answer.groups[0]!;
  const counts = parametersOf(model);
  const every = Math.max(1, Math.ceil(plan.pipeline / 16));
  const stages = Array.from({ length: Math.ceil(plan.pipeline / every) }, (_, i) => i * every);
  const used = stages.map((stage) => ({
    stage: stage + 1,
    bytes: memoryUse({ model, counts, plan, constants: training.memory }, stage).total,
  }));
  const rows = used.map(({ stage, bytes }) => ({
    id: `stage-${stage}`,
    label: s.train.stage(String(stage)),
    share: bytes / capacity,
    text: s.train.of(gib(bytes).toFixed(1), gib(capacity).toFixed(0)),
  }));
  const fullest = used.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const table: FigureTable = {
    columns: [
      { id: 'stage', label: s.figures.column.part },
      { id: 'memory', label: s.figures.column.value, unit: 'GiB' },
      { id: 'capacity', label: s.figures.training.capacity, unit: 'GiB' },
    ],
    rows: used.map(({ stage, bytes }) => [stage, gib(bytes), gib(capacity)]),
  };
  const sentence = s.figures.training.memory({
    stage: String(fullest.stage),
    used: gib(fullest.bytes).toFixed(1),
    whole: gib(capacity).toFixed(0),
  });
  const title = trainScreenWords(s).figureMemory(answer.model.name, fleetOf(answer));
  return drawn({ id: 'train-memory', title, sentence, table, rows }, on);
}

function drawn(
  {
    rows,
    ...head
  }: { id: string; title: string; sentence: string; table: FigureTable; rows: readonly Bar[] },
  on: Sheet,
): Figure {
  const { nodes, height } = bars(rows, on);
  return frame({ ...head, from: originOf(on), plot: nodes, plotHeight: height }, on);
}

/** Tokens a second by number of chips: what they do, and what they would do if none were lost to size. */
export function scalingFigure(
  answer: TrainingAnswer,
  points: readonly ScalingPoint[],
  options: FigureOptions = {},
): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const words = s.figures.training;
  const [first, last] = [points[0], points.at(-1)];
  const each = first ? first.rate / first.chips : 0;
  return frontFigure(
    {
      id: 'train-scaling',
      title: trainScreenWords(s).figureScaling(answer.model.name, answer.groups[0]!.group.machine.name),
      sentence:
        first && last
          ? words.scaling({
              from: s.brief(first.chips),
              to: s.brief(last.chips),
              kept: s.percent(String(Math.round((100 * last.rate) / (each * last.chips)))),
            })
          : words.nothingFits,
      from: originOf(on),
      x: { id: 'chips', label: words.chips, scale: 'log', better: 'less', written: s.brief },
      y: {
        id: 'rate',
        label: words.rate,
        unit: s.figures.training.perSecond,
        scale: 'log',
        better: 'more',
        written: s.brief,
      },
      points: points.map(({ chips, rate, utilisation }) => ({
        id: `chips-${chips}`,
        name: s.percent((100 * utilisation).toFixed(0)),
        x: chips,
        y: rate,
      })),
      lines:
        first && last
          ? [
              {
                id: 'ideal',
                name: words.ideal,
                dash: '5 5',
                points: [
                  [first.chips, first.rate],
                  [last.chips, each * last.chips],
                ],
              },
            ]
          : [],
      join: words.best,
    },
    options,
  );
}

/** Plans by memory and time of a step: those that no other beats in both, and the fastest. */
export function planFrontFigure(answer: TrainingAnswer, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const words = s.figures.training;
  const { found, plan, capacity } = answer.groups[0]!;
  const plans = [...(found?.front ?? []), ...(found?.best ?? [])];
  const different = plans.filter((one, i) => plans.findIndex((other) => sameSpot(one, other)) === i);
  const fastest =
    different.length > 0 ? different.reduce((a, b) => (b.seconds < a.seconds ? b : a)) : undefined;
  return frontFigure(
    {
      id: 'train-front',
      title: words.frontTitle(answer.model.name, fleetOf(answer)),
      sentence: fastest
        ? words.front({
            plan: planWords(fastest.plan),
            seconds: fastest.seconds.toPrecision(2),
            used: gib(fastest.memory).toFixed(1),
            whole: gib(capacity).toFixed(0),
          })
        : words.nothingSearched(planWords(plan)),
      from: originOf(on),
      x: {
        id: 'memory',
        label: words.memoryUsed,
        unit: 'GiB',
        scale: 'lin',
        better: 'less',
        written: (v) => s.number(v, 3),
      },
      y: {
        id: 'step',
        label: words.stepTime,
        unit: 's',
        scale: 'log',
        better: 'less',
        written: (v) => s.number(v, 2),
      },
      points: different.map((one, i) => ({
        id: planWords(one.plan),
        name: sharedOut(one) === (i > 0 ? sharedOut(different[i - 1]!) : '') ? '' : sharedOut(one),
        x: gib(one.memory),
        y: one.seconds,
      })),
    },
    options,
  );
}

/** Over how many chips a plan spreads a model. */
const sharedOut = ({ plan }: Ranked) => planWords(plan).split(' · mbs')[0]!;

const sameSpot = (a: Ranked, b: Ranked) => a.seconds === b.seconds && a.memory === b.memory;
