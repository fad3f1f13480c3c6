import type { Figure } from './figure.ts';
import type { SvgNode } from './svg.ts';
import { type Theme, themes } from './theme.ts';

/** Colour of a theme by the colour of the same role in the light one. */
const swaps = (theme: 'light' | 'dark') =>
  new Map(
    (Object.keys(themes.light) as (keyof Theme)[]).map((role) => [themes.light[role], themes[theme][role]]),
  );

/** A figure that was drawn in the light theme, in the colours of another: nothing else of it is drawn anew. */
export function recoloured(figure: Figure, theme: 'light' | 'dark'): Figure {
  if (theme === 'light') return figure;
  const of = swaps(theme);
  const paint = ({ name, attributes, children }: SvgNode): SvgNode => ({
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, of.get(String(value)) ?? value]),
    ),
    children: children.map((child) => (typeof child === 'string' ? child : paint(child))),
  });
  return { ...figure, svg: paint(figure.svg) };
}
