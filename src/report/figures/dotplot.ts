import type { Assessment, Estimate, SiteResult } from '../../assessment/assessment.ts';
import type { Localised } from '../../sources/source.ts';
import { amount, claim, intervalParts, percent } from '../amount.ts';
import { byPrior } from '../by-prior.ts';
import { sentence } from '../sentence.ts';
import { capital, type Strings, said } from '../strings/strings.ts';
import { type AxisScale, across, type ValueAxis, valueAxis } from './axis.ts';
import { estimateTable } from './estimate-table.ts';
import type { Figure } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { dot, hatch, type LegendEntry, legend, ring } from './marks.ts';
import { stack } from './stack.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

const hatchHeight = 12;

export interface DotplotOptions extends FigureOptions {
  /** Id of the quantity to show; the headline where left out. */
  quantity?: string;
  /** Id of a site whose lit compute is shown, in place of a quantity of the hub. */
  site?: string;
  /** Fifty dots, or the share of worlds up to each value. */
  shape?: 'dots' | 'cdf';
  scale?: AxisScale;
  /** Value in one world that was drawn: it stands out, the others recede. */
  drawn?: number | undefined;
  /** Values that the axis shows besides its own, so that two figures can be compared. */
  along?: readonly number[];
}

/**
 * A quantity as fifty dots, each an equally likely world, against the claim as a ring and the limit as a hatch.
 *
 * @param a what `assess` returned
 */
export function dotplotFigure(a: Assessment, options: DotplotOptions = {}): Figure {
  const on = sheet(options, 260);
  const site = a.sites.find(({ id }) => id === options.site);
  const estimate =
    site?.compute ?? a.quantities.find(({ id }) => id === options.quantity) ?? a.quantities[0]!;
  const headline = estimate === a.quantities[0];
  const id = `${a.run.id}-${estimate.id}`;
  return frame(
    {
      id,
      title: titleOf(headline ? a.questions[0]!.text : estimate.label, site, on),
      ...(headline && { answer: answer(a, on) }),
      sentence: sentence(estimate, on.strings),
      from: a,
      definitions: [hatch(`${id}-hatch`, { stroke: on.theme.permitted })],
      plot: plotOf(estimate, { ...options, id }, on),
      plotHeight: on.height,
      table: estimateTable(estimate, on.strings),
    },
    on,
  );
}

/** All that the headline figure of a run shows, so that two of them can stand along each other. */
export function shownValues({ quantities: [fleet] }: Assessment): number[] {
  if (!fleet) return [];
  const { dots, claimed, permitted } = fleet;
  return [...dots, ...(claimed ? [claimed.median] : []), ...(permitted ? [permitted.median] : [])];
}

function titleOf(text: Localised, site: SiteResult | undefined, { strings: s }: Sheet): string {
  return site ? `${said(site.name, s)}${s.colon}${said(text, s)}` : capital(said(text, s));
}

function answer(a: Assessment, { strings: s }: Sheet): string {
  const question = a.questions[0]!;
  const priors = byPrior(question, s);
  const word = s.word[question.word];
  const verdict =
    a.diagnostics.state === 'poor'
      ? s.notConverged
      : `${capital(word)} (${percent(question.probability, s)})`;
  return [verdict, ...priors].join('  ·  ');
}

/** Where things stand in the plot, in pixels. */
interface Layout {
  axis: ValueAxis;
  unit: string;
  /** Left end of the axis: right of the place for "none". */
  left: number;
  right: number;
  base: number;
  /** Room above the base line. */
  room: number;
  /** Where none has a place of its own: its ends. */
  none: { from: number; to: number } | null;
  place: (value: number) => number;
}

function plotOf(estimate: Estimate, options: DotplotOptions & { id: string }, on: Sheet): SvgNode[] {
  const { claimed, permitted } = estimate;
  const keys = legend(entriesOf(estimate, options.id, on), on);
  const at = layoutOf(estimate, { ...options, keys: keys.height }, on);
  return [
    ...keys.nodes,
    ...axisNodes(at, on),
    ...(permitted ? permittedNodes(permitted, { at, id: options.id }, on) : []),
    ...receding(options.shape === 'cdf' ? cdfNodes(estimate, at, on) : dotNodes(estimate, at, on), options),
    ...(claimed ? claimedNodes(at.place(claimed.median), at, on) : []),
    ...(options.drawn === undefined ? [] : drawnNodes(options.drawn, at, on)),
  ];
}

function layoutOf(
  { claimed, permitted, unit, dots }: Estimate,
  { shape, scale = 'log', along = [], keys }: DotplotOptions & { keys: number },
  on: Sheet,
): Layout {
  // On a linear axis the far end of what is permitted would press all else together.
  const most = scale === 'lin' ? permitted?.median : permitted?.high;
  const limits = [claimed?.low, claimed?.high, permitted?.low, most].filter((v) => v !== undefined);
  const axis = valueAxis([...dots, ...limits, ...along], unit, scale);
  const apart = scale === 'log' && [...dots, ...along].some((value) => value < axis.least);
  const first = shape === 'cdf' ? 48 : 8;
  const left = apart ? first + (on.narrow ? 72 : 104) : first;
  const none = apart ? { from: first + 2, to: left - 20 } : null;
  const base = on.height - hatchHeight - 30;
  const right = on.inner - 10;
  const place = (value: number) =>
    none && value < axis.least ? (none.from + none.to) / 2 : left + axis.position(value) * (right - left);
  return { axis, unit, left, right, base, room: base - keys - 14, none, place };
}

function dotNodes(estimate: Estimate, at: Layout, on: Sheet): SvgNode[] {
  const { none, room } = at;
  const ofNone = none ? estimate.dots.filter((value) => value < at.axis.least).length : 0;
  const columns = (size: number) => Math.ceil(ofNone / Math.max(1, Math.floor(room / size)));
  let largest = on.inner > 900 ? 24 : 18;
  // Worlds with none stand in their own place beside the axis, in as many columns as fit there.
  while (none && columns(largest) * largest > none.to - none.from && largest > 4) largest -= 0.5;
  const some = estimate.dots.slice(ofNone);
  const stacks = stack(some.map(at.place), room, largest);
  const { size } = stacks;
  const r = (size / 2) * 0.88;
  const high = Math.max(1, Math.floor(room / size));
  const nones = Array.from({ length: ofNone }, (_, i) => ({
    x: at.place(0) + (Math.floor(i / high) - (columns(size) - 1) / 2) * size,
    level: i % high,
  }));
  return [...nones, ...stacks.dots].map(({ x, level }, i) =>
    dot(x, at.base - size * (level + 0.5) - 2, { theme: on.theme, r, id: `world-${i + 1}` }),
  );
}

/** The share of worlds up to each value, as a staircase of fifty steps. */
function cdfNodes({ dots }: Estimate, at: Layout, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const up = (share: number) => at.base - share * at.room;
  const start = at.none ? at.none.from : at.left;
  const steps = dots.map((value, i) => `H${two(at.place(value))}V${two(up((i + 1) / dots.length))}`);
  const d = `M${two(start)} ${two(up(0))}${steps.join('')}H${two(at.right)}`;
  return [
    ...[0.5, 1].flatMap((share) => [
      node('line', { x1: start, x2: at.right, y1: up(share), y2: up(share), stroke: theme.contour }),
      textLine(s.percent(String(100 * share)), start - 8, up(share) + 4, {
        size: sizes.label,
        fill: theme.quiet,
        anchor: 'end',
      }),
    ]),
    node('path', { d: `${d}V${two(at.base)}H${two(start)}Z`, fill: theme.inferred, 'fill-opacity': 0.12 }),
    node('path', { d, fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
  ];
}

const two = (value: number) => Number(value.toFixed(2));

function axisNodes(at: Layout, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { axis, unit, left, right, base, room, none } = at;
  const labels = base + hatchHeight + 20;
  const label = { size: sizes.label, fill: theme.quiet };
  return [
    ...across(axis, { left, right, top: base - room, bottom: base + hatchHeight + 2, labels, unit }, on),
    ...(none ? [textLine(s.nothing, at.place(0), labels, { ...label, anchor: 'middle' })] : []),
    node('line', { x1: left, x2: right, y1: base, y2: base, stroke: theme.ink }),
    ...(none ? [node('line', { x1: none.from, x2: none.to, y1: base, y2: base, stroke: theme.ink })] : []),
  ];
}

/** A hatch up to the median of what is permitted, thinner to the end of its middle 90 %. */
function permittedNodes(
  of: NonNullable<Estimate['permitted']>,
  { at, id }: { at: Layout; id: string },
  on: Sheet,
): SvgNode[] {
  const { left, base, place } = at;
  const { permitted } = on.theme;
  const [x, end] = [place(of.median), place(of.high)];
  const hatched = { y: base + 2, height: hatchHeight, fill: `url(#${id}-hatch)` };
  return [
    node('rect', { ...hatched, x: left, width: Math.max(0, x - left), 'data-role': 'permitted' }),
    node('rect', { ...hatched, x, width: Math.max(0, end - x), opacity: 0.4 }),
    node('line', {
      x1: x,
      x2: x,
      y1: base,
      y2: base + hatchHeight + 4,
      stroke: permitted,
      'stroke-width': 2,
    }),
  ];
}

function claimedNodes(x: number, { base, room }: Layout, { theme }: Sheet): SvgNode[] {
  return [
    node('line', {
      x1: x,
      x2: x,
      y1: base - 22,
      y2: base - room,
      stroke: theme.claimed,
      'stroke-dasharray': '2 4',
    }),
    ring(x, base - 11, { theme, r: 9 }),
  ];
}

/** All worlds, faint while one of them is looked at. */
function receding(nodes: SvgNode[], { drawn }: DotplotOptions): SvgNode[] {
  return drawn === undefined ? nodes : [node('g', { opacity: 0.25 }, ...nodes)];
}

/** One world among the others: a dot on a stem, with its number. */
function drawnNodes(value: number, at: Layout, on: Sheet): SvgNode[] {
  const { theme } = on;
  const x = at.place(value);
  const text = amount(value, at.unit, on.strings);
  const end = x > on.inner - widthOf(text, sizes.text) - 16;
  const top = at.base - at.room + 10;
  return [
    node('line', { x1: x, x2: x, y1: at.base, y2: top - 8, stroke: theme.inferred, 'stroke-width': 1.5 }),
    node('g', { 'data-role': 'drawn' }, dot(x, at.base - 10, { theme, r: 8 })),
    textLine(text, end ? x - 7 : x + 7, top, {
      ...{ size: sizes.text, fill: theme.inferred, weight: 600, halo: theme.paper },
      anchor: end ? 'end' : 'start',
    }),
  ];
}

function permittedText(of: NonNullable<Estimate['permitted']>, unit: string, s: Strings): string {
  const { middle, range } = intervalParts(of, unit, s);
  return `${middle} (${s.ninety}: ${range})`;
}

/** What each mark means, with its number. */
function entriesOf(estimate: Estimate, id: string, { theme, strings: s }: Sheet): LegendEntry[] {
  const { claimed, permitted, unit } = estimate;
  const { middle, range } = intervalParts(estimate, unit, s);
  return [
    {
      mark: (x, y) => dot(x + 6, y - 4.5, { theme, r: 6 }),
      text: `${s.inferred} ${middle} (${s.ninety}: ${range})`,
      fill: theme.inferred,
    },
    ...(claimed
      ? [
          {
            mark: (x: number, y: number) => ring(x + 6, y - 4.5, { theme, r: 5.5 }),
            text: `${s.claimed} ${claim(claimed, unit, s)}`,
            fill: theme.claimed,
          },
        ]
      : []),
    ...(permitted
      ? [
          {
            mark: (x: number, y: number) =>
              node('rect', {
                x,
                y: y - 10.5,
                width: 14,
                height: 12,
                fill: `url(#${id}-hatch)`,
                stroke: theme.permitted,
              }),
            text: `${s.permitted} ${permittedText(permitted, unit, s)}`,
            fill: theme.permitted,
          },
        ]
      : []),
  ];
}
