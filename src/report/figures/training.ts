import { parametersOf } from '../../models/parameters.ts';
import type { TrainingAnswer } from '../../training/answer.ts';
import type { TrainingKnowledge } from '../../training/knowledge.ts';
import { memoryUse } from '../../training/memory.ts';
import type { ScalingPoint } from '../../training/scaling.ts';
import { short } from '../terminal/train.ts';
import { type FigureOptions, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine } from './lines.ts';
import { node, render, type SvgNode } from './svg.ts';
import { sans, serif } from './theme.ts';

const fleetOf = ({ groups }: TrainingAnswer) =>
  groups.map(({ group }) => `${group.count} x ${group.machine.name}`).join(', ');

/** Where the time of a step goes, as bars. */
export function timeFigure(answer: TrainingAnswer, options: FigureOptions = {}): string {
  const on = sheet(options, 0);
  const { total, ...parts } = answer.groups[0]!.evaluation.step;
  const words = on.strings.train.stepPart;
  const bars = (Object.entries(parts) as [keyof typeof words, number][])
    .filter(([, seconds]) => seconds / total >= 0.005)
    .sort((a, b) => b[1] - a[1])
    .map(([name, seconds]) => ({
      label: words[name],
      share: seconds / total,
      text: `${((100 * seconds) / total).toFixed(1)} % · ${seconds.toPrecision(2)} s`,
    }));
  const title = on.strings.train.figureTime(answer.model.name, fleetOf(answer));
  return drawn(title, { body: barsOf(bars, on), height: bars.length * 26 + 8 }, on);
}

/** Memory of the chips of each stage, at most sixteen of them, against what a chip has. */
export function memoryFigure(
  answer: TrainingAnswer,
  { training }: TrainingKnowledge,
  options: FigureOptions = {},
): string {
  const on = sheet(options, 0);
  const { plan, model, capacity } = answer.groups[0]!;
  const counts = parametersOf(model);
  const every = Math.max(1, Math.ceil(plan.pipeline / 16));
  const stages = Array.from({ length: Math.ceil(plan.pipeline / every) }, (_, i) => i * every);
  const bars = stages.map((stage) => {
    const used = memoryUse({ model, counts, plan, constants: training.memory }, stage).total;
    const text = on.strings.train.of((used / 2 ** 30).toFixed(1), (capacity / 2 ** 30).toFixed(0));
    return { label: on.strings.train.stage(String(stage + 1)), share: Math.min(1.2, used / capacity), text };
  });
  const title = on.strings.train.figureMemory(answer.model.name, fleetOf(answer));
  return drawn(title, { body: barsOf(bars, on), height: bars.length * 26 + 8 }, on);
}

/** Tokens a second by number of chips: what they do, and what they would do if none were lost to size. */
export function scalingFigure(
  answer: TrainingAnswer,
  points: readonly ScalingPoint[],
  options: FigureOptions = {},
): string {
  const on = sheet(options, 240);
  const title = on.strings.train.figureScaling(answer.model.name, answer.groups[0]!.group.machine.name);
  if (points.length === 0) return drawn(title, { body: [], height: 20 }, on);
  const height = 240;
  const width = on.width - 2 * margin - 90;
  const span = (values: readonly number[]) =>
    [Math.log(Math.min(...values)), Math.log(Math.max(...values) * 1.1)] as const;
  const [x0, x1] = span(points.map(({ chips }) => chips));
  const ideal = points.map(({ chips }) => (points[0]!.rate / points[0]!.chips) * chips);
  const [y0, y1] = span([...points.map(({ rate }) => rate), ...ideal]);
  const x = (chips: number) => 70 + ((Math.log(chips) - x0) / Math.max(1e-9, x1 - x0)) * width;
  const y = (rate: number) => height - 24 - ((Math.log(rate) - y0) / Math.max(1e-9, y1 - y0)) * (height - 40);
  const line = (rates: readonly number[], stroke: string, dash?: string) =>
    node('polyline', {
      points: points.map(({ chips }, i) => `${x(chips).toFixed(1)},${y(rates[i]!).toFixed(1)}`).join(' '),
      fill: 'none',
      stroke,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    });
  const small = { size: 12, font: sans, fill: on.theme.quiet, anchor: 'middle' as const };
  const marks = points.flatMap(({ chips, rate, utilisation }) => [
    node('circle', { cx: x(chips), cy: y(rate), r: 4, fill: on.theme.inferred }),
    textLine(`${(100 * utilisation).toFixed(0)} %`, x(chips), y(rate) - 10, small),
    textLine(short(chips), x(chips), height - 4, small),
    textLine(short(rate), 34, y(rate) + 4, small),
  ]);
  const rates = points.map(({ rate }) => rate);
  return drawn(
    title,
    { body: [line(ideal, on.theme.permitted, '4 4'), line(rates, on.theme.inferred), ...marks], height },
    on,
  );
}

interface Bar {
  label: string;
  share: number;
  text: string;
}

function barsOf(bars: readonly Bar[], { width, theme }: Sheet): SvgNode[] {
  const label = Math.min(260, (width - 2 * margin) * 0.4);
  const room = width - 2 * margin - label - 150;
  return bars.flatMap(({ label: words, share, text }, i) => {
    const y = i * 26;
    const style = { size: 13, font: sans, fill: theme.ink };
    return [
      textLine(words, 0, y + 16, style),
      node('rect', {
        x: label,
        y: y + 3,
        width: Math.max(1, room * Math.min(1, share)),
        height: 16,
        fill: theme.inferred,
      }),
      textLine(text, label + Math.max(1, room * Math.min(1, share)) + 8, y + 16, {
        ...style,
        fill: theme.quiet,
      }),
    ];
  });
}

function drawn(
  title: string,
  { body, height }: { body: readonly SvgNode[]; height: number },
  on: Sheet,
): string {
  const { width, theme, strings } = on;
  const inner = width - 2 * margin;
  const lines = fit(title, inner, 20);
  const top = margin + lines.length * 28 + 8;
  const whole = top + height + 40;
  const source = strings.train.source('800');
  return `${render(
    node(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height: whole,
        viewBox: `0 0 ${width} ${whole}`,
        role: 'img',
        'aria-labelledby': 'train-title',
      },
      node('title', { id: 'train-title' }, title),
      node('rect', { width, height: whole, fill: theme.paper }),
      ...lines.map((line, i) =>
        textLine(line, margin, margin + 20 + i * 28, { size: 20, font: serif, fill: theme.ink }),
      ),
      node('g', { transform: `translate(${margin} ${top})` }, ...body),
      textLine(source, margin, whole - 14, { size: 12, font: sans, fill: theme.quiet }),
    ),
  )}\n`;
}
