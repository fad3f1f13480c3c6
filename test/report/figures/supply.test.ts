import { expect, it } from 'vitest';
import { supplyFigure } from '../../../src/report/figures/supply.ts';
import { supplyRoutes } from '../../../src/report/figures/supply-routes.ts';
import { daysOf } from '../../../src/report/figures/time-axis.ts';
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
