import { scaleLog } from 'd3-scale';
import type { Chip } from '../../chips/chip.ts';
import { type Bound, isExact } from '../../controls/bound.ts';
import { inForce } from '../../controls/in-force.ts';
import type { Paragraph } from '../../controls/instrument.ts';
import { itemOf } from '../../controls/item.ts';
import { performanceDensity } from '../../controls/processing-performance.ts';
import { requireDay } from '../../controls/query.ts';
import { type RuleBook, status } from '../../controls/status.ts';
import { plain } from '../controls-words.ts';
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
  return frame(
    {
      id: `thresholds-${on}`,
      title: s.controls.thresholdsTitle(on),
      sentence: s.controls.thresholdsSentence({
        on,
        caught: count('caught'),
        open: count('open'),
        unknown: [...book.catalogue.chips.values()].length - count('caught') - count('open'),
      }),
      from: { source: s.controls.figureSource(rules.ids.length), asOf: on },
      plot: [
        ...grid(scale, drawnOn),
        ...rules.paragraphs
          .filter(({ items }) => items.includes('chip'))
          .flatMap((paragraph) => region(paragraph, scale, drawnOn)),
        ...dots(points, scale, drawnOn),
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

function scales({ inner, height }: Sheet): Scales {
  const [right, bottom] = [inner, height - bottomRoom];
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

/** The rectangle of a paragraph; what it asks besides performance and density stands in its label. */
function region({ paragraph, all }: Paragraph, { x, y, right, bottom }: Scales, on: Sheet): SvgNode[] {
  const end = (quantity: 'tpp' | 'pd', signs: readonly Bound['sign'][]) =>
    all.find((one) => one.quantity === quantity && signs.includes(one.bound.sign))?.bound.value;
  const [x1, x2] = [end('tpp', ['>=', '>']), end('tpp', ['<', '<='])];
  const [y1, y2] = [end('pd', ['>=', '>']), end('pd', ['<', '<='])];
  const box = {
    x: x1 ? x(x1) : left,
    y: y2 ? y(y2) : 8,
    right: x2 ? x(x2) : right,
    bottom: y1 ? y(y1) : bottom,
  };
  const rest = all.filter(({ quantity }) => quantity !== 'tpp' && quantity !== 'pd');
  const asks = rest.map(({ quantity, bound }) => ` ${quantity} ${bound.sign} ${bound.value}`).join('');
  const { permitted } = on.theme;
  return [
    node('rect', {
      x: box.x,
      y: box.y,
      width: box.right - box.x,
      height: box.bottom - box.y,
      fill: permitted,
      'fill-opacity': 0.1,
      stroke: permitted,
      'stroke-width': 1,
    }),
    textLine(`${paragraph}${asks}`, box.x + 5, box.bottom - 6, {
      size: 12,
      font: sans,
      fill: permitted,
      weight: 600,
    }),
  ];
}

/** Chips with a density in the plane, the others as ticks below it; names where there is room for them. */
function dots(points: readonly Point[], { x, y, bottom }: Scales, on: Sheet): SvgNode[] {
  const placed = points.map((one) => ({
    ...one,
    cx: x(one.tpp),
    cy: one.pd === undefined ? bottom + 10 : y(one.pd),
  }));
  const taken: Box[] = placed.map(({ cx, cy }) => ({ x: cx - 5, y: cy, width: 10 }));
  // What was made to fit the rules stands nearest to their limits: named first.
  const inOrder = [...placed].sort((a, b) => Number(b.tailored) - Number(a.tailored));
  const names = inOrder.flatMap(({ name, pd, cx, cy }) => {
    const width = widthOf(name, 12.5);
    const sides = [cx + 7, cx - 7 - width].filter((side) => side > left && side + width < on.inner);
    const side = sides.find((start) => taken.every((one) => apart(one, { x: start, y: cy, width })));
    if (pd === undefined || side === undefined) return [];
    taken.push({ x: side, y: cy, width });
    return [textLine(name, side, cy + 4, { size: 11, font: sans, fill: on.theme.quiet })];
  });
  const marks = placed.map(({ caught, cx, cy, pd }) =>
    markOf(caught, { cx, cy, small: pd === undefined }, on),
  );
  return [...marks, ...names];
}

interface Box {
  x: number;
  /** Middle of its height. */
  y: number;
  width: number;
}

const apart = (a: Box, b: Box) => Math.abs(a.y - b.y) > 9 || a.x > b.x + b.width || b.x > a.x + a.width;

/** What the marks mean. */
function legend({ bottom }: Scales, on: Sheet): SvgNode[] {
  const { controls: c } = on.strings;
  const words: [Caught, string][] = [
    ['caught', c.caught],
    ['open', c.free],
    ['unknown', c.legend.unknown],
  ];
  let at = left + 4;
  return words.flatMap(([caught, text]) => {
    const cx = at;
    at += 30 + widthOf(text, 13);
    return [
      markOf(caught, { cx, cy: bottom + 58, small: false }, on),
      textLine(text, cx + 9, bottom + 62, { size: 12, font: sans, fill: on.theme.quiet }),
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
