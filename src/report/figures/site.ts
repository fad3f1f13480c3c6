import { scaleLinear } from 'd3-scale';
import type { SiteReport, SiteVariant } from '../../site/site-report.ts';
import { duration } from '../site-json.ts';
import { said } from '../strings/strings.ts';
import { bars } from './bars.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Origin, type Sheet, sheet } from './frame.ts';
import { type HeatMapData, heatMapFigure } from './heat-map.ts';
import { textLine } from './lines.ts';
import { powerChainFigure } from './power.ts';
import { siteSteps } from './power-steps.ts';
import { decimal, node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

export const siteFigureKinds = ['chain', 'load', 'pue', 'temperature', 'power', 'energy'] as const;
export type SiteFigureKind = (typeof siteFigureKinds)[number];

/** A figure of a site: power chain, load duration, PUE, air or own power by month and hour, or energy of a year. */
export function siteFigure(report: SiteReport, kind: SiteFigureKind, options: FigureOptions = {}): Figure {
  const on = sheet(options, 320);
  const words = on.strings.site;
  const head = {
    id: `site-${kind}`,
    title: words.figureTitle[kind](said(report.name, on.strings)),
    from: { source: words.figureSource, circumstances: [report.id] },
  };
  switch (kind) {
    case 'chain':
      return chain(report, head, options);
    case 'load':
      return load(report, head, on);
    case 'energy':
      return energy(report, head, on);
    default:
      return heatMapFigure({ ...head, ...heatMap(report, kind, on) }, options);
  }
}

interface Head {
  id: string;
  title: string;
  from: Origin;
}

const three = (value: number, on: Sheet) => on.strings.number(value, 3);

function chain(report: SiteReport, head: Head, options: FigureOptions): Figure {
  const on = sheet(options, 0);
  const { stated, chips } = report.variants[0]!.year;
  const values = Object.values(stated);
  const sentence = on.strings.site.chainSentence({
    chips: `${three(chips, on)} ${report.chip}`,
    low: three(Math.min(...values), on),
    high: three(Math.max(...values), on),
  });
  return powerChainFigure({ ...head, sentence, steps: siteSteps(report) }, options);
}

function energy(report: SiteReport, head: Head, on: Sheet): Figure {
  const words = on.strings.site;
  const { year, weather } = report.variants[0]!;
  const { dispatch } = year.supply;
  const parts = [
    ['direct', dispatch.direct],
    ['storage', dispatch.discharged],
    ['grid', dispatch.grid],
    ['unserved', dispatch.unserved],
    ['curtailed', dispatch.curtailed],
    ['lost', dispatch.lostInStorage],
  ] as const;
  const rows = parts.map(([name, mwh]) => ({
    id: name,
    label: words.source[name],
    value: mwh / weather.years,
  }));
  const own = 1 - (dispatch.grid + dispatch.unserved) / dispatch.load;
  const most = Math.max(...rows.map(({ value }) => value), 1e-12);
  const drawn = bars(
    rows.map((row) => ({ ...row, share: row.value / most, text: words.energy(three(row.value, on)) })),
    on,
  );
  return frame(
    {
      ...head,
      sentence: words.energySentence({
        load: three(year.supply.energyMwh, on),
        own: on.strings.percent(String(Math.round(100 * own))),
      }),
      plot: drawn.nodes,
      plotHeight: drawn.height,
      table: {
        columns: [
          { id: 'part', label: on.strings.figures.column.part },
          { id: 'energy', label: words.supplyHead, unit: 'MWh' },
        ],
        rows: rows.map(({ label, value }) => [label, value]),
      },
    },
    on,
  );
}

function load(report: SiteReport, head: Head, on: Sheet): Figure {
  const words = on.strings.site;
  const { load: asked, supply } = report.variants[0]!.year;
  const { dispatch, feedMw } = supply;
  const points = duration(asked.map((mw, i) => mw - dispatch.byHour.unserved[i]!));
  const short = feedMw !== null && dispatch.hoursUnserved > 0 ? duration(asked) : undefined;
  const served = words.loadSentence({
    peak: three(points[0]!, on),
    half: three(points[50]!, on),
    least: three(points[100]!, on),
  });
  const sentence = short
    ? served +
      words.askedSentence({
        asked: three(short[0]!, on),
        feed: three(feedMw!, on),
        share: on.strings.percent(((100 * dispatch.unserved) / dispatch.load).toFixed(1)),
      })
    : served;
  const table: FigureTable = {
    columns: [
      { id: 'share', label: words.shareOfHours, unit: '%' },
      { id: 'load', label: on.strings.figures.column.value, unit: 'MW' },
      ...(short ? [{ id: 'asked', label: words.asked, unit: 'MW' }] : []),
    ],
    rows: points.map((mw, i) => [i, mw, ...(short ? [short[i]!] : [])]),
  };
  return frame(
    {
      ...head,
      sentence,
      plot: durationPlot({ points, ...(short && { asked: short }) }, words.shareOfHours, on),
      plotHeight: on.height + 12,
      table,
    },
    on,
  );
}

/** What is served, filled, and dashed what is asked for where that is more. */
function durationPlot(
  { points, asked }: { points: readonly number[]; asked?: readonly number[] },
  across: string,
  on: Sheet,
): SvgNode[] {
  const { theme, inner, narrow } = on;
  const [left, bottom] = [narrow ? 62 : 76, on.height - 30];
  const width = inner - left - 16;
  const most = (asked ?? points)[0]! * 1.05;
  const x = (i: number) => left + (i / 100) * width;
  const y = (mw: number) => bottom - (mw / most) * (bottom - 10);
  const pathOf = (values: readonly number[]) =>
    values.map((mw, i) => `${i === 0 ? 'M' : 'L'}${decimal(x(i))} ${decimal(y(mw))}`).join('');
  const path = pathOf(points);
  const label = { size: sizes.label, fill: theme.quiet };
  return [
    ...scaleLinear()
      .domain([0, most])
      .ticks(4)
      .flatMap((mw) => [
        node('line', { x1: left, x2: left + width, y1: y(mw), y2: y(mw), stroke: theme.contour }),
        textLine(`${three(mw, on)} MW`, left - 8, y(mw) + 4, { ...label, anchor: 'end' }),
      ]),
    node('path', {
      d: `${path}L${decimal(x(100))} ${bottom}L${left} ${bottom}Z`,
      fill: theme.inferred,
      'fill-opacity': 0.12,
    }),
    node('path', { d: path, fill: 'none', stroke: theme.inferred, 'stroke-width': 2.5 }),
    ...(asked
      ? [
          node('path', {
            d: pathOf(asked),
            fill: 'none',
            stroke: theme.inferred,
            'stroke-width': 1.5,
            'stroke-dasharray': '5 4',
          }),
        ]
      : []),
    ...[0, 25, 50, 75, 100].map((i) =>
      textLine(on.strings.percent(String(i)), x(i), bottom + 18, { ...label, anchor: 'middle' }),
    ),
    textLine(across, left + width / 2, bottom + 37, { ...label, anchor: 'middle' }),
  ];
}

type HeatMapKind = 'pue' | 'temperature' | 'power';

function heatMap(
  { variants }: SiteReport,
  kind: HeatMapKind,
  on: Sheet,
): Pick<HeatMapData, 'cells' | 'sentence' | 'unit' | 'what' | 'written' | 'hours'> {
  const words = on.strings.site;
  const { cells, unit, digits } = heatCells(variants[0]!, kind);
  const all = cells.flat();
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const month = (value: number) => words.month[cells.findIndex((row) => row.includes(value))]!;
  const written = (value: number) =>
    value
      .toFixed(digits)
      .replace(/^-(0\.?0*)$/, '$1')
      .replace('-', '−');
  return {
    cells,
    unit,
    what: words.heatWhat[kind],
    hours: words.hour(zoneText(variants[0]!.weather.zone)),
    written,
    sentence: words.heatSentence[kind]({
      least: written(least),
      most: written(most),
      month: month(most),
      leastMonth: month(least),
    }),
  };
}

/** Hours ahead of Greenwich with their sign: `+6`. */
const zoneText = (zone: number) => (zone < 0 ? `−${-zone}` : `+${zone}`);

function heatCells({ year, weather }: SiteVariant, kind: HeatMapKind) {
  if (kind === 'pue') return { cells: year.heatMap, unit: '', digits: 3 };
  if (kind === 'temperature') return { cells: weather.heatMap, unit: '°C', digits: 1 };
  return { cells: year.supply.ownPower, unit: 'MW', digits: 1 };
}
