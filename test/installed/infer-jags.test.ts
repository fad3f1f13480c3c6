import { describe, expect, test } from 'vitest';
import type { Columns } from '../../src/installed/columns.ts';
import { blocksFor, drawPart, posteriorOf, prepare } from '../../src/installed/infer.ts';
import { LEGAL, LIT, NAMED } from '../../src/installed/world.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { estimator, type MonteCarlo } from './estimate.ts';
import { type JagsMean, jagsModel, jagsPosterior } from './jags-hub.ts';

const DRAWS = 20_480;

type Quantity = (columns: Columns, d: number) => number;

const overSites =
  (of: (site: Columns['sites'][number], d: number) => number): Quantity =>
  (columns, d) =>
    columns.sites.reduce((sum, site) => sum + of(site, d), 0);

const global =
  (name: string): Quantity =>
  (columns, d) =>
    columns.globals.get(name)![d]!;

/** Quantities of the hub by the name that `hub.jags` gives them. */
const quantities: Record<string, Quantity> = {
  total: (columns, d) => columns.accelerators[d]!,
  compute: overSites(({ compute }, d) => (compute[0][d]! + compute[1][d]! + compute[2][d]!) / 1e15),
  'lit.sites': overSites(({ stages }, d) => stages[LIT][d]!),
  'named.sites': overSites(({ lit }, d) => lit[NAMED][d]!),
  re: global('realisation'),
  ns: global('namedShare'),
  fs: global('fullShare'),
  'log.pool': (columns, d) => Math.log(columns.globals.get('pool')![d]!),
  pace: global('pace'),
  'trust[1]': global('reliability/images'),
  'trust[2]': global('reliability/government'),
};

/** Distance in combined standard errors. */
function distance(ours: MonteCarlo, jags: JagsMean): number {
  return (ours.mean - jags.mean) / Math.hypot(ours.error, jags.error, 1e-9);
}

describe.each(Object.keys(jagsPosterior.pools))('39 sites under a %s pool, beside JAGS', (pool) => {
  const jags = jagsPosterior.pools[pool]!;
  const model = jagsModel(pool);
  const columns = drawPart(prepare(model, 3), { from: 0, to: blocksFor(DRAWS) });
  const estimate = estimator(columns, 'neutral');

  test('JAGS has converged: R-hat of every quantity is below 1.005', () => {
    for (const { rhat } of Object.values(jags.means)) expect(rhat).toBeLessThan(1.005);
  });

  test('our draws pass their own gate', () => {
    expect(posteriorOf(model, columns).quality.neutral.state).toBe('good');
  });

  test.each(Object.keys(quantities))('%s has the same mean', (name) => {
    const ours = estimate((d) => quantities[name]!(columns, d));
    expect(Math.abs(distance(ours, jags.means[name]!))).toBeLessThan(4);
  });

  test('the total has the same quantiles', () => {
    for (const quantile of jags.totalQuantiles) {
      const below = estimate((d) => Number(columns.accelerators[d]! <= quantile.value));
      expect(Math.abs(distance(below, quantile))).toBeLessThan(4);
    }
  });

  test('every site is lit, and takes the named chip or a legal one, as often', () => {
    const distances = columns.sites.flatMap(({ stages, lit }, i) => [
      distance(
        estimate((d) => stages[LIT][d]!),
        jags.lit[i]!,
      ),
      distance(
        estimate((d) => lit[NAMED][d]!),
        jags.named[i]!,
      ),
      distance(
        estimate((d) => lit[LEGAL][d]!),
        jags.legal[i]!,
      ),
    ]);
    // 117 distances: the largest of as many standard normal values is above 4.5 once in a thousand times.
    expect(Math.max(...distances.map(Math.abs))).toBeLessThan(4.5);
    const square = distances.reduce((sum, z) => sum + z * z, 0) / distances.length;
    expect(square).toBeGreaterThan(0.4);
    expect(square).toBeLessThan(1.6);
  });
});

test('the comparison would notice a pool left out', () => {
  const plenty = { ...jagsModel('tight'), pool: lognormal(Math.log(1e12), 0.01) };
  const columns = drawPart(prepare(plenty, 3), { from: 0, to: blocksFor(DRAWS) });
  const total = estimator(columns, 'neutral')((d) => columns.accelerators[d]!);
  expect(distance(total, jagsPosterior.pools.tight!.means.total!)).toBeGreaterThan(10);
});
