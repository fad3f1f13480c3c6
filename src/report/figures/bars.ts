import type { Sheet } from './frame.ts';
import { shortened, textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

/** One bar with words before and behind it. */
export interface Bar {
  id: string;
  label: string;
  /** Length over the longest there may be, 0 to 1. */
  share: number;
  text: string;
}

/** Bars from the left, labels beside them or, where narrow, above. */
export function bars(rows: readonly Bar[], on: Sheet): { nodes: SvgNode[]; height: number } {
  const { inner, narrow, theme } = on;
  const label = { size: sizes.label, fill: theme.ink };
  const longest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => widthOf(text, sizes.label)));
  const left = narrow ? 0 : Math.min(inner * 0.42, longest(rows.map((row) => row.label)) + 14);
  const room = inner - left - longest(rows.map(({ text }) => text)) - 12;
  const high = narrow ? 44 : 30;
  const nodes = rows.flatMap(({ id, label: words, share, text }, i) => {
    const y = i * high + (narrow ? 20 : 4);
    const long = Math.max(1, room * Math.max(0, Math.min(1, share)));
    return [
      textLine(shortened(words, narrow ? inner : left - 10, sizes.label), 0, narrow ? y - 6 : y + 14, label),
      node('rect', { x: left, y, width: long, height: 18, fill: theme.inferred, 'data-id': id }),
      textLine(text, left + long + 8, y + 14, { ...label, fill: theme.quiet }),
    ];
  });
  return { nodes, height: rows.length * high + 8 };
}
