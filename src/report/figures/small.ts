import type { Estimate, SiteResult } from '../../assessment/assessment.ts';
import { factor, intervalParts, percent } from '../amount.ts';
import { type Strings, said } from '../strings/strings.ts';
import { usual } from '../strings/usual.ts';
import { valueAxis } from './axis.ts';
import { estimateTable } from './estimate-table.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, picture } from './frame.ts';
import { dot, hatch, ring, stipple } from './marks.ts';
import { stack } from './stack.ts';
import { node, type SvgNode } from './svg.ts';
import { type Theme, themes } from './theme.ts';

/** Small figures that stand in the rows of a table: no frame, the row says the rest. */

interface Slip {
  width: number;
  height: number;
  theme: Theme;
  strings: Strings;
}

function slip(options: FigureOptions, height: number): Slip {
  return {
    width: Math.max(48, options.width ?? 140),
    height: options.height ?? height,
    theme: themes[options.theme ?? 'light'],
    strings: options.strings ?? usual,
  };
}

function small(
  of: { id: string; title: string; sentence: string; table: FigureTable },
  { width, height, strings }: Slip,
  children: readonly SvgNode[],
): Figure {
  const { id, title, sentence, table } = of;
  const meta = {
    id,
    title,
    source: 'Sandtable',
    circumstances: [],
    licence: 'MIT' as const,
    language: strings.tag,
    width,
    height,
  };
  return { svg: picture({ ...meta, description: sentence }, { strings }, children), sentence, table, meta };
}

export interface StripOptions extends FigureOptions {
  /** Amounts that the axis must reach, so that the strips of a table share it. */
  along?: readonly number[];
}

/** An amount as twenty dots on a line, each one of twenty equally likely worlds, with the claim as a ring. */
export function stripFigure(estimate: Estimate, options: StripOptions = {}): Figure {
  const on = slip(options, 26);
  const { unit, claimed } = estimate;
  const s = on.strings;
  const dots = twenty(estimate.dots);
  const axis = valueAxis(
    [...dots, ...(claimed ? [claimed.median] : []), ...(options.along ?? [])],
    unit,
    'log',
  );
  const left = 16;
  const right = on.width - 8;
  const base = on.height - 3;
  const place = (value: number) => (value < axis.least ? 5 : left + axis.position(value) * (right - left));
  const stacks = stack(dots.map(place), base - 2);
  const r = Math.min(stacks.size, 6) / 2.3;
  const sentence = s.figures.reads(said(estimate.label, s), intervalParts(estimate, unit, s));
  return small(
    {
      id: `strip-${idOf(estimate.id)}`,
      title: said(estimate.label, s),
      sentence,
      table: estimateTable(estimate, s),
    },
    on,
    [
      node('line', {
        x1: 0,
        x2: on.width,
        y1: base + 1,
        y2: base + 1,
        stroke: on.theme.quiet,
        'stroke-width': 0.8,
      }),
      ...stacks.dots.map(({ x, level }) =>
        dot(x, base - Math.min(stacks.size, 6) * (level + 0.5), { theme: on.theme, r }),
      ),
      ...(claimed ? [ring(place(claimed.median), base - 5, { theme: on.theme, r: 4.5 })] : []),
    ],
  );
}

/** Twenty of fifty quantiles, evenly spaced in probability. */
function twenty(dots: readonly number[]): number[] {
  return Array.from({ length: 20 }, (_, i) => dots[Math.floor(((i + 0.5) / 20) * dots.length)] ?? 0);
}

const idOf = (id: string) => id.replace(/[^a-z0-9-]/gi, '-');

/** What runs where a site is lit, as one bar: chips as named, legal substitutes, domestic chips. */
export function mixFigure(
  site: Pick<SiteResult, 'id' | 'name' | 'routes' | 'stages'>,
  options: FigureOptions = {},
): Figure {
  const on = slip(options, 16);
  const { theme, strings: s, width, height } = on;
  const id = `mix-${idOf(site.id)}`;
  const { lit } = site.stages;
  const parts = [
    { key: 'named', share: site.routes.named, fill: theme.speaksAgainst, texture: undefined },
    { key: 'legal', share: site.routes.legal, fill: theme.speaksFor, texture: `url(#${id}-legal)` },
    {
      key: 'domestic',
      share: site.routes.domestic,
      fill: theme.inferred,
      texture: `url(#${id}-domestic)`,
    },
  ] as const;
  let x = 0.5;
  const rects = parts.flatMap(({ key, share, fill, texture }) => {
    const box = { x, y: 0.5, width: share * (width - 1), height: height - 1 };
    x += box.width;
    return [
      node('rect', {
        ...box,
        fill: texture ?? fill,
        stroke: fill,
        'stroke-width': box.width > 1 ? 0.8 : 0,
        'data-id': key,
      }),
    ];
  });
  const words = parts.map(({ key, share }) => `${s.route[key]} ${percent(share, s)}`).join(', ');
  return small(
    {
      id,
      title: said(site.name, s),
      sentence: s.figures.mix(percent(lit, s), words),
      table: {
        columns: [
          { id: 'route', label: s.figures.column.part },
          { id: 'share', label: s.figures.column.value },
        ],
        rows: parts.map(({ key, share }) => [s.route[key], share]),
      },
    },
    on,
    [
      node(
        'defs',
        {},
        hatch(`${id}-legal`, { stroke: theme.speaksFor, gap: 5 }),
        stipple(`${id}-domestic`, { stroke: theme.inferred }),
      ),
      ...rects,
      node('rect', {
        x: 0.5,
        y: 0.5,
        width: width - 1,
        height: height - 1,
        fill: 'none',
        stroke: theme.quiet,
      }),
    ],
  );
}

/** How far an item moves the odds, as a bar from the centre: right speaks for, left against; ten times reaches the edge. */
export function oddsFigure(
  of: { id: string; says: string; factor: number },
  options: FigureOptions = {},
): Figure {
  const on = slip(options, 16);
  const { theme, strings: s, width, height } = on;
  const size = Math.abs(Math.log(of.factor));
  const half = width / 2;
  const bar = (Math.min(Number.isFinite(size) ? size : 0, Math.log(10)) / Math.log(10)) * (half - 2);
  const speaksFor = of.factor >= 1;
  return small(
    {
      id: `odds-${idOf(of.id)}`,
      title: of.says,
      sentence: `${speaksFor ? s.speaksFor : s.speaksAgainst} (${factor(of.factor)}): ${of.says}`,
      table: {
        columns: [
          { id: 'item', label: s.itemHead },
          { id: 'factor', label: s.figures.column.factor },
        ],
        rows: [[of.id, of.factor]],
      },
    },
    on,
    [
      node('rect', {
        x: speaksFor ? half : half - bar,
        y: 3,
        width: bar,
        height: height - 6,
        fill: speaksFor ? theme.speaksFor : theme.speaksAgainst,
      }),
      node('line', { x1: half, x2: half, y1: 0, y2: height, stroke: theme.ink }),
    ],
  );
}
