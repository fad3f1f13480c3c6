import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import { amount, claim, percent, tick } from '../amount.ts';
import { logAxis } from '../log-axis.ts';
import { leastOf } from '../sentence.ts';
import { said } from '../strings/strings.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { textLine } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sans } from './theme.ts';

const axisRoom = 96;
const gap = 46;
const noneHeight = 26;

/**
 * The answer through time: probability with the span of the three priors, and the headline quantity as a fan.
 *
 * @param months assessments of the same dossier, oldest first, at least one
 * @param options size in pixels, theme, language
 * @returns an SVG document
 */
export function replayFigure(months: readonly Assessment[], options: FigureOptions = {}): string {
  const on = sheet(options, 430);
  const { strings: s } = on;
  const [first, last] = [months[0]!, months.at(-1)!];
  const headline = last.quantities[0]!;
  const across = scaleLinear()
    .domain([0, Math.max(1, months.length - 1)])
    .range([axisRoom, on.width - 2 * margin - 22]);
  const upper = on.height * 0.4;
  return frame(
    {
      id: `${last.run.id}-replay`,
      title: s.replayTitle(said(last.questions[0]!.text, s)),
      sentence: s.replaySentence({
        from: first.run.asOf,
        to: last.run.asOf,
        start: percent(first.questions[0]!.probability, s),
        end: percent(last.questions[0]!.probability, s),
        label: said(headline.label, s),
        median: amount(headline.median, headline.unit, s),
      }),
      from: last,
      plot: [
        ...probabilityPanel(months, { across, top: 30, bottom: upper }, on),
        ...fanPanel(months, { across, top: upper + gap, bottom: on.height - 26 }, on),
        ...monthTicks(months, { across, top: on.height - 26, bottom: on.height }, on),
      ],
      plotHeight: on.height,
    },
    on,
  );
}

interface Panel {
  /** Month number to pixels. */
  across: (month: number) => number;
  top: number;
  bottom: number;
}

/** A path through `[x, y]`; a single month becomes a short dash, so that it can be seen. */
function curve(points: readonly [number, number][]): string {
  const drawn =
    points.length === 1 ? [points[0]!, [points[0]![0] + 6, points[0]![1]] as [number, number]] : points;
  return line<[number, number]>().digits(2)(drawn) ?? '';
}

function band(points: readonly [x: number, low: number, high: number][]): string {
  const drawn =
    points.length === 1
      ? [points[0]!, [points[0]![0] + 6, points[0]![1], points[0]![2]] as [number, number, number]]
      : points;
  return (
    area<[number, number, number]>()
      .digits(2)
      .x(([x]) => x)
      .y0(([, low]) => low)
      .y1(([, , high]) => high)(drawn) ?? ''
  );
}

function probabilityPanel(months: readonly Assessment[], at: Panel, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const up = scaleLinear().domain([0, 1]).range([at.bottom, at.top]);
  const span = months.map((a, i): [number, number, number] => {
    const values = Object.values(a.questions[0]!.byPreset);
    return [at.across(i), up(Math.min(...values)), up(Math.max(...values))];
  });
  const middle = months.map((a, i): [number, number] => [at.across(i), up(a.questions[0]!.probability)]);
  const right = at.across(Math.max(1, months.length - 1));
  const grid = [0, 0.5, 1].flatMap((p) => [
    node('line', { x1: axisRoom, x2: right, y1: up(p), y2: up(p), stroke: theme.contour }),
    textLine(s.percent(String(p * 100)), axisRoom - 10, up(p) + 4, axisText(on)),
  ]);
  return [
    ...grid,
    node('path', { d: band(span), fill: theme.inferred, 'fill-opacity': 0.18 }),
    node('path', { d: curve(middle), fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
    ...middle.map(([cx, cy]) => node('circle', { cx, cy, r: 3, fill: theme.inferred })),
    textLine(
      `${s.probability} (${s.preset.sceptic} – ${s.preset.believer})`,
      axisRoom + 6,
      at.top - 10,
      panelText(on),
    ),
  ];
}

/** Where amounts stand on the fan's logarithmic axis; what is none has a place of its own below it. */
interface FanAxis {
  decades: readonly number[];
  up: (value: number) => number;
  hasNone: boolean;
}

function fanAxis(estimates: readonly Estimate[], claims: readonly number[], at: Panel): FanAxis {
  const least = leastOf(estimates[0]!.unit);
  const values = estimates.flatMap((e) => [e.low, e.median, e.high, dotAt(e, 0.25), dotAt(e, 0.75)]);
  const axis = logAxis([...values, ...claims], least);
  const hasNone = values.some((value) => value < least);
  const floor = at.bottom - (hasNone ? noneHeight : 0);
  const up = (value: number) => (value < least ? at.bottom : floor - axis.position(value) * (floor - at.top));
  return { decades: axis.decades, up, hasNone };
}

/** Middle 90 % light, middle half darker, median as a line; the claim as a dashed line ending in a ring. */
function fanPanel(months: readonly Assessment[], at: Panel, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const estimates = months.map((a) => a.quantities[0]!);
  const { claimed, unit, label } = estimates.at(-1)!;
  const axis = fanAxis(estimates, claimed ? [claimed.median] : [], at);
  const spread = (low: (e: Estimate) => number, high: (e: Estimate) => number, opacity: number) =>
    node('path', {
      d: band(estimates.map((e, i) => [at.across(i), axis.up(low(e)), axis.up(high(e))])),
      fill: theme.inferred,
      'fill-opacity': opacity,
    });
  const right = at.across(Math.max(1, months.length - 1));
  const median = curve(estimates.map((e, i) => [at.across(i), axis.up(e.median)]));
  return [
    ...fanGrid(axis, { right, bottom: at.bottom, unit }, on),
    spread(
      (e) => e.low,
      (e) => e.high,
      0.16,
    ),
    spread(
      (e) => dotAt(e, 0.25),
      (e) => dotAt(e, 0.75),
      0.28,
    ),
    node('path', { d: median, fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
    ...(claimed
      ? claimLine({ y: axis.up(claimed.median), right, text: `${s.claimed} ${claim(claimed, unit, s)}` }, on)
      : []),
    textLine(`${said(label, s)} (${s.ninety})`, axisRoom + 6, at.top - 8, panelText(on)),
  ];
}

function fanGrid(
  axis: FanAxis,
  { right, bottom, unit }: { right: number; bottom: number; unit: string },
  on: Sheet,
): SvgNode[] {
  const row = (y: number, text: string) => [
    node('line', { x1: axisRoom, x2: right, y1: y, y2: y, stroke: on.theme.contour }),
    textLine(text, axisRoom - 10, y + 4, axisText(on)),
  ];
  return [
    ...axis.decades.flatMap((decade) => row(axis.up(decade), tick(decade, unit, on.strings))),
    ...(axis.hasNone ? row(bottom, on.strings.nothing) : []),
  ];
}

const dotAt = (estimate: Estimate, p: number): number =>
  estimate.dots[Math.min(estimate.dots.length - 1, Math.floor(p * estimate.dots.length))] ?? estimate.median;

function claimLine({ y, right, text }: { y: number; right: number; text: string }, on: Sheet): SvgNode[] {
  const { claimed, paper } = on.theme;
  return [
    node('line', { x1: axisRoom, x2: right, y1: y, y2: y, stroke: claimed, 'stroke-dasharray': '4 4' }),
    node('circle', { cx: right, cy: y, r: 6, fill: paper, stroke: claimed, 'stroke-width': 2.5 }),
    textLine(text, right - 14, y - 6, { size: 13, font: sans, fill: claimed, anchor: 'end' }),
  ];
}

/** A tick where new items were published, and as many dates as fit. */
function monthTicks(months: readonly Assessment[], at: Panel, on: Sheet): SvgNode[] {
  const { theme } = on;
  const room = at.across(1) - at.across(0);
  const every = Math.max(1, Math.ceil(80 / room));
  return months.flatMap((a, i) => {
    const grew = i > 0 && a.hub.evidence > months[i - 1]!.hub.evidence;
    const x = at.across(i);
    const shown = (months.length - 1 - i) % every === 0;
    return [
      ...(grew ? [node('line', { x1: x, x2: x, y1: at.top, y2: at.top + 7, stroke: theme.ink })] : []),
      ...(shown
        ? [
            textLine(a.run.asOf.slice(0, 7), x, at.top + 22, {
              size: 12,
              font: sans,
              fill: theme.quiet,
              anchor: 'middle',
            }),
          ]
        : []),
    ];
  });
}

const axisText = (on: Sheet) => ({ size: 12, font: sans, fill: on.theme.quiet, anchor: 'end' as const });
const panelText = (on: Sheet) => ({ size: 13, font: sans, fill: on.theme.ink, weight: 600 });
