import { powerKinds } from '../../site/power-kinds.ts';
import type { SiteReport } from '../../site/site-report.ts';
import { duration } from '../site-json.ts';
import { said } from '../strings/strings.ts';
import { siteStrings } from '../terminal/site.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { textLine } from './lines.ts';
import { decimal, node, type SvgNode } from './svg.ts';
import { sans } from './theme.ts';

export type SiteFigureKind = 'chain' | 'load' | 'pue' | 'energy';

interface Drawn {
  sentence: string;
  plot: readonly SvgNode[];
  height: number;
}

/** A figure of a site as a whole SVG document: power chain, load duration, PUE by month and hour, or energy of a year. */
export function siteFigure(report: SiteReport, kind: SiteFigureKind, options: FigureOptions = {}): string {
  const on = sheet(options, 320);
  const words = siteStrings(on.strings);
  const draw = { chain, load, pue: heatMap, energy }[kind];
  const { sentence, plot, height } = draw(report, on);
  return frame(
    {
      id: `site-${kind}`,
      title: words.figureTitle[kind](said(report.name, on.strings)),
      sentence,
      from: [words.figureSource, report.id],
      plot,
      plotHeight: height,
    },
    on,
  );
}

const small = (on: Sheet, anchor: 'start' | 'middle' | 'end' = 'start', quiet = false) => ({
  size: 13,
  font: sans,
  fill: quiet ? on.theme.quiet : on.theme.ink,
  anchor,
});
const three = (value: number, on: Sheet) => on.strings.number(value, 3);

/** Bars with a label before and a value behind. */
function bars(rows: readonly { label: string; value: number; text: string }[], on: Sheet): Drawn['plot'] {
  const most = Math.max(...rows.map(({ value }) => value), 1e-12);
  const labels = 190;
  const room = on.width - 2 * margin - labels - 120;
  return rows.flatMap(({ label, value, text }, i) => {
    const y = 14 + i * 34;
    const long = Math.max(1, (value / most) * room);
    return [
      textLine(label, 0, y + 15, small(on)),
      node('rect', { x: labels, y, width: long, height: 20, fill: on.theme.inferred }),
      textLine(text, labels + long + 8, y + 15, small(on)),
    ];
  });
}

function chain(report: SiteReport, on: Sheet): Drawn {
  const words = siteStrings(on.strings);
  const { stated, chips } = report.variants[0]!.year;
  const values = powerKinds.map((kind) => stated[kind]);
  return {
    sentence: words.chainSentence({
      chips: `${three(chips, on)} ${report.chip}`,
      low: three(Math.min(...values), on),
      high: three(Math.max(...values), on),
    }),
    plot: bars(
      powerKinds.map((kind) => ({
        label: words.kind[kind],
        value: stated[kind],
        text: `${three(stated[kind], on)} MW`,
      })),
      on,
    ),
    height: powerKinds.length * 34 + 14,
  };
}

function energy(report: SiteReport, on: Sheet): Drawn {
  const words = siteStrings(on.strings);
  const { year, weather } = report.variants[0]!;
  const { dispatch } = year.supply;
  const rows = (['photovoltaic', 'wind', 'grid', 'discharged', 'curtailed', 'unserved'] as const).map(
    (name) => ({
      label: words.source[name === 'discharged' ? 'storage' : name],
      value: dispatch[name] / weather.years,
      text: words.energy(three(dispatch[name] / weather.years, on)),
    }),
  );
  const own = 1 - (dispatch.grid + dispatch.unserved) / dispatch.load;
  return {
    sentence: words.energySentence({
      load: three(year.supply.energyMwh, on),
      own: on.strings.percent(String(Math.round(100 * own))),
    }),
    plot: bars(rows, on),
    height: rows.length * 34 + 14,
  };
}

function load(report: SiteReport, on: Sheet): Drawn {
  const words = siteStrings(on.strings);
  const points = duration(report.variants[0]!.year.load, 100);
  const [left, bottom] = [64, on.height - 30];
  const width = on.width - 2 * margin - left;
  const most = points[0]! * 1.05;
  const x = (i: number) => left + (i / 100) * width;
  const y = (mw: number) => bottom - (mw / most) * (bottom - 10);
  const path = points.map((mw, i) => `${i === 0 ? 'M' : 'L'}${decimal(x(i))} ${decimal(y(mw))}`).join('');
  const ticks = [0, 0.5, 1].map((share) => share * points[0]!);
  return {
    sentence: words.loadSentence({
      peak: three(points[0]!, on),
      half: three(points[50]!, on),
      least: three(points[100]!, on),
    }),
    plot: [
      ...ticks.flatMap((mw) => [
        node('line', { x1: left, x2: left + width, y1: y(mw), y2: y(mw), stroke: on.theme.contour }),
        textLine(`${three(mw, on)} MW`, left - 6, y(mw) + 4, small(on, 'end', true)),
      ]),
      node('path', { d: path, fill: 'none', stroke: on.theme.inferred, 'stroke-width': 2 }),
      ...[0, 25, 50, 75, 100].map((i) =>
        textLine(on.strings.percent(String(i)), x(i), bottom + 18, small(on, 'middle', true)),
      ),
      textLine(words.shareOfHours, left + width / 2, bottom + 36, small(on, 'middle', true)),
    ],
    height: on.height + 12,
  };
}

function heatMap(report: SiteReport, on: Sheet): Drawn {
  const words = siteStrings(on.strings);
  const { heatMap: cells } = report.variants[0]!.year;
  const all = cells.flat();
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const left = 44;
  const cell = (on.width - 2 * margin - left) / 24;
  const warmest = cells.findIndex((row) => row.includes(most));
  const plot = cells.flatMap((row, m) => [
    textLine(words.month[m]!, left - 8, m * 22 + 16, small(on, 'end', true)),
    ...row.map((pue, h) =>
      node(
        'rect',
        {
          x: left + h * cell,
          y: m * 22,
          width: cell - 1,
          height: 21,
          fill: on.theme.inferred,
          'fill-opacity': 0.08 + (0.92 * (pue - least)) / Math.max(1e-9, most - least),
        },
        node('title', {}, `${words.month[m]} ${h}:00 PUE ${pue.toFixed(3)}`),
      ),
    ),
  ]);
  const hours = [0, 6, 12, 18, 23].map((h) =>
    textLine(String(h), left + (h + 0.5) * cell, 12 * 22 + 16, small(on, 'middle', true)),
  );
  return {
    sentence: words.pueSentence({
      least: least.toFixed(3),
      most: most.toFixed(3),
      month: words.month[warmest]!,
    }),
    plot: [
      ...plot,
      ...hours,
      textLine(words.hour, left + 12 * cell, 12 * 22 + 34, small(on, 'middle', true)),
    ],
    height: 12 * 22 + 40,
  };
}
