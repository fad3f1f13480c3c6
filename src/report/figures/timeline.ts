import type { Controls } from '../../controls/instrument.ts';
import type { Span } from '../../controls/timeline.ts';
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
  const known = tracks.flatMap(({ spans }) => spans.map(({ rules }) => rules));
  const limits = new Set(known.map((one) => s.controls.rulesStateSentence[one.state](one)));
  const carried = known.some(({ state }) => state === 'carried-forward');
  const keys = legend(entriesOf({ id, carried }, on), on);
  const [first, last] = [tracks[0]!.spans[0]!.from, tracks[0]!.spans.at(-1)!.to];
  const left = on.narrow ? 0 : Math.min(220, on.inner * 0.28);
  const time = axisOver({ first: daysOf(first)![0], last: daysOf(last)![1] }, { left, right: on.inner - 6 });
  const top = keys.height + 8;
  const bottom = top + tracks.length * rowHeight;
  const changes = tracks.reduce((sum, { spans }) => sum + changesIn(spans), 0);
  return frame(
    {
      id,
      title: s.controls.timelineTitle(countryName(to, controls, s)),
      sentence: [
        s.controls.timelineSentence({ chips: tracks.length, from: first, to: last, changes }),
        ...limits,
      ]
        .filter(Boolean)
        .join(s.tag === 'zh-CN' ? '' : ' '),
      from: {
        source: s.controls.figureSource(controls.instruments.size),
        asOf: last,
        ...(options.run && { run: options.run }),
      },
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

/** Answers that differ from the one before; what the Chinese gate does beside them is no other answer. */
const changesIn = (spans: readonly Span[]): number =>
  spans.slice(1).filter((span, i) => nameOf(span) !== nameOf(spans[i]!)).length;
const nameOf = ({ outcome, exception }: Span) => `${outcome} ${exception ?? ''}`;

/** Stretches that follow each other and are drawn alike, so that one bar stands for them; the table keeps them apart. */
function drawnAlike(spans: readonly Span[]): Span[][] {
  const looks = ({ outcome, rules }: Span) => `${severity(outcome)} ${rules.state === 'known'}`;
  const groups: Span[][] = [];
  for (const span of spans) {
    const group = groups.at(-1);
    if (group && looks(group[0]!) === looks(span)) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** The answers of a bar, each from its first to its last day. */
function titleOf(spans: readonly Span[], { strings: s }: Sheet): string {
  const told: { from: string; to: string; text: string }[] = [];
  for (const span of spans) {
    const text = outcomeText(span, s);
    const before = told.at(-1);
    if (before?.text === text) before.to = span.to;
    else told.push({ from: span.from, to: span.to, text });
  }
  return told.map(({ from, to, text }) => `${from} – ${to}: ${text}`).join('\n');
}

/** How what later rules may change is drawn. */
const PALE = { opacity: 0.4 };

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
    ...drawnAlike(spans).map((spans) => {
      const [x1, x2] = [daysOf(spans[0]!.from)![0], daysOf(spans.at(-1)!.to)![1] + 1].map(time.across) as [
        number,
        number,
      ];
      const [span] = spans as [Span];
      return node(
        'rect',
        {
          x: x1,
          y: bar,
          width: Math.max(0, Math.min(time.right, x2) - x1),
          height: 18,
          ...paint[severity(span.outcome)],
          ...(span.rules.state === 'known' ? {} : PALE),
        },
        node('title', {}, titleOf(spans, on)),
      );
    }),
  ];
}

function entriesOf({ id, carried }: { id: string; carried: boolean }, on: Sheet) {
  const paint = paints(id, on);
  const { legend: words, carriedForward } = on.strings.controls;
  const entry = (text: string, looks: Record<string, string | number>) => ({
    mark: (x: number, y: number) => node('rect', { x, y: y - 10.5, width: 15, height: 12, ...looks }),
    text,
    fill: on.theme.quiet,
  });
  return [
    ...(['open', 'conditional', 'closed', 'unknown'] as const).map((key) => entry(words[key], paint[key])),
    ...(carried ? [entry(carriedForward, { ...paint.closed, ...PALE })] : []),
  ];
}
