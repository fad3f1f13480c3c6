import { scaleLinear } from 'd3-scale';
import type { Controls } from '../../controls/instrument.ts';
import { dayOf } from '../../sources/date.ts';
import { countryName, severity } from '../controls-words.ts';
import { clean } from '../strings/strings.ts';
import type { Track } from '../terminal/timeline.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine } from './lines.ts';
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
  const changes = tracks.reduce((sum, { spans }) => sum + spans.length - 1, 0);
  return frame(
    {
      id: `timeline-${to}`,
      title: s.controls.timelineTitle(countryName(to, controls, s)),
      sentence: s.controls.timelineSentence({ chips: tracks.length, from: first, to: last, changes }),
      from: [s.controls.figureSource(controls.instruments.size)],
      definitions: [pattern(on)],
      plot: [
        ...years(first, last, across, on),
        ...tracks.flatMap((track, i) => row(track, { across, y: i * rowHeight + 4, room }, on)),
        ...legend(on, tracks.length * rowHeight + 44),
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

function row(
  { name, spans }: Track,
  { across, y, room }: { across: (day: number) => number; y: number; room: number },
  on: Sheet,
): SvgNode[] {
  const paint = paints(on);
  const [label] = fit(clean(name).replace(/ \(.*$/, ''), room - 10, 13);
  return [
    textLine(label!, 0, y + 17, { size: 13, font: sans, fill: on.theme.ink }),
    ...spans.map(({ from, to, outcome }) =>
      node('rect', {
        x: across(numberOf(from)),
        y: y + 4,
        width: Math.max(0, across(numberOf(to) + 1) - across(numberOf(from))),
        height: 18,
        ...paint[severity(outcome)],
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
      textLine(String(year), x, bottom + 16, { size: 12, font: sans, fill: on.theme.quiet }),
    ];
  });
}

function legend(on: Sheet, y: number): SvgNode[] {
  const paint = paints(on);
  const words = on.strings.controls.legend;
  let x = 0;
  return (['open', 'conditional', 'closed', 'unknown'] as const).flatMap((key) => {
    const at = x;
    const text = words[key];
    x += 34 + [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e80 ? 14 : 7.5), 0);
    return [
      node('rect', { x: at, y: y - 11, width: 16, height: 12, ...paint[key] }),
      textLine(text, at + 22, y, { size: 13, font: sans, fill: on.theme.quiet }),
    ];
  });
}
