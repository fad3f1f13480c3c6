import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import type { PoolId, Supply } from '../../src/supply/pool.ts';
import { pools } from '../../src/supply/pool.ts';
import { estimatesAt, gradeWeight, levelOf, poolAt, streamsOf } from '../../src/supply/stock.ts';
import { arrivals, firstDay } from '../../src/supply/stream.ts';
import { catalogue, day } from '../chips/data.ts';
import { supply } from './data.ts';

const count = (pool: PoolId, text: string, streams?: string[]) =>
  poolAt(supply, pool, { day: day(text), measure: 'accelerators', ...(streams && { streams }) });
const all = { asOf: day('2026-06-30'), measure: 'accelerators' } as const;
const stock = (pool: PoolId, id: string, text: string) =>
  estimatesAt(supply, pool, { day: day(text), ...all }).find(({ estimate }) => estimate.id === id)!.median;

describe('poolAt keeps to published sums', () => {
  it('1.0m H20 by the end of 2024, and 1.38m by the letter of April 2025', () => {
    expect(count('legal', '2024-12-31', ['h20']).quantile(0.5) / 1e6).toBeCloseTo(1.0, 1);
    expect(count('legal', '2025-06-30', ['h20']).quantile(0.5) / 1.38e6).toBeCloseTo(1, 0.9);
  });

  it('H20 revenue fits under what Nvidia billed to China in fiscal 2025, 17.1bn USD, and is most of it', () => {
    const unit = catalogue.quotes.find(({ id }) => id === 'h20-official-2024-07')!;
    const revenue =
      (median(unit.amount)! / unit.accelerators) * stock('legal', 'h20-forecast-2024', '2025-01-26');
    expect(revenue).toBeLessThan(17.1e9);
    expect(revenue).toBeGreaterThan(0.6 * 17.1e9);
  });

  it.each([
    ['restricted', 'cnas-2024', '2023-12-31', '2024-12-31', 140e3],
    ['domestic', 'ascend-2024', '2023-12-31', '2024-12-31', 200e3],
    ['domestic', 'ascend-2025-plan', '2024-12-31', '2025-12-31', 400e3],
    ['domestic', 'semianalysis-2025', '2024-12-31', '2025-12-31', 805e3],
    ['domestic', 'semianalysis-2026', '2025-12-31', '2026-12-31', 300e3],
  ] as const)('%s: %s gives its own flow back', (pool, id, from, to, published) => {
    expect((stock(pool, id, to) - stock(pool, id, from)) / published).toBeCloseTo(1, 2);
  });

  it('a stock is its own on its day: officials 25,000 in July 2025', () => {
    expect(stock('restricted', 'officials-25k', '2025-07-01') / 25e3).toBeCloseTo(1, 2);
  });

  it('no licensed H200 arrived', () => {
    expect(poolAt(supply, 'legal', { day: day('2026-06-30'), streams: ['h200-licensed'] }).mean).toBe(0);
  });

  it('Ascend through 2025 stays under the 1.6m packages that dies and memory allow', () => {
    const ascend = poolAt(supply, 'domestic', { day: day('2025-12-31'), ...all, streams: ['ascend'] });
    expect(ascend.quantile(0.5)).toBeLessThan(1.6e6);
  });

  it("all pools together are near China's stated 788 EFLOPS of FP16 in mid-2025, 796,000 H100", () => {
    const known = { day: day('2025-06-30'), asOf: day('2026-06-30') };
    const sum = pools.reduce((total, pool) => total + poolAt(supply, pool, known).quantile(0.5), 0);
    expect(sum / 796e3).toBeGreaterThan(1 / 1.5);
    expect(sum / 796e3).toBeLessThan(1.5);
  });
});

describe('poolAt', () => {
  it('is the mixture of its estimates where one stream is asked for', () => {
    const options = { day: day('2026-06-30'), measure: 'accelerators' as const, streams: ['smuggled'] };
    const parts = estimatesAt(supply, 'restricted', options);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const pool = poolAt(supply, 'restricted', options);
    const mass = parts.reduce(
      (sum, { weight, median: at, high }) => sum + weight * (1 - normal(at, high, 300e3)),
      0,
    );
    expect(1 - pool.cdf(300e3)).toBeCloseTo(mass, 6);
  });

  it('shares a voice within a family and gives a part half of one', () => {
    const parts = estimatesAt(supply, 'restricted', { day: day('2026-06-30') });
    const find = (id: string) => parts.find(({ estimate }) => estimate.id === id)!;
    expect(find('cnas-2024').weight / find('cnas-2023-cloud').weight).toBeCloseTo(
      1 / supply.pooling.partWeight,
      9,
    );
    expect(find('grunewald-2026').weight / find('cnas-2024').weight).toBeCloseTo(2, 9);
    const { grade } = find('supermicro').estimate;
    const whole = gradeWeight(supply, { grade } as Parameters<typeof gradeWeight>[1]);
    expect(gradeWeight(supply, find('supermicro').estimate) / whole).toBe(supply.pooling.partWeight);
  });

  it('spreads an estimate that is carried away from its time', () => {
    const spread = (text: string) => {
      const one = estimatesAt(supply, 'restricted', { day: day(text), ...all }).find(
        ({ estimate }) => estimate.id === 'officials-25k',
      )!;
      return Math.log(one.high / one.low);
    };
    expect(spread('2026-01-01')).toBeGreaterThan(spread('2025-07-01'));
    expect(spread('2026-06-30')).toBeGreaterThan(spread('2026-01-01'));
  });

  it('uses nothing published after its date: later estimates change nothing', () => {
    const months = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(months, fc.constantFrom(...pools), (month, pool) => {
        const at = day('2024-10-31') + month * 30;
        const full = poolAt(supply, pool, { day: at });
        const early = poolAt(publishedBy(supply, at), pool, { day: at });
        expect(early.quantile(0.3)).toBe(full.quantile(0.3));
        expect(early.mean).toBe(full.mean);
      }),
      { numRuns: 30 },
    );
  });

  it('never shrinks with time where nothing leaves, estimate by estimate', () => {
    for (const pool of pools) {
      for (const { estimate, median: before } of estimatesAt(supply, pool, {
        day: day('2025-12-31'),
        ...all,
      })) {
        expect(stock(pool, estimate.id, '2026-06-30')).toBeGreaterThanOrEqual(before * 0.999);
      }
    }
  });

  it('says when there is nothing to say, and what pools there are', () => {
    expect(() => poolAt(supply, 'domestic', { day: day('2023-06-01') })).toThrow(
      /ST-Y006.*2023-06-01.*2024-09-30/,
    );
    expect(() => poolAt(supply, 'grey' as PoolId, { day: day('2025-06-01') })).toThrow(/ST-Y007.*restricted/);
    expect(() => poolAt(supply, 'legal', { day: day('2025-06-01'), streams: ['h200'] })).toThrow(
      /ST-Y007.*a800-h800/,
    );
  });
});

describe('docs/explanation/supply.md', () => {
  const page = readFileSync(new URL('../../docs/explanation/supply.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (\d{4}-\d\d-\d\d) \|(.*)\|$/gm)].map((row) => ({
    date: row[1]!,
    cells: row[2]!
      .split('|')
      .map((cell) => cell.match(/[\d,]+/g)!.map((n) => 1e3 * Number(n.replace(',', '')))),
  }));
  const columns = [
    { pool: 'restricted' },
    { pool: 'restricted', streams: ['smuggled'] },
    { pool: 'legal' },
    { pool: 'domestic' },
  ] as const;

  it('prints what the code gives', () => {
    expect(rows).toHaveLength(3);
    for (const { date, cells } of rows) {
      columns.forEach(({ pool, ...streams }, i) => {
        const stock = poolAt(supply, pool, { day: day(date), ...streams });
        [0.5, 0.05, 0.95].forEach((p, j) => {
          expect(Math.abs(cells[i]![j]! / stock.quantile(p) - 1)).toBeLessThan(0.04);
        });
      });
    }
  });
});

/** P(X <= x) of a lognormal by its median and 95 % point. */
function normal(at: number, high: number, x: number): number {
  const z = Math.log(x / at) / (Math.log(high / at) / 1.6448536269514722);
  // Zelen and Severo 1964, 26.2.17, error below 7.5e-8.
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI)) * poly;
  return z > 0 ? 1 - tail : tail;
}

function publishedBy(whole: Supply, asOf: number): Supply {
  const cut = [...whole.pools.values()].map((pool) => ({
    ...pool,
    streams: pool.streams.map((stream) => ({
      ...stream,
      rate: stream.rate.filter(({ published }) => (published?.to ?? 0) <= asOf),
      mix: stream.mix.filter(({ published }) => (published?.to ?? 0) <= asOf),
      estimates: stream.estimates.filter(({ published }) => published.to <= asOf),
    })),
  }));
  return {
    ...whole,
    pools: new Map(cut.filter(({ streams }) => streams[0]!.rate[0]).map((pool) => [pool.id, pool])),
  };
}

describe('levelOf', () => {
  it.each(pools)('is the weighted geometric mean of the medians that the estimates of %s give', (pool) => {
    const asOf = day('2026-06-30');
    for (const stream of streamsOf(supply, pool)) {
      const level = levelOf(supply, stream, asOf);
      for (const text of ['2024-06-30', '2025-12-31', '2026-06-30']) {
        const options = { day: day(text), asOf, measure: 'accelerators', streams: [stream.id] } as const;
        const stocks = estimatesAt(supply, pool, options);
        const mean = Math.exp(stocks.reduce((sum, one) => sum + one.weight * Math.log(one.median), 0));
        const arrived = arrivals(stream, { from: firstDay(stream), to: day(text), asOf });
        expect(level(arrived)).toBe(stocks.length > 0 && arrived > 0 ? mean : 0);
      }
    }
  });

  it('is nothing where nothing was published or nothing has arrived', () => {
    const [stream] = streamsOf(supply, 'legal');
    expect(levelOf(supply, stream!, day('2010-01-01'))(1)).toBe(0);
    expect(levelOf(supply, stream!, day('2026-06-30'))(0)).toBe(0);
  });
});
