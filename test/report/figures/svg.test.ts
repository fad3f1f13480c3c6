import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, node, renamed, render } from '../../../src/report/figures/svg.ts';

it('writes elements, attributes and text', () => {
  expect(render(node('g', { id: 'a', x: 1.23456, y: undefined }, node('text', {}, 'b')))).toBe(
    '<g id="a" x="1.23">\n<text>b</text>\n</g>',
  );
  expect(decimal(-0.001)).toBe('0');
});

it('lets no text become markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = render(node('t', { a: text }, text));
      expect(written.slice('<t a="'.length, -'</t>'.length).replace('">', '')).not.toMatch(/[<>"']/);
    }),
  );
});

it('takes control characters out, which XML does not allow', () => {
  expect(render(node('t', {}, 'a\u0000\u001bb'))).toBe('<t>a  b</t>');
});

it('renames every id and every reference to one', () => {
  const picture = node(
    'svg',
    { id: 'f', 'aria-labelledby': 'f-title f-desc' },
    node('title', { id: 'f-title' }, 'url(#f-title)'),
    node('rect', { fill: 'url(#f-hatch)', 'clip-path': 'url(#f-clip)', width: 3 }),
  );
  expect(render(renamed(picture, 'p-'))).toBe(
    '<svg id="p-f" aria-labelledby="p-f-title p-f-desc">\n<title id="p-f-title">url(#f-title)</title>\n<rect fill="url(#p-f-hatch)" clip-path="url(#p-f-clip)" width="3"/>\n</svg>',
  );
});
