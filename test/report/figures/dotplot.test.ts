import { expect, it } from 'vitest';
import { amount } from '../../../src/report/amount.ts';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { en } from '../../../src/report/strings/en.ts';
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

it('a world that was drawn stands out from the others, with its number', () => {
  const drawn = invented.quantities[0]!.dots[30]!;
  const svg = figureSvg(dotplotFigure(invented, { drawn }));
  expect(svg).toContain('data-role="drawn"');
  expect(svg).toContain(`>${amount(drawn, '', en)}</text>`);
  expect(svg.match(/opacity="0.25"/g)).toHaveLength(1);
  expect(figureSvg(dotplotFigure(invented))).not.toContain('data-role="drawn"');
});

it('two figures share an axis where each knows what the other shows', () => {
  const few = { ...invented.quantities[0]!, dots: invented.quantities[0]!.dots.map((dot) => dot / 50) };
  const other = { ...invented, quantities: [few, ...invented.quantities.slice(1)] };
  const along = [...few.dots, ...invented.quantities[0]!.dots];
  const ticks = (a: typeof invented) =>
    [...figureSvg(dotplotFigure(a, { along })).matchAll(/text-anchor="middle">([^<]+)</g)].map(
      ([, text]) => text,
    );
  expect(ticks(other)).toEqual(ticks(invented));
});

it.each([320, 560, 980, 1200])(
  'worlds with none stay in their place beside the axis, however many they are: %s px',
  (width) => {
    const [fleet] = invented.quantities;
    for (const nones of [1, 17, 34, 49]) {
      const dots = fleet!.dots.map((value, i) => (i < nones ? 0 : Math.max(1000, value)));
      const a = { ...invented, quantities: [{ ...fleet!, dots }, ...invented.quantities.slice(1)] };
      const svg = figureSvg(dotplotFigure(a, { width, bare: true }));
      const [, axis] = /<rect [^>]*\bx="([\d.]+)"[^>]*data-role="permitted"/.exec(svg)!;
      const at = [...svg.matchAll(/<circle cx="([\d.]+)" cy="[\d.]+" r="([\d.]+)"[^>]*data-id="world-\d+"/g)];
      expect(at).toHaveLength(50);
      for (const [, x, r] of at.slice(0, nones)) {
        expect(Number(x) - Number(r)).toBeGreaterThan(0);
        expect(Number(x) + Number(r)).toBeLessThan(Number(axis) - 15);
      }
    }
  },
);

it('says how far the amount in the country may reach, and changes of the run', () => {
  const svg = figureSvg(dotplotFigure(invented));
  expect(svg).toContain('in country 140,000 (90 %: 110,000 – 190,000)');
  const run = { ...invented.run, drop: ['substation'], set: { 'world.pace': '2' } };
  const changed = figureSvg(dotplotFigure({ ...invented, run }));
  expect(changed).toContain('without substation');
  expect(changed).toContain('world.pace = 2');
});
