import type { Controls } from '../../controls/instrument.ts';
import { countryName, outcomeText, severity } from '../controls-words.ts';
import { clean } from '../strings/strings.ts';
import type { Track } from '../terminal/timeline.ts';
import type { Figure } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { shortened, textLine } from './lines.ts';
import { hatch, legend } from './marks.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';
import { axisOver, daysOf, type TimeAxis, timeTicks } from './time-axis.ts';

/**
 * The status of chosen chips through time, a bar each: open, on conditions, closed, not to be decided.
 *
 * @param tracks chips with their stretches, as `timeline` returns them, at least one
 * @param options destination and controls; size in pixels, theme, language
 */
export function timelineFigure(
  tracks: readonly Track[],
  { to, controls, ...options }: FigureOptions & { to: string; controls: Controls },
): Figure {
  const rowHeight = sheet(options, 0).narrow ? 46 : 30;
  const on = sheet(options, 0);
  const { strings: s } = on;
  const id = `timeline-${to}`;
  const keys = legend(entriesOf(id, on), on);
  const [first, last] = [tracks[0]!.spans[0]!.from, tracks[0]!.spans.at(-1)!.to];
  const left = on.narrow ? 0 : Math.min(220, on.inner * 0.28);
  const time = axisOver({ first: daysOf(first)![0], last: daysOf(last)![1] }, { left, right: on.inner - 6 });
  const top = keys.height + 8;
  const bottom = top + tracks.length * rowHeight;
  const changes = tracks.reduce((sum, { spans }) => sum + spans.length - 1, 0);
  return frame(
    {
      id,
      title: s.controls.timelineTitle(countryName(to, controls, s)),
      sentence: s.controls.timelineSentence({ chips: tracks.length, from: first, to: last, changes }),
      from: { source: s.controls.figureSource(controls.instruments.size), asOf: last },
      definitions: [hatch(`${id}-conditional`, { stroke: on.theme.claimed })],
      plot: [
        ...keys.nodes,
        ...timeTicks(time, { top, bottom, labels: bottom + 18 }, on),
        ...tracks.flatMap((track, i) => row(track, { id, time, y: top + i * rowHeight, left }, on)),
      ],
      plotHeight: bottom + 26,
      table: {
        columns: [
          { id: 'chip', label: s.figures.column.name },
          { id: 'from', label: s.figures.column.from },
          { id: 'to', label: s.figures.column.to },
          { id: 'status', label: s.figures.column.part },
        ],
        rows: tracks.flatMap(({ name, spans }) =>
          spans.map((span) => [clean(name), span.from, span.to, outcomeText(span, s)]),
        ),
      },
    },
    on,
  );
}

function paints(id: string, { theme }: Sheet) {
  return {
    open: { fill: theme.speaksFor, 'fill-opacity': 0.25, stroke: theme.speaksFor, 'stroke-width': 0.8 },
    conditional: { fill: `url(#${id}-conditional)`, stroke: theme.claimed, 'stroke-width': 0.8 },
    closed: { fill: theme.speaksAgainst },
    unknown: { fill: 'none', stroke: theme.quiet, 'stroke-dasharray': '3 3' },
  };
}

function row(
  { name, spans }: Track,
  { id, time, y, left }: { id: string; time: TimeAxis; y: number; left: number },
  on: Sheet,
): SvgNode[] {
  const paint = paints(id, on);
  const short = clean(name).replace(/ \(.*$/, '');
  const bar = on.narrow ? y + 20 : y + 5;
  return [
    textLine(shortened(short, on.narrow ? on.inner : left - 12, sizes.label), 0, y + (on.narrow ? 15 : 18), {
      size: sizes.label,
      fill: on.theme.ink,
    }),
    ...spans.map((span) => {
      const [x1, x2] = [daysOf(span.from)![0], daysOf(span.to)![1] + 1].map(time.across) as [number, number];
      return node(
        'rect',
        {
          x: x1,
          y: bar,
          width: Math.max(0, Math.min(time.right, x2) - x1),
          height: 18,
          ...paint[severity(span.outcome)],
        },
        node('title', {}, `${span.from} – ${span.to}: ${outcomeText(span, on.strings)}`),
      );
    }),
  ];
}

function entriesOf(id: string, on: Sheet) {
  const paint = paints(id, on);
  const words = on.strings.controls.legend;
  return (['open', 'conditional', 'closed', 'unknown'] as const).map((key) => ({
    mark: (x: number, y: number) => node('rect', { x, y: y - 10.5, width: 15, height: 12, ...paint[key] }),
    text: words[key],
    fill: on.theme.quiet,
  }));
}
