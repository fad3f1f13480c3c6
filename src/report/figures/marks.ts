import { textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes, type Theme } from './theme.ts';

/** The marks of every figure: ring = claimed, hatch = permitted, dot = a possible world, tick = observation. */

/** What somebody claims. */
export function ring(cx: number, cy: number, { theme, r = 8 }: { theme: Theme; r?: number }): SvgNode {
  return node('circle', {
    cx,
    cy,
    r,
    fill: 'none',
    stroke: theme.claimed,
    'stroke-width': r < 6 ? 1.8 : 2.5,
    'data-role': 'claimed',
  });
}

/** One of fifty possible worlds. */
export function dot(
  cx: number,
  cy: number,
  { theme, r, id }: { theme: Theme; r: number; id?: string },
): SvgNode {
  return node('circle', { cx, cy, r, fill: theme.inferred, 'data-id': id });
}

/** A resolved fact, or what is not one of the other kinds. */
export function diamond(cx: number, cy: number, { fill, r = 5 }: { fill: string; r?: number }): SvgNode {
  const d = `M${two(cx - r)} ${two(cy)}L${two(cx)} ${two(cy - r)}L${two(cx + r)} ${two(cy)}L${two(cx)} ${two(cy + r)}Z`;
  return node('path', { d, fill });
}

const two = (value: number) => Number(value.toFixed(2));

/** Diagonal lines: of what physics or law permits. Refer to it by `url(#id)`. */
export function hatch(id: string, { stroke, gap = 6 }: { stroke: string; gap?: number }): SvgNode {
  const line = node('path', { d: `M0 ${gap}L${gap} 0`, stroke, 'stroke-width': 1.3 });
  return node('pattern', { id, width: gap, height: gap, patternUnits: 'userSpaceOnUse' }, line);
}

/** Crossed lines: of what is not known. */
export function crossHatch(id: string, { stroke }: { stroke: string }): SvgNode {
  const line = node('path', { d: 'M0 8L8 0M0 0L8 8', stroke, 'stroke-width': 0.9 });
  return node('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, line);
}

/** Small dots: a second texture beside plain and hatch. */
export function stipple(id: string, { stroke }: { stroke: string }): SvgNode {
  const one = node('circle', { cx: 2, cy: 2, r: 1.1, fill: stroke });
  return node('pattern', { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse' }, one);
}

/** A bar of an interval: light over all of it, a line at its median. */
export function intervalBar(
  { low, median, high }: { low: number; median: number; high: number },
  { y, height, fill }: { y: number; height: number; fill: string },
): SvgNode[] {
  return [
    node('rect', {
      x: low,
      y,
      width: Math.max(2, high - low),
      height,
      rx: 2,
      fill,
      'fill-opacity': 0.28,
    }),
    node('rect', { x: median - 1.5, y: y - 2, width: 3, height: height + 4, fill }),
  ];
}

/** One entry of a legend: a mark 14 pixels wide with its lower left at x, y, and words. */
export interface LegendEntry {
  mark: (x: number, y: number) => SvgNode | readonly SvgNode[];
  text: string;
  fill: string;
}

/** What each mark means, read first, so that no label need stand among the marks. */
export function legend(
  entries: readonly LegendEntry[],
  { inner, top = 14, left = 0 }: { inner: number; top?: number; left?: number },
): { nodes: SvgNode[]; height: number } {
  let [x, y] = [left, top];
  const nodes = entries.flatMap(({ mark, text, fill }) => {
    const wide = 20 + widthOf(text, sizes.label) + 20;
    if (x > left && x + wide - 20 > inner) [x, y] = [left, y + 21];
    const drawn = [mark(x, y)].flat() as SvgNode[];
    const made = [...drawn, textLine(text, x + 20, y, { size: sizes.label, fill })];
    x += wide;
    return made;
  });
  return { nodes, height: y + 8 };
}
