import { describe, expect, it } from 'vitest';
import type { BudgetKind } from '../../src/installed/kinds.ts';
import { logNormalDensity, observeBudget } from '../../src/installed/observation.ts';
import type { SiteWorld } from '../../src/installed/world.ts';

const kind: BudgetKind = {
  id: 'budget',
  name: { en: 'budget' },
  meaning: { en: 'money for so many P' },
  citation: { basis: 'judged', sources: [] },
  model: 'budget',
  scopes: [
    { share: 1, sigma: 0.3, weight: 0.6 },
    { share: 0.5, sigma: 0.4, weight: 0.4 },
  ],
  hardwareShare: 0.75,
  noise: { median: 350_000, sigma: 0.9 },
};

const costPerP = [354_000, 940_000, 400_000];
const dense = { perP: 1e15, weight: 1 };
const sparse = { perP: 0.5e15, weight: 1 };
const on = (route: number) => ({ route }) as SiteWorld;

describe('a budget', () => {
  it('is a mixture over what it may cover', () => {
    const { likelihood } = observeBudget(kind, 226_000, { costPerP, readings: [dense] });
    const full = 354_000 / 0.75;
    const byHand =
      0.6 * logNormalDensity(226_000, full, 0.3) + 0.4 * logNormalDensity(226_000, full / 2, 0.4);
    expect(likelihood(on(0))).toBeCloseTo(byHand, 12);
  });

  it('buys half as much dense compute for each P that a notice counts with sparsity', () => {
    const counted = observeBudget(kind, 226_000, { costPerP, readings: [sparse] });
    const halved = costPerP.map((cost) => cost / 2);
    const same = observeBudget(kind, 226_000, { costPerP: halved, readings: [dense] });
    for (const route of [0, 1, 2])
      expect(counted.likelihood(on(route))).toBeCloseTo(same.likelihood(on(route)), 12);
  });

  it('weighs the readings of a P', () => {
    const readings = [
      { ...dense, weight: 0.7 },
      { ...sparse, weight: 0.3 },
    ];
    const mixed = observeBudget(kind, 226_000, { costPerP, readings });
    const apart = [dense, sparse].map((one) => observeBudget(kind, 226_000, { costPerP, readings: [one] }));
    const byHand = 0.7 * apart[0]!.likelihood(on(1)) + 0.3 * apart[1]!.likelihood(on(1));
    expect(mixed.likelihood(on(1))).toBeCloseTo(byHand, 12);
  });
});
