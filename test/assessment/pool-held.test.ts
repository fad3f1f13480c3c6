import { expect, test } from 'vitest';
import { poolHeld } from '../../src/assessment/pool-held.ts';
import { infer } from '../../src/installed/infer.ts';
import { finding, smallHub } from '../installed/small-hub.ts';

test('the pool held is the middle of its weighted draws, worked out once for each prior', () => {
  const model = smallHub({ sites: [{ claimed: 4000, items: [finding('lit', 0)] }] });
  const posterior = infer(model, { seed: 1, draws: 4096 });
  const { low, median, high } = poolHeld(posterior, 'neutral');
  const pool = posterior.columns.globals.get('pool')!;
  const weightWhere = (test: (x: number) => boolean) =>
    pool.reduce((sum, each, d) => (test(each) ? sum + posterior.weights.neutral[d]! : sum), 0);
  for (const [p, x] of [
    [0.05, low],
    [0.5, median],
    [0.95, high],
  ] as const) {
    expect(weightWhere((each) => each < x)).toBeLessThan(p);
    expect(weightWhere((each) => each <= x)).toBeGreaterThan(p - 1e-9);
  }
  expect(poolHeld(posterior, 'neutral')).toBe(poolHeld(posterior, 'neutral'));
  expect(poolHeld(posterior, 'believer')).not.toEqual(poolHeld(posterior, 'neutral'));
});
