import { expect, it } from 'vitest';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('is the reviewed figure, light and dark, wide and narrow', async () => {
  await expect(dotplotFigure(invented)).toMatchFileSnapshot('../../golden/dotplot.svg');
  await expect(
    dotplotFigure(invented, { theme: 'dark', strings: languages['zh-CN'], width: 420 }),
  ).toMatchFileSnapshot('../../golden/dotplot-dark-zh.svg');
});

it('carries its sentence as alternative text, and where it comes from', () => {
  const svg = dotplotFigure(invented);
  expect(svg).toMatch(/role="img" aria-labelledby="\S+-title \S+-desc"/);
  expect(svg).toMatch(/<title id="[^"]+-title">[^<]+<\/title>\n<desc id="[^"]+-desc">[^<]{40,}<\/desc>/);
  expect(svg).toContain('st1-0123456789ab');
  expect(svg).toContain('as of 2031-06-30');
  expect(svg).toContain('47 items of 9 independent origins');
});

it('never draws what is not a number', () => {
  expect(dotplotFigure(invented)).not.toMatch(/NaN|undefined|Infinity/);
});

it('draws fifty dots', () => {
  const dots = dotplotFigure(invented).match(/<circle [^>]*fill="#0B6E69"/g)!;
  expect(dots).toHaveLength(50 + 1); // and one in the legend
});

it('shows another quantity when asked', () => {
  expect(dotplotFigure(invented, { quantity: 'it-load' })).toContain('29 MW (90 %: 9 – 78)');
});

it('escapes what a dossier says', () => {
  const evil = { ...invented, hub: { ...invented.hub, name: { en: '<script>x</script>' } } };
  expect(dotplotFigure(evil)).not.toContain('<script>');
});
