import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Estimate } from '../../../src/assessment/assessment.ts';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { evidenceFigure } from '../../../src/report/figures/evidence.ts';
import { type Figure, figureCsv, figureJson, figureSvg } from '../../../src/report/figures/figure.ts';
import { mapFigure } from '../../../src/report/figures/map.ts';
import { matrixFigure } from '../../../src/report/figures/matrix.ts';
import { hubPowerFigure } from '../../../src/report/figures/power-steps.ts';
import { replayFigure } from '../../../src/report/figures/replay.ts';
import { mixFigure, oddsFigure, stripFigure } from '../../../src/report/figures/small.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented } from '../../fixtures/assessment/invented.ts';
import { everyFigure, geography, onTheGround } from './every.ts';
import { outside } from './inside.ts';

const nonsense = /NaN|undefined|Infinity|null/;
/** Its own helper keeps the labels of this one apart. */
const elsewhere = new Set(['thresholds']);

describe.each(Object.entries(everyFigure))('the figure %s', (name, draw) => {
  it('is the reviewed picture, wide and light, narrow and dark in Chinese', async () => {
    const wide = figureSvg(draw({}));
    const narrow = figureSvg(draw({ width: 360, theme: 'dark', strings: languages['zh-CN'] }));
    await expect(wide).toMatchFileSnapshot(`../../golden/figures/${name}.svg`);
    await expect(narrow).toMatchFileSnapshot(`../../golden/figures/${name}-360-dark-zh.svg`);
  });

  it('keeps every label inside, at every width, in both languages, framed and bare', () => {
    for (const width of elsewhere.has(name) ? [800] : [320, 360, 480, 559, 560, 800, 1200]) {
      for (const strings of Object.values(languages)) {
        for (const bare of [false, true]) {
          const { svg } = draw({ width, strings, bare: bare && !elsewhere.has(name) });
          expect(outside(svg), `${width} ${strings.tag}`).toEqual([]);
        }
      }
    }
  });

  it('says in words and in figures what it draws, and where it comes from', () => {
    const figure = draw({});
    const { sentence, table, meta } = figure;
    expect(sentence.length).toBeGreaterThan(20);
    expect(sentence).not.toMatch(nonsense);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
    const svg = figureSvg(figure);
    expect(svg).toContain(`aria-labelledby="${meta.id}-title ${meta.id}-desc"`);
    expect(figureCsv(figure)).toContain(meta.source);
    expect(JSON.parse(figureJson(figure))).toMatchObject({
      title: meta.title,
      source: meta.source,
      sentence,
    });
    const chinese = draw({ strings: languages['zh-CN'] });
    expect(chinese.table.rows.length).toBe(table.rows.length);
  });

  it('holds no script, no style of its own and nothing from elsewhere', () => {
    const svg = figureSvg(draw({ theme: 'dark' }));
    expect(svg).not.toMatch(nonsense);
    expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|\son\w+=| style=|href=|@import/);
    expect([...svg.matchAll(/url\(([^)]*)\)/g)].every(([, to]) => to!.startsWith('#'))).toBe(true);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(to);
  });
});

const size = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  fc.double({ min: 1, max: 1e27, noNaN: true }),
);
const ratio = fc.oneof(
  fc.constantFrom(0, 1, Number.POSITIVE_INFINITY, Number.NaN),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
);

const estimates = fc.record({
  dots: fc.array(size, { minLength: 50, maxLength: 50 }),
  claim: fc.option(size),
});

function estimateFrom(
  base: Estimate,
  { dots, claim }: { dots: readonly number[]; claim: number | null },
): Estimate {
  const sorted = [...dots].sort((a, b) => a - b);
  const around = { median: sorted[24]!, low: sorted[2]!, high: sorted[47]! };
  const claimed = claim === null ? null : { median: claim, low: claim / 2, high: claim * 2 };
  return { ...base, ...around, dots: sorted, claimed, permitted: claimed };
}

const worlds = fc
  .record({
    one: estimates,
    two: estimates,
    ratios: fc.array(ratio, { minLength: 6, maxLength: 6 }),
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ one, two, ratios, chance }): Assessment => {
    const [a, b, c, d, e, factor] = ratios as [number, number, number, number, number, number];
    const quantities = invented.quantities.map((base, i) => estimateFrom(base, i === 0 ? one : two));
    return {
      ...onTheGround,
      quantities: [
        ...quantities,
        { ...quantities[1]!, id: 'facility-load', pue: { median: 1 + a, low: 1, high: 1 + a + b } },
      ],
      questions: invented.questions.map((question) => ({ ...question, probability: chance })),
      sites: onTheGround.sites.map((site) => ({ ...site, compute: estimateFrom(site.compute, two) })),
      evidence: invented.evidence.map((item, i) => ({
        ...item,
        moved: i === 0 ? { factor, without: chance } : item.moved,
        matrix:
          i === 0
            ? {
                'as-claimed': a,
                'legal-substitutes': b,
                'domestic-chips': c,
                'partly-built': d,
                'not-lit': e,
              }
            : item.matrix,
        diagnosticity: i === 0 ? 1 : item.diagnosticity,
      })),
    };
  });

it('draws any assessment without nonsense and inside the picture', () => {
  const options = fc.record({
    width: fc.integer({ min: 320, max: 1200 }),
    strings: fc.constantFrom(...Object.values(languages)),
    theme: fc.constantFrom('light' as const, 'dark' as const),
  });
  const shape = fc.constantFrom('dots' as const, 'cdf' as const);
  const scale = fc.constantFrom('log' as const, 'lin' as const);
  fc.assert(
    fc.property(worlds, options, shape, scale, (a, o, as, along) => {
      const drawn: Figure[] = [
        dotplotFigure(a, { ...o, shape: as, scale: along }),
        dotplotFigure(a, { ...o, quantity: 'it-load', shape: as, scale: along }),
        evidenceFigure(a, o),
        matrixFigure(a, o),
        hubPowerFigure(a, o),
        replayFigure([invented, a], { ...o, scale: along }),
        mapFigure(a, geography, o),
        stripFigure(a.quantities[0]!, o),
        mixFigure(a.sites[0]!, o),
        oddsFigure({ id: 'item', says: 'x', factor: a.evidence[0]!.moved.factor }, o),
      ];
      for (const { svg, sentence, table, meta } of drawn) {
        expect(figureSvg({ svg, sentence, table, meta }), meta.id).not.toMatch(/NaN|undefined|Infinity/);
        expect(outside(svg), meta.id).toEqual([]);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
});
