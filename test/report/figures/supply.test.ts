import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { supplyFigure } from '../../../src/report/figures/supply.ts';
import { supplyRoutes } from '../../../src/report/figures/supply-routes.ts';
import { daysOf } from '../../../src/report/figures/time-axis.ts';
import { languages, said } from '../../../src/report/strings/strings.ts';
import { poolAt } from '../../../src/supply/stock.ts';
import { invented } from '../../fixtures/assessment/invented.ts';
import { supply } from '../../supply/data.ts';

const [, day] = daysOf('2026-06-30')!;

it('has every stream of every pool, as the supply tells it', () => {
  const { routes, pools } = supplyRoutes(supply, day);
  const streams = [...supply.pools.values()].flatMap((pool) => pool.streams);
  expect(routes).toHaveLength(streams.length);
  const restricted = poolAt(supply, 'restricted', { day, measure: 'accelerators' });
  expect(pools[0]).toMatchObject({ id: 'restricted', stock: { median: restricted.quantile(0.5) } });
});

it('leaves out what nobody had published by the day', () => {
  const { pools } = supplyRoutes(supply, daysOf('2015-01-01')![1]);
  expect(pools).toEqual([]);
  const early = { ...invented, run: { ...invented.run, asOf: '2015-01-01' } };
  expect(supplyFigure(early, supply).sentence).toContain('Nothing about the stocks was published');
});

it('has a Chinese name for every way that accelerators came', () => {
  for (const { streams, name } of supply.pools.values()) {
    for (const one of [name, ...streams.map((stream) => stream.name)]) expect(one.zh).toBeTruthy();
  }
});

it('names every route whole, on a phone too', () => {
  const names = [...supply.pools.values()].flatMap(({ streams }) => streams.map(({ name }) => name));
  for (const width of [344, 960]) {
    for (const strings of Object.values(languages)) {
      const figure = supplyFigure(invented, supply, { width, strings, bare: true });
      const text = figureSvg(figure)
        .replace(/<[^>]+>\n?/g, ' ')
        .replace(/\s+/g, ' ');
      expect(text).not.toContain('…');
      for (const name of names) {
        const words = said(name, strings);
        // A Chinese name may be broken anywhere.
        const [part] = strings.tag === 'en' ? [words] : [words.slice(0, 4)];
        expect(text).toContain(part);
      }
    }
  }
});
