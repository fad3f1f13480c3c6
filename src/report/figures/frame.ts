import type { Assessment } from '../../assessment/assessment.ts';
import { editsOf } from '../run-edits.ts';
import { type Strings, said } from '../strings/strings.ts';
import { usual } from '../strings/usual.ts';
import type { Figure, FigureMeta, FigureTable } from './figure.ts';
import { fit, type TextStyle, textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { mono, sans, serif, sizes, type Theme, themes } from './theme.ts';

/** Size in pixels, colours and language of a figure; all optional. */
export interface FigureOptions {
  width?: number;
  /** Of the plot without title and source lines. */
  height?: number;
  theme?: 'light' | 'dark';
  strings?: Strings;
  /** Leaves out title, sentence and source lines, where a page has them beside the figure. */
  bare?: boolean;
  /** Run of the page that a figure stands on which is of no run itself. */
  run?: string;
}

/** What a figure is drawn on. */
export interface Sheet {
  width: number;
  height: number;
  /** Left and right of the plot. */
  margin: number;
  /** Width of the plot. */
  inner: number;
  /** Below 560 pixels labels stand above what they name, not beside it. */
  narrow: boolean;
  bare: boolean;
  theme: Theme;
  strings: Strings;
}

/** Of the data and the figures alike. */
const licence = 'MIT';

/** Of a sheet that is not narrow. */
export const margin = 32;
const least = 320;
const narrowBelow = 560;

/** Fills in what the options leave open. */
export function sheet(options: FigureOptions, height: number): Sheet {
  const width = Math.max(least, Math.round(options.width ?? 800));
  const narrow = width < narrowBelow;
  const bare = options.bare ?? false;
  const side = bare ? 4 : narrow ? 14 : margin;
  return {
    width,
    height: options.height ?? height,
    margin: side,
    inner: width - 2 * side,
    narrow,
    bare,
    theme: themes[options.theme ?? 'light'],
    strings: options.strings ?? usual,
  };
}

/** Where a figure comes from. */
export interface Origin {
  /** `Sandtable, from 47 items of 9 independent origins`. */
  source: string;
  /** Hub, prior and the like. */
  circumstances?: readonly string[];
  asOf?: string;
  run?: string;
}

/** The parts around a plot: all of them are in the image, so that it can travel alone. */
export interface Frame {
  /** Unique among the figures of a page. */
  id: string;
  title: string;
  /** Second line, in bold; omitted where there is none. */
  answer?: string;
  /** Generated from the numbers; also the alternative text. */
  sentence: string;
  /** What it was drawn from. */
  from: Assessment | Origin;
  definitions?: readonly SvgNode[];
  /** The plot, its origin at the top left inside the margins. */
  plot: readonly SvgNode[];
  plotHeight: number;
  table: FigureTable;
}

/** Puts title, sentence, plot, source line, date and run id together as a whole figure. */
export function frame(parts: Frame, on: Sheet): Figure {
  const { theme, width } = on;
  const { sentence, table } = parts;
  const from = originOf(parts.from, on);
  const head = on.bare ? { nodes: [], bottom: 0 } : heading(parts, on);
  const plotTop = Math.round(head.bottom + 4);
  const plotBottom = plotTop + parts.plotHeight;
  const foot = on.bare ? { nodes: [], bottom: plotBottom - 14 } : footer(from, plotBottom + 26, on);
  const height = Math.ceil(foot.bottom + 18);
  const meta: FigureMeta = {
    id: parts.id,
    title: parts.title,
    source: from.source,
    circumstances: from.circumstances ?? [],
    ...(from.asOf !== undefined && { asOf: from.asOf }),
    ...(from.run !== undefined && { run: from.run }),
    licence,
    language: on.strings.tag,
    width,
    height,
  };
  const description = [parts.answer, sentence].filter(Boolean).join('. ');
  const svg = picture({ ...meta, description }, on, [
    ...(parts.definitions ? [node('defs', {}, ...parts.definitions)] : []),
    node('rect', { width, height, fill: theme.paper }),
    ...head.nodes,
    node('g', { transform: `translate(${on.margin} ${plotTop})` }, ...parts.plot),
    ...foot.nodes,
  ]);
  return { svg, sentence, table, meta };
}

/** The outermost element: named and described for those who do not see it. */
export function picture(
  of: Pick<FigureMeta, 'id' | 'title' | 'width' | 'height'> & { description: string },
  { strings }: Pick<Sheet, 'strings'>,
  children: readonly SvgNode[],
): SvgNode {
  const { id, title, description, width, height } = of;
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      lang: strings.tag,
      'font-family': sans,
      'font-variant': 'tabular-nums',
    },
    node('title', { id: `${id}-title` }, title),
    node('desc', { id: `${id}-desc` }, description),
    ...children,
  );
}

function heading({ title, answer, sentence }: Frame, on: Sheet): { nodes: SvgNode[]; bottom: number } {
  const { theme, narrow, margin: left, inner } = on;
  const nodes: SvgNode[] = [];
  const big = narrow ? sizes.lead : sizes.title;
  let y = (narrow ? 12 : 26) + big;
  const put = (text: string, style: TextStyle) => {
    for (const line of fit(text, inner, style.size)) {
      nodes.push(textLine(line, left, y, style));
      y += style.size * 1.38;
    }
  };
  put(title, { size: big, font: serif, fill: theme.ink });
  if (answer) put(answer, { size: sizes.text, fill: theme.ink, weight: 600 });
  y += 2;
  put(sentence, { size: sizes.text, font: serif, fill: theme.quiet });
  return { nodes, bottom: y };
}

/** What a figure comes from; of an assessment its items, hub, prior and what was changed. */
export function originOf(from: Assessment | Origin, { strings: s }: Pick<Sheet, 'strings'>): Origin {
  if (!('hub' in from)) return from;
  const { hub, run } = from;
  const edits = editsOf(from, s);
  const changed = edits.length > 0 ? [s.overrides(edits.join(', '))] : [];
  return {
    source: s.figureSource(hub.origins, hub.evidence),
    circumstances: [said(hub.name, s), s.underPrior(s.preset[run.prior]), ...changed],
    asOf: run.asOf,
    run: run.id,
  };
}

function footer(from: Origin, top: number, on: Sheet): { nodes: SvgNode[]; bottom: number } {
  const { theme, width, margin: left, inner, strings: s } = on;
  const { source, circumstances = [], asOf, run } = from;
  const quiet = { size: sizes.label, fill: theme.quiet };
  const facts = [...circumstances, ...(asOf ? [s.asOf(asOf)] : [])].join(' · ');
  const lines = [`${source} · ${s.licence(licence)}`, ...(facts ? [facts] : [])].flatMap((line) =>
    fit(line, inner, sizes.label),
  );
  const id = run ? s.run(run) : '';
  // The run id stands on the last line where there is room, else on a line of its own.
  const beside = run && widthOf(lines.at(-1)!, sizes.label) + widthOf(id, sizes.label) * 1.2 + 24 < inner;
  const rows = lines.length + (run && !beside ? 1 : 0);
  const at = (row: number) => top + 10 + row * 18;
  const rule = node('line', {
    x1: left,
    x2: width - left,
    y1: top - 8,
    y2: top - 8,
    stroke: theme.contour,
  });
  return {
    nodes: [
      rule,
      ...lines.map((line, i) => textLine(line, left, at(i), quiet)),
      ...(run
        ? [
            textLine(id, beside ? width - left : left, at(rows - 1), {
              ...quiet,
              font: mono,
              anchor: beside ? ('end' as const) : ('start' as const),
            }),
          ]
        : []),
    ],
    bottom: at(rows - 1),
  };
}
