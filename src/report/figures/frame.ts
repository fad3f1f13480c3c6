import type { Assessment } from '../../assessment/assessment.ts';
import { en } from '../strings/en.ts';
import { type Strings, said } from '../strings/strings.ts';
import { fit, textLine } from './lines.ts';
import { node, render, type SvgNode } from './svg.ts';
import { sans, serif, type Theme, themes } from './theme.ts';

/** Size in pixels, colours and language of a figure; all optional. */
export interface FigureOptions {
  width?: number;
  /** Of the plot without title and source lines. */
  height?: number;
  theme?: 'light' | 'dark';
  strings?: Strings;
}

/** What a figure is drawn on. */
export interface Sheet {
  width: number;
  height: number;
  theme: Theme;
  strings: Strings;
}

export const margin = 32;

/** Fills in what the options leave open. */
export function sheet(options: FigureOptions, height: number): Sheet {
  return {
    width: Math.max(360, options.width ?? 800),
    height: options.height ?? height,
    theme: themes[options.theme ?? 'light'],
    strings: options.strings ?? en,
  };
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
  /** What it was drawn from: an assessment, or lines that say it. */
  from: Assessment | readonly string[];
  definitions?: readonly SvgNode[];
  /** The plot, its origin at the top left inside the margins. */
  plot: readonly SvgNode[];
  plotHeight: number;
}

/** Puts title, sentence, plot, source line, date and run id together as a whole SVG document. */
export function frame(parts: Frame, on: Sheet): string {
  const { theme, width } = on;
  const inner = width - 2 * margin;
  const head: SvgNode[] = [];
  let y = margin + 20;
  const put = (
    lines: readonly string[],
    style: { size: number; font: string; fill: string; weight?: number },
  ) => {
    for (const line of lines) {
      head.push(textLine(line, margin, y, style));
      y += style.size * 1.4;
    }
  };
  put(fit(parts.title, inner, 24), { size: 24, font: serif, fill: theme.ink });
  if (parts.answer) put(fit(parts.answer, inner, 15), { size: 15, font: sans, fill: theme.ink, weight: 600 });
  y += 4;
  put(fit(parts.sentence, inner, 15), { size: 15, font: serif, fill: theme.quiet });
  const plotTop = y + 4;
  const foot = footer(parts.from, plotTop + parts.plotHeight + 26, on);
  const height = Math.ceil(foot.bottom + 18);
  const description = [parts.answer, parts.sentence].filter(Boolean).join('. ');
  return `${render(
    node(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'aria-labelledby': `${parts.id}-title ${parts.id}-desc`,
      },
      node('title', { id: `${parts.id}-title` }, parts.title),
      node('desc', { id: `${parts.id}-desc` }, description),
      ...(parts.definitions ? [node('defs', {}, ...parts.definitions)] : []),
      node('rect', { width, height, fill: theme.paper }),
      ...head,
      node('g', { transform: `translate(${margin} ${Math.round(plotTop)})` }, ...parts.plot),
      ...foot.nodes,
    ),
  )}\n`;
}

function sourceLines(from: Frame['from'], { strings: s }: Sheet): readonly string[] {
  if (!('hub' in from)) return from;
  const name = said(from.hub.name, s);
  const { run } = from;
  const facts = [name, s.asOf(run.asOf), s.underPrior(s.preset[run.prior]), s.run(run.id)].join(' · ');
  return [s.figureSource(from.hub.origins, from.hub.evidence), facts];
}

function footer(from: Frame['from'], top: number, on: Sheet): { nodes: SvgNode[]; bottom: number } {
  const { theme, width } = on;
  const lines = sourceLines(from, on).flatMap((line) => fit(line, width - 2 * margin, 12));
  const nodes = lines.map((line, i) =>
    textLine(line, margin, top + 10 + i * 17, { size: 12, font: sans, fill: theme.quiet }),
  );
  const rule = node('line', {
    x1: margin,
    x2: width - margin,
    y1: top - 8,
    y2: top - 8,
    stroke: theme.contour,
  });
  return { nodes: [rule, ...nodes], bottom: top + 10 + (lines.length - 1) * 17 };
}
