import { describe, expect, test } from 'vitest';
import type { SiteModel } from '../../src/installed/model.ts';
import { drawParticles, type Particles, sharedOrigins } from '../../src/installed/particles.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { finding, roomyMemory, smallHub } from './small-hub.ts';

const base = smallHub({ sites: [{ claimed: 1000 }] });
const world = {
  ...base.world,
  lags: { construction: lognormal(4, 0.5), shell: lognormal(5, 0.3), lit: lognormal(4.5, 0.4) },
  partialFill: beta(0.8, 3),
};
const site: SiteModel = {
  ...base.sites[0]!,
  claims: [
    { weight: 0.25, accelerators: lognormal(Math.log(1000), 0.2) },
    { weight: 0.75, compute: lognormal(Math.log(4000), 0.2) },
  ],
  perP: lognormal(Math.log(0.9e15), 0.1),
  namedPeak: 0.989e15,
};
const draw = (seed = 1, of: SiteModel = site): Particles =>
  drawParticles(of, world, { seed, size: 2048, tables: new Map(), memory: roomyMemory() });
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('particles', () => {
  test('are the same for the same seed and site, and others for others', () => {
    expect(draw()).toEqual(draw());
    expect(draw(2).shell).not.toEqual(draw().shell);
    expect(draw(1, { ...site, id: 'other' }).shell).not.toEqual(draw().shell);
  });

  test('are stratified: their means are those of the distributions to a few per mille', () => {
    const { construction, shell, partialFill, fullFill } = draw();
    expect(mean(construction) / world.lags.construction.mean).toBeCloseTo(1, 2);
    expect(mean(shell) / world.lags.shell.mean).toBeCloseTo(1, 2);
    expect(mean(partialFill) / world.partialFill.mean).toBeCloseTo(1, 2);
    expect(mean(fullFill)).toBeCloseTo(0.9, 12);
  });

  test('fall into a fine grid of equal cells, one each', () => {
    const cells = [...draw().partialFill].map((x) => Math.floor(world.partialFill.cdf(x) * 2048 + 1e-6));
    expect(new Set(cells).size).toBeGreaterThan(2000);
  });

  test('tie compute and accelerators by the peak and the meaning of a P', () => {
    const { claimed, accelerators, perP } = draw();
    claimed.forEach((p, k) => {
      expect((p * perP[k]!) / (accelerators[k]! * 0.989e15)).toBeCloseTo(1, 12);
    });
  });

  test('take competing claims by their weights', () => {
    // Claims of about 1,000 accelerators and about 4,000 P hardly overlap.
    const { accelerators } = draw();
    const first = accelerators.filter((count) => count < 1900).length / accelerators.length;
    expect(first).toBeCloseTo(0.25, 2);
  });

  test('know no limit where none is known', () => {
    expect(draw().permitted.every((most) => most === Infinity)).toBe(true);
    expect(draw(1, { ...site, permitted: point(500) }).permitted.every((most) => most === 500)).toBe(true);
  });
});

describe('reliabilities of a site’s own origins', () => {
  const items = [
    finding('lit', 0, -5),
    finding('warm', 1, -5),
    finding('unnamed', 2, -6),
    finding('lit', 3, 0),
  ];

  test('are columns where several items share one, and only there', () => {
    expect(sharedOrigins({ ...site, items })).toEqual([5]);
    const { reliability } = draw(1, { ...site, items });
    expect(reliability.length).toBe(1);
    expect(mean(reliability[0]!)).toBeCloseTo(6 / 8, 2);
  });
});
