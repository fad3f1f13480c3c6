import type { Assessment, Estimate, ItemResult } from '../../assessment/assessment.ts';
import { amount, claim, percent, tick } from '../amount.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { type AxisScale, type ValueAxis, valueAxis } from './axis.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { ring } from './marks.ts';
import { straightPath } from './path.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';
import { type TimeAxis, timeAxis, timeTicks } from './time-axis.ts';

const gap = 46;
const noneHeight = 26;
const eventHeight = 34;

export interface ReplayFigureOptions extends FigureOptions {
  /** Id of the quantity of the fan; the headline where left out. */
  quantity?: string;
  scale?: AxisScale;
}

/**
 * The answer through time: probability with the span of the three priors, a quantity as a fan, and a tick for every item
 * that was published.
 *
 * @param months assessments of the same dossier, oldest first, at least one
 */
export function replayFigure(months: readonly Assessment[], options: ReplayFigureOptions = {}): Figure {
  const on = sheet(options, 480);
  const { strings: s } = on;
  const own = screenWords(s);
  const [first, last] = [months[0]!, months.at(-1)!];
  const of = (a: Assessment) => a.quantities.find(({ id }) => id === options.quantity) ?? a.quantities[0]!;
  const estimates = months.map(of);
  const shown = estimates.at(-1)!;
  const upper = on.height * 0.36;
  const bottom = on.height - 30 - eventHeight;
  const axis = fanAxis(estimates, { top: upper + gap, bottom, scale: options.scale ?? 'log' });
  const labels = [
    ...axis.ticks.map((value) => tick(value, shown.unit, s, on.narrow)),
    s.items,
    s.percent('100'),
  ];
  const left = 10 + Math.max(...labels.map((text) => widthOf(text, sizes.label)));
  const time = timeAxis(
    months.map(({ run }) => run.asOf),
    { left, right: on.inner - 14 },
  );
  return frame(
    {
      id: `${last.run.id}-replay-${shown.id}`,
      title: own.replayTitle(said(last.questions[0]!.text, s)),
      sentence: own.replaySentence({
        from: first.run.asOf,
        to: last.run.asOf,
        start: percent(first.questions[0]!.probability, s),
        end: percent(last.questions[0]!.probability, s),
        label: said(shown.label, s),
        median: amount(shown.median, shown.unit, s),
      }),
      from: last,
      plot: [
        ...timeTicks(time, { top: 24, bottom: bottom + eventHeight, labels: on.height - 6 }, on),
        ...probabilityPanel(months, { time, left, top: 30, bottom: upper }, on),
        ...fanPanel(estimates, { time, left, top: upper + gap, bottom, axis }, on),
        ...eventTicks(last.evidence, { time, top: bottom + 14 }, on),
      ],
      plotHeight: on.height,
      table: tableOf(months, estimates, on),
    },
    on,
  );
}

interface Panel {
  time: TimeAxis;
  left: number;
  top: number;
  bottom: number;
}

type Span = readonly [x: number, low: number, high: number];

/** A path through `[x, y]`; a single day becomes a short dash, so that it can be seen. */
function curve(points: readonly (readonly [number, number])[]): string {
  const [x, y] = points[0]!;
  return straightPath(points.length === 1 ? [...points, [x + 6, y]] : points);
}

function band(points: readonly Span[]): string {
  const [x, low, high] = points[0]!;
  const drawn: readonly Span[] = points.length === 1 ? [...points, [x + 6, low, high]] : points;
  const highs = drawn.map(([at, , high]) => [at, high] as const);
  const lows = drawn.map(([at, low]) => [at, low] as const);
  return `${straightPath([...highs, ...lows.toReversed()])}Z`;
}

function probabilityPanel(months: readonly Assessment[], at: Panel, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const up = (p: number) => at.bottom - p * (at.bottom - at.top);
  const span = months.map((a, i): [number, number, number] => {
    const values = Object.values(a.questions[0]!.byPreset);
    return [at.time.places[i]!, up(Math.min(...values)), up(Math.max(...values))];
  });
  const middle = months.map((a, i): [number, number] => [
    at.time.places[i]!,
    up(a.questions[0]!.probability),
  ]);
  return [
    ...[0, 0.5, 1].flatMap((p) => gridRow(up(p), s.percent(String(p * 100)), at, on)),
    node('path', { d: band(span), fill: theme.inferred, 'fill-opacity': 0.18 }),
    node('path', { d: curve(middle), fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
    ...middle.map(([cx, cy], i) =>
      node('circle', { cx, cy, r: 3, fill: theme.inferred, 'data-id': months[i]!.run.asOf }),
    ),
    textLine(`${s.probability} (${s.preset.sceptic} – ${s.preset.believer})`, 0, at.top - 14, panelText(on)),
  ];
}

/** Where amounts stand on the fan's axis; on a logarithmic one, none has a place of its own below it. */
interface FanAxis extends ValueAxis {
  up: (value: number) => number;
  hasNone: boolean;
}

function fanAxis(
  estimates: readonly Estimate[],
  { top, bottom, scale }: { top: number; bottom: number; scale: AxisScale },
): FanAxis {
  const { claimed, unit } = estimates.at(-1)!;
  const values = estimates.flatMap((e) => [e.low, e.median, e.high, dotAt(e, 0.25), dotAt(e, 0.75)]);
  const axis = valueAxis([...values, ...(claimed ? [claimed.median] : [])], unit, scale);
  const hasNone = scale === 'log' && values.some((value) => value < axis.least);
  const floor = bottom - (hasNone ? noneHeight : 0);
  const up = (value: number) =>
    hasNone && value < axis.least ? bottom : floor - axis.position(value) * (floor - top);
  return { ...axis, up, hasNone };
}

/** Middle 90 % light, middle half darker, median as a line; the claim as a dashed line ending in a ring. */
function fanPanel(estimates: readonly Estimate[], at: Panel & { axis: FanAxis }, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { claimed, unit, label } = estimates.at(-1)!;
  const { axis } = at;
  const spread = (low: (e: Estimate) => number, high: (e: Estimate) => number, opacity: number) =>
    node('path', {
      d: band(estimates.map((e, i) => [at.time.places[i]!, axis.up(low(e)), axis.up(high(e))])),
      fill: theme.inferred,
      'fill-opacity': opacity,
    });
  const quarter = [(e: Estimate) => dotAt(e, 0.25), (e: Estimate) => dotAt(e, 0.75)] as const;
  const median = curve(estimates.map((e, i) => [at.time.places[i]!, axis.up(e.median)]));
  return [
    ...axis.ticks.flatMap((value) => gridRow(axis.up(value), tick(value, unit, s, on.narrow), at, on)),
    ...(axis.hasNone ? gridRow(at.bottom, s.nothing, at, on) : []),
    spread(
      (e) => e.low,
      (e) => e.high,
      0.16,
    ),
    spread(...quarter, 0.28),
    node('path', { d: median, fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
    ...(claimed ? claimLine(axis.up(claimed.median), `${s.claimed} ${claim(claimed, unit, s)}`, at, on) : []),
    textLine(`${said(label, s)} (${s.ninety})`, 0, at.top - 14, panelText(on)),
  ];
}

function gridRow(y: number, text: string, { left, time }: Panel, on: Sheet): SvgNode[] {
  return [
    node('line', { x1: left, x2: time.right, y1: y, y2: y, stroke: on.theme.contour }),
    textLine(text, left - 8, y + 4, { size: sizes.label, fill: on.theme.quiet, anchor: 'end' }),
  ];
}

const dotAt = (estimate: Estimate, p: number): number =>
  estimate.dots[Math.min(estimate.dots.length - 1, Math.floor(p * estimate.dots.length))] ?? estimate.median;

function claimLine(y: number, text: string, { left, time }: Panel, on: Sheet): SvgNode[] {
  const { claimed, paper } = on.theme;
  return [
    node('line', { x1: left, x2: time.right, y1: y, y2: y, stroke: claimed, 'stroke-dasharray': '4 4' }),
    node('circle', { cx: time.right, cy: y, r: 6, fill: paper }),
    ring(time.right, y, { theme: on.theme, r: 6 }),
    textLine(text, time.right - 14, y + 17, {
      size: sizes.label,
      fill: claimed,
      anchor: 'end',
      halo: paper,
    }),
  ];
}

/** A tick for each item, on the days between which it was published; up speaks for, down against. */
function eventTicks(
  evidence: readonly ItemResult[],
  { time, top }: { time: TimeAxis; top: number },
  on: Sheet,
): SvgNode[] {
  const { theme } = on;
  const middle = top + 9;
  const drawn = evidence.flatMap((item) => {
    const [x1, x2] = time.span(item.published);
    if (x1 === undefined || x2 === undefined) return [];
    const speaksFor = item.moved.factor >= 1;
    const size = Math.min(10, 3 + 5 * Math.abs(Math.log(item.moved.factor || 1)));
    const width = Math.max(1.6, x2 - x1);
    return [
      node(
        'rect',
        {
          x: Math.min(x1, time.right - width),
          y: speaksFor ? middle - size : middle,
          width,
          height: size,
          fill: speaksFor ? theme.speaksFor : theme.speaksAgainst,
          'data-id': item.id,
        },
        node('title', {}, `${item.published} ${said(item.says, on.strings)}`),
      ),
    ];
  });
  const base = node('line', { x1: time.left, x2: time.right, y1: middle, y2: middle, stroke: theme.quiet });
  const label = textLine(on.strings.items, time.left - 8, middle + 4, {
    size: sizes.label,
    fill: theme.quiet,
    anchor: 'end',
  });
  return drawn.length === 0 ? [] : [...drawn, base, label];
}

function tableOf(
  months: readonly Assessment[],
  estimates: readonly Estimate[],
  { strings: s }: Sheet,
): FigureTable {
  const { column } = s.figures;
  const { unit } = estimates[0]!;
  const of = (id: 'median' | 'low' | 'high') => ({ id, label: column[id], ...(unit && { unit }) });
  return {
    columns: [
      { id: 'as_of', label: s.month },
      { id: 'probability', label: s.probability },
      { id: 'sceptic', label: s.preset.sceptic },
      { id: 'believer', label: s.preset.believer },
      of('median'),
      of('low'),
      of('high'),
      { id: 'items', label: s.items },
    ],
    rows: months.map(({ run, questions, hub }, i) => {
      const { probability, byPreset } = questions[0]!;
      const { median, low, high } = estimates[i]!;
      return [run.asOf, probability, byPreset.sceptic, byPreset.believer, median, low, high, hub.evidence];
    }),
  };
}

const panelText = (on: Sheet) => ({ size: sizes.label, fill: on.theme.ink, weight: 600 });
