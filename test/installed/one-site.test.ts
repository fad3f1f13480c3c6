import { describe, expect, test } from 'vitest';
import { infer } from '../../src/installed/infer.ts';
import type { SiteItem } from '../../src/installed/model.ts';
import { observed } from '../../src/installed/observation.ts';
import { isOneSite, oneSite } from '../../src/installed/one-site.ts';
import { beta } from '../../src/stats/beta.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { RELIABILITY, smallHub } from './small-hub.ts';

const seen: SiteItem = {
  item: 0,
  origin: -1,
  local: 0,
  reliability: beta(...RELIABILITY),
  credibility: 0.9,
  observation: observed(
    { by: 'fill', day: 10_000, likelihood: (fill) => (fill > 0.5 ? 0.6 : fill > 0 ? 0.3 : 0.05) },
    0.1,
  ),
};
const alone = smallHub({ sites: [{ claimed: 1000, items: [seen] }] });
const two = smallHub({ sites: [{ claimed: 1000 }, { claimed: 500 }] });

describe('a hub that is one site', () => {
  test('is told from one that is not', () => {
    expect(isOneSite(alone)).toBe(true);
    expect(isOneSite(two)).toBe(false);
    expect(isOneSite({ ...alone, pool: lognormal(Math.log(1e5), 0.1) })).toBe(false);
  });

  test('is summed to what draws tend to', () => {
    const { table, weights } = oneSite(alone, 7);
    const drawn = infer(alone, { seed: 7, draws: 65_536 });
    for (const preset of ['sceptic', 'neutral', 'believer'] as const) {
      const summed = weights(preset).reduce(
        (sum, weight, e) => sum + weight * Number(table.stage[e] === 3),
        0,
      );
      const lit = drawn.columns.sites[0]!.stages[3];
      const share = drawn.weights[preset].reduce((sum, weight, d) => sum + weight * lit[d]!, 0);
      expect(Math.abs(share - summed)).toBeLessThan(0.02);
    }
  });

  test('has weights that sum to one', () => {
    expect(
      oneSite(alone, 7)
        .weights('neutral')
        .reduce((a, b) => a + b),
    ).toBeCloseTo(1, 12);
  });
});
