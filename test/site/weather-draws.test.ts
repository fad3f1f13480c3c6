import { describe, expect, it } from 'vitest';
import { dailyDraws, dailyRelations } from '../../src/site/weather-draws.ts';
import { dustDays } from '../../src/site/weather-events.ts';
import { climate, grounds } from './grounds-data.ts';

const draws = (id: string, pair: number) =>
  dailyDraws(dailyRelations(climate(id), grounds.generator), {
    constants: grounds.generator,
    seed: 3,
    pair,
    sign: 1,
  });

/** Mean product of two kinds of draws over the days from a to b of forty years. */
function correlation(
  id: string,
  kinds: readonly ['range' | 'dewPoint' | 'clearness', 'temperature' | 'range'],
  days: readonly [number, number],
) {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < 40; pair++) {
    const year = draws(id, pair);
    xs.push(...year[kinds[0]].subarray(...days));
    ys.push(...year[kinds[1]].subarray(...days));
  }
  const mean = (of: number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const moment = (a: number[], b: number[], ma: number, mb: number) =>
    mean(a.map((x, i) => (x - ma) * (b[i]! - mb)));
  return moment(xs, ys, mx, my) / Math.sqrt(moment(xs, xs, mx, mx) * moment(ys, ys, my, my));
}

const january = [0, 31] as const;
const july = [181, 212] as const;

describe('days', () => {
  it('of summer are hot when they are clear, and swing more; those of winter hardly so', () => {
    expect(correlation('hami', ['range', 'temperature'], july)).toBeGreaterThan(0.3);
    expect(correlation('hami', ['range', 'temperature'], january)).toBeLessThan(0.25);
    expect(correlation('hami', ['clearness', 'range'], july)).toBeGreaterThan(0.4);
  });

  it('are damp when they are warm in winter, and dry when they swing', () => {
    expect(correlation('guiyang', ['dewPoint', 'temperature'], january)).toBeGreaterThan(0.6);
    expect(correlation('guiyang', ['dewPoint', 'range'], january)).toBeLessThan(0.1);
  });

  it('differ more where years swing more', () => {
    const spread = (id: string) => draws(id, 0).spread.temperature[200]!;
    expect(spread('hami')).toBeGreaterThan(1.5 * spread('singapore'));
  });
});

it('dust blows in dry springs alone', () => {
  const always = new Float64Array(365).fill(0.999);
  const count = (id: string) =>
    dustDays(climate(id), always, grounds.generator).reduce((sum, day) => sum + day, 0);
  expect(count('hami')).toBeGreaterThan(60);
  expect(count('singapore')).toBe(0);
});
