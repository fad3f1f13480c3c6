import { columns, wrap } from '../terminal/text.ts';
import { node, type SvgNode } from './svg.ts';

/** Mean width of a Latin character over the font size; Chinese characters are twice that. */
const widthPerSize = 0.51;

/** How a text is set. */
export interface TextStyle {
  size: number;
  font: string;
  fill: string;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
}

/** Breaks a text into lines that fit `width` pixels. */
export function fit(text: string, width: number, size: number): string[] {
  return wrap(text, Math.max(8, Math.floor(width / (size * widthPerSize))));
}

/** About how many pixels wide a text is. */
export function widthOf(text: string, size: number): number {
  return columns(text) * size * widthPerSize;
}

/** One line of text; `y` is its base line. */
export function textLine(text: string, x: number, y: number, style: TextStyle): SvgNode {
  return node(
    'text',
    {
      x,
      y,
      'font-size': style.size,
      'font-family': style.font,
      fill: style.fill,
      'font-weight': style.weight,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      style: 'font-variant-numeric: tabular-nums',
    },
    text,
  );
}
