import { expect, it } from 'vitest';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('carries its sentence as alternative text, and where it comes from', () => {
  const svg = figureSvg(dotplotFigure(invented));
  expect(svg).toMatch(/role="img" aria-labelledby="\S+-title \S+-desc"/);
  expect(svg).toMatch(/<title id="[^"]+-title">[^<]+<\/title>\n<desc id="[^"]+-desc">[^<]{40,}<\/desc>/);
  expect(svg).toContain('st1-0123456789ab');
  expect(svg).toContain('as of 2031-06-30');
  expect(svg).toContain('47 items of 9 independent origins');
});

it('draws fifty dots, each a world that can be found', () => {
  const svg = figureSvg(dotplotFigure(invented));
  expect(svg.match(/data-id="world-\d+"/g)).toHaveLength(50);
  expect(svg).toContain('data-id="world-50"');
});

it('draws the share of worlds as fifty steps', () => {
  const svg = figureSvg(dotplotFigure(invented, { shape: 'cdf' }));
  const [, steps] = /<path d="(M[^"]*)" fill="none" stroke="#0B6E69"/.exec(svg)!;
  expect(steps!.match(/V/g)).toHaveLength(50);
});

it('shows another quantity when asked, and has no place for none on a linear axis', () => {
  expect(figureSvg(dotplotFigure(invented, { quantity: 'it-load' }))).toContain('29 MW (90 %: 9 – 78)');
  expect(figureSvg(dotplotFigure(invented))).toContain('>none</text>');
  expect(figureSvg(dotplotFigure(invented, { scale: 'lin' }))).not.toContain('>none</text>');
});

it('escapes what a dossier says', () => {
  const evil = { ...invented, hub: { ...invented.hub, name: { en: '<script>x</script>' } } };
  expect(figureSvg(dotplotFigure(evil))).not.toContain('<script>');
});
