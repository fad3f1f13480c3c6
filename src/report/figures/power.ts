import type { Basis } from '../../sources/source.ts';
import { amount, claim, type Interval, intervalParts } from '../amount.ts';
import { basisGlyphs } from '../terminal/quantities.ts';
import { across, valueAxis } from './axis.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Origin, type Sheet, sheet } from './frame.ts';
import { fitLines, textLine } from './lines.ts';
import { crossHatch, hatch, intervalBar, type LegendEntry, legend, ring } from './marks.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

/** Where on its way a power is read, from the grid to the chips. */
const powerPlaces = [
  'announced',
  'grid',
  'transformers',
  'facility',
  'pue',
  'it',
  'metered',
  'chips',
] as const;
export type PowerPlace = (typeof powerPlaces)[number];

/** One reading of the chain [MW]. */
export interface PowerStep {
  place: PowerPlace;
  /** What is inferred; null where nothing is known. */
  inferred: Interval | null;
  claimed?: Interval;
  /** Most that can pass. */
  permitted?: number;
  /** What the power before is divided by here, where this is no power [1]. */
  ratio?: Interval;
  bases: readonly Basis[];
}

export interface PowerChainData {
  id: string;
  title: string;
  sentence: string;
  from: Origin;
  steps: readonly PowerStep[];
}

/**
 * Power from the grid to the chips, an interval at each place, and which kind of number each is: the same fleet reads
 * differently at every place.
 */
export function powerChainFigure(data: PowerChainData, options: FigureOptions = {}): Figure {
  const high = sheet(options, 0).narrow ? 106 : 66;
  const on = sheet(options, 0);
  const keys = legend(entriesOf(data, on), on);
  const bottom = keys.height + 12 + data.steps.length * high;
  return frame(
    {
      ...data,
      definitions: [
        hatch(`${data.id}-hatch`, { stroke: on.theme.permitted }),
        crossHatch(`${data.id}-unknown`, { stroke: on.theme.quiet }),
      ],
      plot: [...keys.nodes, ...rowsOf(data, { top: keys.height + 12, bottom, high }, on)],
      plotHeight: bottom + 30,
      table: tableOf(data.steps, on),
    },
    on,
  );
}

function rowsOf(
  { steps, id }: PowerChainData,
  { top, bottom, high }: { top: number; bottom: number; high: number },
  on: Sheet,
): SvgNode[] {
  const values = steps.flatMap(({ inferred, claimed, permitted }) => [
    ...(inferred ? [inferred.high] : []),
    ...(claimed ? [claimed.high] : []),
    permitted ?? 0,
  ]);
  const axis = valueAxis(values, 'MW', 'lin');
  const left = on.narrow ? 0 : Math.min(300, on.inner * 0.36);
  const right = on.inner - 12;
  const place = (mw: number) => left + axis.position(mw) * (right - left);
  return [
    ...across(axis, { left, right, top: top - 4, bottom, labels: bottom + 20, unit: 'MW' }, on),
    ...steps.flatMap((step, i) =>
      row(step, { id, y: top + i * high, high, left, right, place, last: i === steps.length - 1 }, on),
    ),
  ];
}

interface RowPlace {
  id: string;
  y: number;
  high: number;
  left: number;
  right: number;
  place: (mw: number) => number;
  last: boolean;
}

function row(step: PowerStep, at: RowPlace, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { place, meaning } = s.figures.power;
  const { y, high, left, narrow } = { ...at, narrow: on.narrow };
  const words = fitLines(meaning[step.place], (narrow ? on.inner : left) - 24, {
    size: sizes.label,
    most: 2,
  });
  const bar = narrow ? y + 28 + 16 * words.length : y + 14;
  const label = [
    textLine(place[step.place], 0, y + 16, { size: sizes.text, fill: theme.ink, weight: 600 }),
    ...words.map((line, i) => textLine(line, 0, y + 34 + i * 16, { size: sizes.label, fill: theme.quiet })),
  ];
  const arrow = at.last
    ? []
    : [
        node('path', {
          d: narrow
            ? `M${on.inner - 8} ${y + 14}v14m-4 -5l4 5l4 -5`
            : `M${left - 16} ${y + 16}v${high - 40}m-4 -5l4 5l4 -5`,
          fill: 'none',
          stroke: theme.quiet,
        }),
      ];
  const rule = at.last
    ? []
    : [node('line', { x1: 0, x2: on.inner, y1: y + high - 3, y2: y + high - 3, stroke: theme.contour })];
  return [
    ...label,
    ...rule,
    ...arrow,
    ...marksOf(step, { ...at, bar }, on),
    ...valueLines(step, { ...at, bar }, on),
  ];
}

function marksOf(step: PowerStep, at: RowPlace & { bar: number }, on: Sheet): SvgNode[] {
  const { theme } = on;
  const { inferred, claimed, permitted } = step;
  const { place, bar, left, right, id } = at;
  const unknown = !inferred && !claimed && permitted === undefined && !step.ratio;
  return [
    ...(unknown
      ? [
          node('rect', {
            x: left,
            y: bar,
            width: right - left,
            height: 12,
            fill: `url(#${id}-unknown)`,
            'fill-opacity': 0.7,
            'data-id': step.place,
          }),
        ]
      : []),
    ...(permitted === undefined
      ? []
      : [
          node('rect', {
            x: left,
            // Below what is inferred, as in the dotplot.
            y: inferred ? bar + 13 : bar,
            width: place(permitted) - left,
            height: inferred ? 7 : 12,
            fill: `url(#${id}-hatch)`,
            stroke: theme.permitted,
            'stroke-width': 0.8,
            'data-id': step.place,
          }),
        ]),
    ...(inferred
      ? [
          node('rect', {
            x: left,
            y: bar + 5,
            width: Math.max(0, place(inferred.low) - left),
            height: 2,
            fill: theme.inferred,
            'fill-opacity': 0.45,
          }),
          ...intervalBar(
            { low: place(inferred.low), median: place(inferred.median), high: place(inferred.high) },
            { y: bar, height: 12, fill: theme.inferred },
          ),
        ]
      : []),
    ...(claimed ? [ring(place(claimed.median), bar + 6, { theme, r: 7 })] : []),
  ];
}

/** Basis glyphs and numbers under the bar: from its left end, so that they never leave the plot. */
function valueLines(step: PowerStep, { bar, left, right }: RowPlace & { bar: number }, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { inferred, claimed, permitted, ratio, bases } = step;
  const glyphs = bases.map((basis) => basisGlyphs[basis]).join(' ');
  const parts = [
    ...(inferred ? [intervalText(inferred, 'MW', on)] : []),
    ...(ratio ? [intervalText(ratio, '1', on)] : []),
    ...(claimed ? [`${s.claimed} ${claim(claimed, 'MW', s)}`] : []),
    ...(permitted === undefined ? [] : [s.upTo(amount(permitted, 'MW', s))]),
  ];
  const below = bar + (ratio ? 10 : inferred && permitted !== undefined ? 35 : 28);
  const text = parts.length > 0 ? `${glyphs} ${parts.join(' · ')}`.trim() : s.figures.power.unknown;
  return fitLines(text, right - left, { size: sizes.label, most: 2 }).map((line, i) =>
    textLine(line, left, below + i * 16, {
      size: sizes.label,
      fill: parts.length > 0 ? theme.ink : theme.quiet,
    }),
  );
}

function intervalText(of: Interval, unit: 'MW' | '1', { strings: s }: Sheet): string {
  if (of.low === of.high) return amount(of.median, unit, s);
  const { middle, range } = intervalParts(of, unit, s);
  return `${middle} (${range})`;
}

/** Marks and glyphs that occur, each with its words. */
function entriesOf({ steps, id }: PowerChainData, { theme, strings: s }: Sheet): LegendEntry[] {
  const bases = [...new Set(steps.flatMap((step) => step.bases))];
  const some = (has: (step: PowerStep) => unknown) => steps.some((step) => Boolean(has(step)));
  const box = (fill: string) => (x: number, y: number) =>
    node('rect', { x, y: y - 10.5, width: 14, height: 12, fill, stroke: theme.permitted });
  return [
    ...(some(({ inferred }) => inferred)
      ? [
          {
            mark: (x: number, y: number) =>
              intervalBar(
                { low: x, median: x + 7, high: x + 14 },
                { y: y - 9, height: 9, fill: theme.inferred },
              ),
            text: `${s.inferred} (${s.ninety})`,
            fill: theme.inferred,
          },
        ]
      : []),
    ...(some(({ claimed }) => claimed)
      ? [
          {
            mark: (x: number, y: number) => ring(x + 7, y - 4.5, { theme, r: 5.5 }),
            text: s.claimed,
            fill: theme.claimed,
          },
        ]
      : []),
    ...(some(({ permitted }) => permitted !== undefined)
      ? [{ mark: box(`url(#${id}-hatch)`), text: s.figures.power.permitted, fill: theme.permitted }]
      : []),
    ...bases.map((basis) => ({
      mark: (x: number, y: number) =>
        textLine(basisGlyphs[basis], x + 7, y, { size: sizes.text, fill: theme.ink, anchor: 'middle' }),
      text: s.basis[basis],
      fill: theme.quiet,
    })),
  ];
}

function tableOf(steps: readonly PowerStep[], on: Sheet): FigureTable {
  const { strings: s } = on;
  const ratios = steps.some(({ ratio }) => ratio);
  const { column, power } = s.figures;
  const mw = (id: string, label: string) => ({ id, label, unit: 'MW' });
  return {
    columns: [
      { id: 'place', label: column.place },
      { id: 'meaning', label: column.meaning },
      mw('median', column.median),
      mw('low', column.low),
      mw('high', column.high),
      mw('claimed', s.claimed),
      mw('permitted', power.permitted),
      ...(ratios ? [{ id: 'ratio', label: power.place.pue }] : []),
      { id: 'basis', label: s.basisHead },
    ],
    rows: steps.map(({ place, inferred, claimed, permitted, ratio, bases }) => [
      power.place[place],
      power.meaning[place],
      inferred?.median,
      inferred?.low,
      inferred?.high,
      claimed?.median,
      permitted,
      ...(ratios ? [ratio && intervalText(ratio, '1', on)] : []),
      bases.map((basis) => s.basis[basis]).join(' '),
    ]),
  };
}
