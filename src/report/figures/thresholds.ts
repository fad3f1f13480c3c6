import { scaleLog } from 'd3-scale';
import type { Chip } from '../../chips/chip.ts';
import { type Bound, boundUnits, isExact } from '../../controls/bound.ts';
import { inForce } from '../../controls/in-force.ts';
import type { Paragraph } from '../../controls/instrument.ts';
import { itemOf } from '../../controls/item.ts';
import { rulesKnownOn } from '../../controls/known-rules.ts';
import { performanceDensity } from '../../controls/processing-performance.ts';
import { requireDay } from '../../controls/query.ts';
import { type RuleBook, status } from '../../controls/status.ts';
import { plain, signText } from '../controls-words.ts';
import { clean } from '../strings/strings.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sans } from './theme.ts';

const left = 58;
const bottomRoom = 66;
const domain = { tpp: [300, 220_000], pd: [0.4, 45] } as const;

/** Where a chip stands: caught by a paragraph of the day, by none, or not to be decided. */
type Caught = 'caught' | 'open' | 'unknown';

interface Point {
  name: string;
  tpp: number;
  /** Absent where the die area is not published. */
  pd?: number;
  caught: Caught;
  /** Made for one market. */
  tailored: boolean;
}

/**
 * Performance against density with the regions of the rules of a day and every chip.
 *
 * @param book catalogue and controls
 * @param on the day
 * @param options size in pixels, theme, language
 * @returns an SVG document
 */
export function thresholdsFigure(book: RuleBook, on: string, options: FigureOptions = {}): Figure {
  const day = requireDay(on);
  const drawnOn = sheet(options, 520);
  const { strings: s } = drawnOn;
  const rules = inForce(book.controls, day);
  const points = [...book.catalogue.chips.values()].flatMap((chip) => pointOf(book, chip, on));
  const count = (caught: Caught) => points.filter((one) => one.caught === caught).length;
  const scale = scales(drawnOn);
  const regions = rules.paragraphs
    .filter(({ items }) => items.includes('chip'))
    .map((paragraph) => regionOf(paragraph, scale, drawnOn));
  const known = rulesKnownOn(book.controls, day);
  return frame(
    {
      id: `thresholds-${on}`,
      title: s.controls.thresholdsTitle(on),
      sentence: [
        s.controls.thresholdsSentence({
          on,
          caught: count('caught'),
          open: count('open'),
          unknown: [...book.catalogue.chips.values()].length - count('caught') - count('open'),
        }),
        ...(known.state === 'known' ? [] : [s.controls.rulesStateSentence[known.state](known)]),
      ].join(s.tag === 'zh-CN' ? '' : ' '),
      from: {
        source: s.controls.figureSource(rules.ids.length),
        asOf: on,
        ...(options.run && { run: options.run }),
      },
      plot: [
        ...grid(scale, drawnOn),
        ...regions.map(({ area }) => rectangle(area, drawnOn)),
        ...labelled(points, regions, scale, drawnOn),
        ...legend(scale, drawnOn),
      ],
      plotHeight: drawnOn.height,
      table: tableOf(points, drawnOn),
    },
    drawnOn,
  );
}

function tableOf(points: readonly Point[], { strings: s }: Sheet): FigureTable {
  const words = { caught: s.controls.caught, open: s.controls.free, unknown: s.controls.legend.unknown };
  return {
    columns: [
      { id: 'chip', label: s.figures.column.name },
      { id: 'tpp', label: s.controls.axisTpp },
      { id: 'pd', label: s.controls.axisDensity, unit: '1/mm2' },
      { id: 'status', label: s.figures.column.part },
    ],
    rows: points.map(({ name, tpp, pd, caught }) => [name, tpp, pd, words[caught]]),
  };
}

interface Scales {
  x: (value: number) => number;
  y: (value: number) => number;
  right: number;
  bottom: number;
}

function scales(on: Sheet): Scales {
  const { inner, height } = on;
  const { below } = entriesOf(on);
  const [right, bottom] = [inner, height - bottomRoom - below];
  const x = scaleLog().domain(domain.tpp).range([left, right]).clamp(true);
  const y = scaleLog().domain(domain.pd).range([bottom, 8]).clamp(true);
  return { x: (value) => x(value), y: (value) => y(value), right, bottom };
}

function pointOf(book: RuleBook, chip: Chip, on: string): Point[] {
  const item = itemOf(chip);
  const tpp = item.readings[0]?.tpp;
  if (!tpp) return [];
  const { layers } = status(book, item, { on, to: 'CN', from: 'US' });
  const found = layers.find(({ layer }) => layer === 'classification')!.findings.filter(({ says }) => !says);
  const caught = found.some(({ met }) => met)
    ? 'caught'
    : found.some(({ met }) => met === null)
      ? 'unknown'
      : 'open';
  const density = performanceDensity(tpp, item.dieArea);
  return [
    {
      name: clean(chip.name.replace(/\s*\(.*\)$/, '').replace(/ \d+ GB$/, '')),
      tpp: tpp.high,
      ...(isExact(density) && { pd: density.high }),
      caught,
      tailored: chip.madeFor !== undefined,
    },
  ];
}

function grid({ x, y, right, bottom }: Scales, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const label = { size: 12, font: sans, fill: theme.quiet };
  return [
    ...[1000, 10_000, 100_000].flatMap((tpp) => [
      node('line', { x1: x(tpp), x2: x(tpp), y1: 8, y2: bottom, stroke: theme.contour }),
      textLine(plain(tpp), x(tpp), bottom + 44, { ...label, anchor: 'middle' }),
    ]),
    ...[1, 3, 10, 30].flatMap((pd) => [
      node('line', { x1: left, x2: right, y1: y(pd), y2: y(pd), stroke: theme.contour }),
      textLine(String(pd), left - 8, y(pd) + 4, { ...label, anchor: 'end' }),
    ]),
    textLine(s.controls.axisTpp, right, bottom + 62, { ...label, anchor: 'end' }),
    textLine(s.controls.axisDensity, 0, 2, label),
    textLine(s.controls.noDensity, left, bottom + 28, label),
  ];
}

/** Where a paragraph reaches, in pixels, and its label with what it asks besides performance and density. */
interface Region {
  area: { x: number; y: number; right: number; bottom: number };
  label: string;
}

function regionOf({ paragraph, all }: Paragraph, { x, y, right, bottom }: Scales, on: Sheet): Region {
  const { quantity: names } = on.strings.controls;
  const end = (quantity: 'tpp' | 'pd', signs: readonly Bound['sign'][]) =>
    all.find((one) => one.quantity === quantity && signs.includes(one.bound.sign))?.bound.value;
  const [x1, x2] = [end('tpp', ['>=', '>']), end('tpp', ['<', '<='])];
  const [y1, y2] = [end('pd', ['>=', '>']), end('pd', ['<', '<='])];
  const rest = all.filter(({ quantity }) => quantity !== 'tpp' && quantity !== 'pd');
  const asks = rest.map(
    ({ quantity, bound }) =>
      `, ${names[quantity]} ${signText[bound.sign]} ${plain(bound.value)} ${boundUnits[quantity]}`,
  );
  return {
    area: {
      x: x1 ? x(x1) : left,
      y: y2 ? y(y2) : 8,
      right: x2 ? x(x2) : right,
      bottom: y1 ? y(y1) : bottom,
    },
    label: `${paragraph}${asks.join('')}`,
  };
}

function rectangle({ x, y, right, bottom }: Region['area'], { theme }: Sheet): SvgNode {
  return node('rect', {
    x,
    y,
    width: right - x,
    height: bottom - y,
    fill: theme.permitted,
    'fill-opacity': 0.1,
    stroke: theme.permitted,
    'stroke-width': 1,
  });
}

/**
 * Chips with a density in the plane, the others as ticks below it; labels of regions in the corner that is emptiest,
 * names of chips where there is still room.
 */
function labelled(
  points: readonly Point[],
  regions: readonly Region[],
  { x, y, bottom }: Scales,
  on: Sheet,
): SvgNode[] {
  const placed = points.map((one) => ({
    ...one,
    cx: x(one.tpp),
    cy: one.pd === undefined ? bottom + 10 : y(one.pd),
  }));
  const taken: Box[] = placed.map(({ cx, cy }) => ({ x: cx - 5, y: cy, width: 10 }));
  const labels = regions.map((region) => labelOf(region, taken, on));
  // What was made to fit the rules stands nearest to their limits: named first.
  const inOrder = [...placed].sort((a, b) => Number(b.tailored) - Number(a.tailored));
  const names = inOrder.flatMap(({ name, pd, cx, cy }) => {
    const width = widthOf(name, 12.5);
    const sides = [cx + 7, cx - 7 - width].filter((side) => side > left && side + width < on.inner);
    const side = sides.find((start) => taken.every((one) => apart(one, { x: start, y: cy, width })));
    if (pd === undefined || side === undefined) return [];
    taken.push({ x: side, y: cy, width });
    return [haloed(textLine(name, side, cy + 4, { size: 11, font: sans, fill: on.theme.quiet }), on)];
  });
  const marks = placed.map(({ caught, cx, cy, pd }) =>
    markOf(caught, { cx, cy, small: pd === undefined }, on),
  );
  return [...marks, ...names, ...labels];
}

/** The label of a region in the first of its corners where nothing stands yet, and that place taken. */
function labelOf({ area, label }: Region, taken: Box[], on: Sheet): SvgNode {
  const width = widthOf(label, 13.5);
  const spots: Box[] = [area.bottom - 11, area.y + 11].flatMap((middle) =>
    [area.x + 5, area.right - 5 - width].map((start) => ({ x: start, y: middle, width })),
  );
  const spot = spots.find((one) => taken.every((other) => apart(other, one))) ?? spots[0]!;
  taken.push(spot);
  const style = { size: 12, font: sans, fill: on.theme.permitted, weight: 600 };
  return haloed(textLine(label, spot.x, spot.y + 4, style), on);
}

/** A text with a rim in the colour of the paper, so that lines do not run through it. */
function haloed(text: SvgNode, { theme }: Sheet): SvgNode {
  const rim = { stroke: theme.paper, 'stroke-width': 3, 'stroke-opacity': 0.7, 'paint-order': 'stroke' };
  return node('g', rim, text);
}

interface Box {
  x: number;
  /** Middle of its height. */
  y: number;
  width: number;
}

const apart = (a: Box, b: Box) => Math.abs(a.y - b.y) > 12 || a.x > b.x + b.width || b.x > a.x + a.width;

/** An entry of the legend: where it stands, from the left and rows down. */
interface Entry {
  caught: Caught;
  text: string;
  at: number;
  row: number;
}

const LEGEND_ROW = 20;

/** What the marks mean: beside the name of the axis where there is room, else in rows of their own below it. */
function entriesOf(on: Sheet): { entries: Entry[]; below: number } {
  const { controls: c } = on.strings;
  const words: [Caught, string][] = [
    ['caught', c.caught],
    ['open', c.free],
    ['unknown', c.legend.unknown],
  ];
  const place = (start: number, end: number) => {
    let [at, row] = [start, 0];
    return words.map(([caught, text]): Entry => {
      const width = 30 + widthOf(text, 13);
      if (at > start && at + width - 12 > end) [at, row] = [start, row + 1];
      at += width;
      return { caught, text, at: at - width, row };
    });
  };
  const beside = place(left + 4, on.inner - widthOf(c.axisTpp, 12) - 12);
  if (beside.every(({ row }) => row === 0)) return { entries: beside, below: 0 };
  const entries = place(6, on.inner);
  return { entries, below: (entries.at(-1)!.row + 1) * LEGEND_ROW };
}

function legend({ bottom }: Scales, on: Sheet): SvgNode[] {
  const { entries, below } = entriesOf(on);
  const first = bottom + 62 + (below > 0 ? LEGEND_ROW + 2 : 0);
  return entries.flatMap(({ caught, text, at, row }) => {
    const y = first + row * LEGEND_ROW;
    return [
      markOf(caught, { cx: at, cy: y - 4, small: false }, on),
      textLine(text, at + 9, y, { size: 12, font: sans, fill: on.theme.quiet }),
    ];
  });
}

function markOf(
  caught: Caught,
  { cx, cy, small }: { cx: number; cy: number; small: boolean },
  { theme }: Sheet,
): SvgNode {
  const r = small ? 3 : 4;
  if (caught === 'caught') return node('circle', { cx, cy, r, fill: theme.speaksAgainst });
  const hollow = { cx, cy, r, fill: theme.paper, 'stroke-width': 1.8 };
  if (caught === 'open') return node('circle', { ...hollow, stroke: theme.speaksFor });
  return node('path', {
    d: `M${cx - r} ${cy} L${cx} ${cy - r} L${cx + r} ${cy} L${cx} ${cy + r} Z`.replace(/\d+\.\d+/g, (n) =>
      Number(n).toFixed(2),
    ),
    fill: theme.paper,
    stroke: theme.claimed,
    'stroke-width': 1.8,
  });
}
