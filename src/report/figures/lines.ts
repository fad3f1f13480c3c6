import { wrap } from '../terminal/text.ts';
import { node, type SvgNode } from './svg.ts';

/** How a text is set; sans where no font is named. */
export interface TextStyle {
  size: number;
  fill: string;
  font?: string;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
  /** Drawn around the letters, so that they stand clear of what lies under them. */
  halo?: string;
}

/** Breaks a text into lines that fit `width` pixels. */
export function fit(text: string, width: number, size: number): string[] {
  return wrap(text, Math.max(3 * size, width), (part) => widthOf(part, size));
}

/** The first `most` lines of a text, the last cut with an ellipsis where there are more. */
export function fitLines(
  text: string,
  width: number,
  { size, most }: { size: number; most: number },
): string[] {
  const lines = fit(text, width, size);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), width, size)];
}

/** A text cut to a width, the last character an ellipsis. */
export function shortened(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

/** About how many pixels wide a text is: the common sans fonts. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += shareOf(character);
  return sum * size;
}

/** Width of a character over the font size, by kinds of characters. */
function shareOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0x2e80) return 1;
  if (/[ijl|'.,:;!·‘’]/.test(character)) return 0.26;
  if (/[\s ()[\]/\\frtI"“”-]/.test(character)) return 0.34;
  if (/[mwMW%@—…→←]/.test(character)) return 0.88;
  if (/[A-ZÄÖÜ&]/.test(character)) return 0.7;
  return 0.56;
}

/** One line of text; `y` is its base line. */
export function textLine(text: string, x: number, y: number, style: TextStyle): SvgNode {
  const halo = style.halo && { stroke: style.halo, 'stroke-width': 3, 'paint-order': 'stroke' };
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
      ...(halo && { ...halo, 'stroke-linejoin': 'round' }),
    },
    text,
  );
}
