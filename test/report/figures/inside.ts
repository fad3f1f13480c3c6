import { widthOf } from '../../../src/report/figures/lines.ts';
import type { SvgNode } from '../../../src/report/figures/svg.ts';

/** A text of a figure with the box it takes, in pixels of the whole picture. */
export interface SetText {
  text: string;
  left: number;
  right: number;
  base: number;
  size: number;
}

/** Every text that is drawn, with transforms carried out. */
export function textsOf(svg: SvgNode, at = { x: 0, y: 0 }): SetText[] {
  const { name, attributes, children } = svg;
  if (name === 'text') {
    const text = children.filter((child) => typeof child === 'string').join('');
    const size = Number(attributes['font-size']);
    const wide = widthOf(text, size);
    const anchor = attributes['text-anchor'] ?? 'start';
    const x = at.x + Number(attributes.x);
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    return [{ text, left, right: left + wide, base: at.y + Number(attributes.y), size }];
  }
  const [, dx = '0', dy = '0'] =
    /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(attributes.transform ?? '')) ?? [];
  const here = { x: at.x + Number(dx), y: at.y + Number(dy) };
  return children.flatMap((child) => (typeof child === 'string' ? [] : textsOf(child, here)));
}

/** The texts that leave the picture by more than the breadth of a hair. */
export function outside({ attributes, ...rest }: SvgNode): SetText[] {
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  return textsOf({ attributes, ...rest }).filter(
    ({ left, right, base, size }) => left < -1 || right > width + 1 || base - size < -4 || base > height + 1,
  );
}
