import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AmountKind,
  BudgetKind,
  FindingKind,
  OrderKind,
  ProspectKind,
} from '../../src/installed/kinds.ts';
import {
  countLikelihood,
  floorLikelihood,
  logNormalDensity,
  observeAmount,
  observeBudget,
  observeFinding,
  observeOrder,
  observeProspect,
  totalLikelihood,
  unawareLikelihood,
} from '../../src/installed/observation.ts';
import {
  CONSTRUCTION,
  DOMESTIC,
  LEGAL,
  LIT,
  NAMED,
  PAPER,
  type SiteWorld,
} from '../../src/installed/world.ts';

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

const head = {
  id: '',
  name: { en: '' },
  meaning: { en: '' },
  citation: { basis: 'judged', sources: [] },
} as const;

/** Works from day 100, a shell from day 200, lit from day 300, half full by day 400. */
const site: SiteWorld = {
  ...{ destiny: LIT, route: LEGAL, full: true },
  ...{ constructionFrom: 100, shellFrom: 200, litFrom: 300 },
  ...{ ramp: 170, fill: 0.8, claimed: 1000, firstBlock: 30 },
};

describe('a finding', () => {
  const p = Float64Array.from({ length: 12 }, (_, i) => (i + 1) / 20);
  const tender: FindingKind = {
    ...head,
    model: 'finding',
    findings: new Map([['unnamed', { name: 'unnamed', p, noise: 0.2 }]]),
  };

  it('is as probable as the kind says at the stage of its day', () => {
    const seen = [50, 150, 250, 350].map((day) => observeFinding(tender, 'unnamed', day).likelihood(site));
    expect(seen).toEqual([p[LEGAL], p[3 + LEGAL], p[6 + LEGAL], p[9 + LEGAL]]);
  });
});

describe('a stated amount', () => {
  const lit: AmountKind = {
    ...head,
    model: 'amount',
    of: 'compute',
    sigma: 0.3,
    bias: 1.1,
    unlit: 0.05,
    noise: { share: 0.2, sigma: 1.6 },
  };
  const observed = (stated: number, day = 1000) =>
    observeAmount(lit, stated, { day, each: 1, claimed: 1000 });

  it('is likeliest a tenth above the truth', () => {
    const at = (stated: number) => observed(stated).likelihood(site);
    expect(at(880)).toBeGreaterThan(at(860));
    expect(at(880)).toBeGreaterThan(at(900));
  });

  it('has a density in the log of the amount that integrates to 1, reliable or not', () => {
    let [reliable, noise] = [0, 0];
    for (let log = -8; log < 16; log += 0.01) {
      reliable += observed(Math.exp(log)).likelihood(site) * 0.01;
      noise += observed(Math.exp(log)).noise * 0.01;
    }
    expect(reliable).toBeCloseTo(1, 6);
    expect(noise).toBeCloseTo(1, 4);
  });

  it('is hardly stated with nothing lit', () => {
    const { likelihood, noise } = observed(500, 250);
    expect(likelihood(site)).toBeCloseTo(0.05 * noise, 15);
  });
});

describe('an order for domestic chips', () => {
  const order: OrderKind = {
    ...head,
    model: 'order',
    finding: 'domestic-only',
    complete: 0.3,
    compliance: 0.6,
  };
  const at = (day: number, part: Partial<SiteWorld> = {}) =>
    observeOrder(order, day).likelihood({ ...site, ...part });

  it('bites on foreign chips where less than the given part is lit', () => {
    expect(at(250)).toBeCloseTo(0.4, 12);
    // 30 of 200 days of ramp at first light, 60 and with it 30 % a month later.
    expect(at(300)).toBeCloseTo(0.4, 12);
    expect(at(331)).toBe(1);
    expect(at(250, { route: NAMED })).toBeCloseTo(0.4, 12);
  });

  it('leaves domestic sites and mere papers alone', () => {
    expect(at(250, { route: DOMESTIC })).toBe(1);
    expect(at(250, { destiny: PAPER })).toBe(1);
    expect(at(250, { destiny: CONSTRUCTION })).toBeCloseTo(0.4, 12);
  });
});

describe('what is said of the hub', () => {
  it('is a probability everywhere', () => {
    const amount = fc.double({ min: 0.1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0.05, max: 2, noNaN: true }), (a, b, sigma) => {
        for (const p of [
          totalLikelihood(a, b, sigma),
          floorLikelihood(a, b, sigma),
          unawareLikelihood(a, sigma / 2, b),
          countLikelihood(Math.round(a) % 40, Math.round(b) % 40, sigma / 2),
        ]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('bounds a sum from above: half at the stated total, one where nothing is lit', () => {
    expect(totalLikelihood(5000, 5000, 0.3)).toBeCloseTo(0.5, 12);
    expect(totalLikelihood(5000, 0, 0.3)).toBe(1);
    expect(totalLikelihood(5000, 20_000, 0.3)).toBeLessThan(1e-5);
  });

  it('bounds the pool from below', () => {
    expect(floorLikelihood(40_000, 40_000, 0.2)).toBeCloseTo(0.5, 12);
    expect(floorLikelihood(80_000, 40_000, 0.2)).toBeGreaterThan(0.999);
  });

  it('goes unnoticed the less the more there is, down to a floor', () => {
    expect(unawareLikelihood(0, 0.6, 30_000)).toBe(1);
    expect(unawareLikelihood(30_000, 0.6, 30_000)).toBeCloseTo(1 - 0.6 * (1 - Math.exp(-1)), 12);
    expect(unawareLikelihood(1e7, 0.6, 30_000)).toBeCloseTo(0.4, 12);
  });

  it('counts at least so many with about the chance of a binomial', () => {
    const atLeast = (k: number, n: number, p: number): number => {
      let [term, sum] = [(1 - p) ** n, 0];
      for (let i = 0; i <= n; i++) {
        if (i >= k) sum += term;
        term *= ((n - i) / (i + 1)) * (p / (1 - p));
      }
      return sum;
    };
    for (const there of [5, 12, 25, 39]) {
      for (const counted of [1, 4, 7, 14, 20]) {
        expect(Math.abs(countLikelihood(counted, there, 0.5) - atLeast(counted, there, 0.5))).toBeLessThan(
          0.01,
        );
      }
    }
    expect(countLikelihood(7, 0, 0.5)).toBeGreaterThan(0);
  });
});

describe('a report on how a project gets on', () => {
  const world = (change: Partial<SiteWorld>): SiteWorld => ({
    ...{ destiny: LIT, route: NAMED, full: true, constructionFrom: 0, shellFrom: 50, litFrom: 100 },
    ...{ ramp: 60, fill: 1, claimed: 1000, firstBlock: 30 },
    ...change,
  });

  it('has the probability of its table there, by route', () => {
    const p = Float64Array.from({ length: 12 }, (_, i) => i / 100);
    const slips: ProspectKind = {
      ...{ id: 'slips', name: { en: 'slips' }, meaning: { en: '' }, citation: kind.citation },
      ...{ model: 'prospect', sinceClaim: false, unlessBarred: false },
      findings: new Map([['slipped', { name: 'slipped', p, noise: 0.1 }]]),
    };
    const { likelihood, noise } = observeProspect(slips, 'slipped', 200);
    expect(noise).toBe(0.1);
    expect(likelihood(world({ route: LEGAL }))).toBe(0.01);
    expect(likelihood(world({ destiny: PAPER, route: DOMESTIC }))).toBe(0.11);
  });
});
