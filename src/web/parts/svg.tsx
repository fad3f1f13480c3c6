import { h, type VNode } from 'preact';
import type { SvgNode } from '../../report/figures/svg.ts';

/** A picture as elements of the page; its texts are texts, never markup. */
export function Svg({ node }: { node: SvgNode }): VNode {
  return draw(node, 0);
}

function draw({ name, attributes, children }: SvgNode, key: number): VNode {
  return h(
    name,
    { ...attributes, key },
    ...children.map((child, i) => (typeof child === 'string' ? child : draw(child, i))),
  );
}
