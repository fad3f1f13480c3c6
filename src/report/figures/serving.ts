import type { RooflinePoint } from '../../serving/roofline.ts';
import type { ServingAnswer } from '../../serving/serve.ts';
import { short } from '../terminal/train.ts';
import { type FigureOptions, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine } from './lines.ts';
import { node, render, type SvgNode } from './svg.ts';
import { sans, serif } from './theme.ts';

const height = 280;

/** Throughput of a chip against the time between tokens, along the front; the best within the target is marked. */
export function frontFigure(answer: ServingAnswer, options: FigureOptions = {}): string {
  const on = sheet(options, height);
  const t = on.strings.serve;
  const points = answer.front.map(({ tpot, perChip }) => ({ x: 1000 * tpot, y: perChip }));
  const at = scales([points], on);
  const { best } = answer;
  const mark = node('circle', {
    cx: at.x(1000 * best.tpot),
    cy: at.y(best.perChip),
    r: 5,
    fill: on.theme.inferred,
  });
  const title = t.figureFront(answer.model.name, `${answer.group.count} x ${answer.group.name}`);
  const words = { x: t.axisTpot, y: t.axisRate };
  return drawn(title, [...axes(at, words, on), line(points, at, { stroke: on.theme.inferred }), mark], on);
}

/** Tokens a second of a chip by its batch, below what memory and arithmetic allow. */
export function rooflineFigure(
  answer: ServingAnswer,
  points: readonly RooflinePoint[],
  options: FigureOptions = {},
): string {
  const on = sheet(options, height);
  const t = on.strings.serve;
  const of = (rate: (point: RooflinePoint) => number) =>
    points.map((point) => ({ x: point.batch, y: rate(point) }));
  const [rates, memory, compute] = [
    of(({ rate }) => rate),
    of((one) => one.memory),
    of((one) => one.compute),
  ];
  const at = scales([rates, memory, compute], on);
  const quiet = on.theme.permitted;
  const label = (text: string, list: readonly Dot[], anchor: 'start' | 'end') => {
    const { x, y } = list[anchor === 'end' ? Math.floor(list.length / 2) : 0]!;
    const [dx, dy] = anchor === 'end' ? [-8, -6] : [6, -6];
    const look = { size: 12, font: sans, fill: on.theme.quiet, anchor };
    return textLine(text, at.x(x) + dx, at.y(y) + dy, look);
  };
  const title = t.figureRoofline(answer.model.name, answer.group.name);
  return drawn(
    title,
    [
      ...axes(at, { x: t.axisBatch, y: t.axisRate }, on),
      line(memory, at, { stroke: quiet, dash: '4 4' }),
      line(compute, at, { stroke: quiet, dash: '1 3' }),
      line(rates, at, { stroke: on.theme.inferred }),
      label(t.memoryBound, memory, 'end'),
      label(t.computeBound, compute, 'start'),
    ],
    on,
  );
}

interface Dot {
  x: number;
  y: number;
}

interface Scales {
  x(value: number): number;
  y(value: number): number;
  ends: { x: readonly [number, number]; y: readonly [number, number] };
  width: number;
}

/** Logarithmic scales that hold every point. */
function scales(lists: readonly (readonly Dot[])[], { width: whole }: Sheet): Scales {
  const all = lists.flat();
  const width = whole - 2 * margin - 90;
  const span = (values: readonly number[]) =>
    [Math.min(...values) / 1.1, Math.max(...values) * 1.15] as const;
  const ends = { x: span(all.map(({ x }) => x)), y: span(all.map(({ y }) => y)) };
  const share = (value: number, [low, high]: readonly [number, number]) =>
    Math.log(value / low) / Math.max(1e-9, Math.log(high / low));
  return {
    x: (value) => 70 + share(value, ends.x) * width,
    y: (value) => height - 44 - share(value, ends.y) * (height - 64),
    ends,
    width,
  };
}

function line(
  points: readonly Dot[],
  at: Scales,
  { stroke, dash }: { stroke: string; dash?: string },
): SvgNode {
  return node('polyline', {
    points: points.map(({ x, y }) => `${at.x(x).toFixed(1)},${at.y(y).toFixed(1)}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': 2,
    'stroke-dasharray': dash,
  });
}

/** Numbers 1, 2 and 5 times a power of ten between two ends. */
export function ticks([low, high]: readonly [number, number]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const digit of [1, 2, 5]) {
      const value = digit * 10 ** power;
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}

function axes(at: Scales, words: { x: string; y: string }, { theme }: Sheet): SvgNode[] {
  const small = { size: 12, font: sans, fill: theme.quiet };
  const bottom = height - 44;
  return [
    node('line', { x1: 70, y1: bottom, x2: 70 + at.width, y2: bottom, stroke: theme.quiet }),
    ...ticks(at.ends.x).map((value) =>
      textLine(short(value), at.x(value), bottom + 18, { ...small, anchor: 'middle' as const }),
    ),
    ...ticks(at.ends.y).map((value) =>
      textLine(short(value), 62, at.y(value) + 4, { ...small, anchor: 'end' as const }),
    ),
    textLine(words.x, 70 + at.width, bottom + 38, { ...small, anchor: 'end' as const }),
    textLine(words.y, 0, 4, small),
  ];
}

function drawn(title: string, body: readonly SvgNode[], on: Sheet): string {
  const { width, theme, strings } = on;
  const lines = fit(title, width - 2 * margin, 20);
  const top = margin + lines.length * 28 + 8;
  const whole = top + height + 40;
  return `${render(
    node(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height: whole,
        viewBox: `0 0 ${width} ${whole}`,
        role: 'img',
        'aria-labelledby': 'serve-title',
      },
      node('title', { id: 'serve-title' }, title),
      node('rect', { width, height: whole, fill: theme.paper }),
      ...lines.map((text, i) =>
        textLine(text, margin, margin + 20 + i * 28, { size: 20, font: serif, fill: theme.ink }),
      ),
      node('g', { transform: `translate(${margin} ${top})` }, ...body),
      textLine(strings.serve.source, margin, whole - 14, { size: 12, font: sans, fill: theme.quiet }),
    ),
  )}\n`;
}
