import { scaleLinear } from 'd3-scale';
import type { Controls } from '../../controls/instrument.ts';
import type { Span } from '../../controls/timeline.ts';
import { dayOf } from '../../sources/date.ts';
import { countryName, severity } from '../controls-words.ts';
import { clean } from '../strings/strings.ts';
import type { Track } from '../terminal/timeline.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sans } from './theme.ts';

const rowHeight = 30;
const nameRoom = 190;

/**
 * The status of chosen chips through time, a bar each: open, on conditions, closed, not to be decided.
 *
 * @param tracks chips with their stretches, as `timeline` returns them, at least one
 * @param options destination and controls; size in pixels, theme, language
 * @returns an SVG document
 */
export function timelineFigure(
  tracks: readonly Track[],
  { to, controls, ...options }: FigureOptions & { to: string; controls: Controls },
): string {
  const on = sheet(options, tracks.length * rowHeight + 66);
  const { strings: s } = on;
  const [first, last] = [tracks[0]!.spans[0]!.from, tracks[0]!.spans.at(-1)!.to];
  const room = on.width < 600 ? 120 : nameRoom;
  const across = scaleLinear()
    .domain([numberOf(first), numberOf(last) + 1])
    .range([room, on.width - 2 * margin]);
  const changes = tracks.reduce((sum, { spans }) => sum + changesIn(spans), 0);
  const known = tracks.flatMap(({ spans }) => spans.map(({ rules }) => rules));
  const limits = new Set(known.map((one) => s.controls.rulesStateSentence[one.state](one)));
  const carried = known.some(({ state }) => state === 'carried-forward');
  return frame(
    {
      id: `timeline-${to}`,
      title: s.controls.timelineTitle(countryName(to, controls, s)),
      sentence: [
        s.controls.timelineSentence({ chips: tracks.length, from: first, to: last, changes }),
        ...limits,
      ]
        .filter(Boolean)
        .join(s.tag === 'zh-CN' ? '' : ' '),
      from: [s.controls.figureSource(controls.instruments.size)],
      definitions: [pattern(on)],
      plot: [
        ...years(first, last, across, on),
        ...tracks.flatMap((track, i) => row(track, { across, y: i * rowHeight + 4, room }, on)),
        ...legend(on, { y: tracks.length * rowHeight + 44, carried }),
      ],
      plotHeight: on.height,
    },
    on,
  );
}

const numberOf = (iso: string): number => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return dayOf(year, month, day);
};

const paints = (on: Sheet) => ({
  open: { fill: on.theme.speaksFor, 'fill-opacity': 0.25 },
  conditional: { fill: 'url(#timeline-conditional)' },
  closed: { fill: on.theme.speaksAgainst },
  unknown: { fill: 'none', stroke: on.theme.quiet, 'stroke-dasharray': '3 3' },
});

function pattern(on: Sheet): SvgNode {
  const line = node('path', { d: 'M0 6 L6 0', stroke: on.theme.claimed, 'stroke-width': 2 });
  return node(
    'pattern',
    { id: 'timeline-conditional', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    line,
  );
}

/** Answers that differ from the one before; what the Chinese gate does beside them is no other answer. */
const changesIn = (spans: readonly Span[]): number =>
  spans.slice(1).filter((span, i) => nameOf(span) !== nameOf(spans[i]!)).length;
const nameOf = ({ outcome, exception }: Span) => `${outcome} ${exception ?? ''}`;

interface Bar {
  from: string;
  to: string;
  looks: ReturnType<typeof severity>;
  known: boolean;
}

/** Stretches that are drawn alike, as one. */
function barsOf(spans: readonly Span[]): Bar[] {
  const bars: Bar[] = [];
  for (const { from, to, outcome, rules } of spans) {
    const bar = { from, to, looks: severity(outcome), known: rules.state === 'known' };
    const before = bars.at(-1);
    if (before && before.looks === bar.looks && before.known === bar.known) before.to = to;
    else bars.push(bar);
  }
  return bars;
}

function row(
  { name, spans }: Track,
  { across, y, room }: { across: (day: number) => number; y: number; room: number },
  on: Sheet,
): SvgNode[] {
  const paint = paints(on);
  const [label] = fit(clean(name).replace(/ \(.*$/, ''), room - 10, 13);
  return [
    textLine(label!, 0, y + 17, { size: 13, font: sans, fill: on.theme.ink }),
    ...barsOf(spans).map(({ from, to, looks, known }) =>
      node('rect', {
        x: across(numberOf(from)),
        y: y + 4,
        width: Math.max(0, across(numberOf(to) + 1) - across(numberOf(from))),
        height: 18,
        ...paint[looks],
        ...(known ? {} : { opacity: 0.4 }),
      }),
    ),
  ];
}

function years(first: string, last: string, across: (day: number) => number, on: Sheet): SvgNode[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const bottom = on.height - 58;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) => {
    const x = across(Math.max(dayOf(year, 1, 1), numberOf(first)));
    return [
      node('line', { x1: x, x2: x, y1: 0, y2: bottom, stroke: on.theme.contour }),
      ...(x > on.width - 2 * margin - 24
        ? []
        : [textLine(String(year), x, bottom + 16, { size: 12, font: sans, fill: on.theme.quiet })]),
    ];
  });
}

function legend(on: Sheet, { y, carried }: { y: number; carried: boolean }): SvgNode[] {
  const paint = paints(on);
  const { legend: words, carriedForward } = on.strings.controls;
  const entries = [
    ...(['open', 'conditional', 'closed', 'unknown'] as const).map((key) => ({
      text: words[key],
      looks: paint[key] as Record<string, string | number>,
    })),
    ...(carried
      ? [
          {
            text: carriedForward,
            looks: { ...paint.closed, opacity: 0.4 } as Record<string, string | number>,
          },
        ]
      : []),
  ];
  let [x, line] = [0, y];
  return entries.flatMap(({ text, looks }) => {
    const room = 40 + widthOf(text, 13);
    if (x > 0 && x + room > on.width - 2 * margin + 18) [x, line] = [0, line + 18];
    const at = x;
    x += room;
    return [
      node('rect', { x: at, y: line - 11, width: 16, height: 12, ...looks }),
      textLine(text, at + 22, line, { size: 13, font: sans, fill: on.theme.quiet }),
    ];
  });
}
