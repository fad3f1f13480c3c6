import { describe, expect, test } from 'vitest';
import { PacedParticles } from '../../src/installed/paced-particles.ts';
import { drawParticles } from '../../src/installed/particles.ts';
import { fillAt, LIT, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { smallHub } from './small-hub.ts';

const base = smallHub({ sites: [{ claimed: 1000 }] });
const world = {
  ...base.world,
  lags: { construction: lognormal(4, 0.5), shell: lognormal(5, 0.3), lit: lognormal(4.5, 0.4) },
  ramp: lognormal(4, 0.5),
  partialFill: beta(0.8, 3),
};
const particles = drawParticles(base.sites[0]!, world, { seed: 1, size: 512, tables: new Map() });
const reading = { pace: 2, first: 128, size: 256, start: 19_000, firstBlock: 30 };
const paced = new PacedParticles(particles, reading);

const worldOf = (state: (typeof states)[number], i: number): SiteWorld => {
  const out = { ...state, firstBlock: 30 } as SiteWorld;
  paced.write(out, i);
  return out;
};

describe('a world is a particle at a pace', () => {
  test('whose dates add up from the start', () => {
    const out = worldOf(states[0]!, 7);
    expect(out.constructionFrom).toBe(19_000 + 2 * particles.construction[135]!);
    expect(out.shellFrom - out.constructionFrom).toBeCloseTo(2 * particles.shell[135]!, 9);
    expect(out.litFrom - out.shellFrom).toBeCloseTo(2 * particles.lit[135]!, 9);
  });

  test('whose fill is that of its class', () => {
    expect(worldOf(states.find(({ full }) => full)!, 7).fill).toBe(particles.fullFill[135]);
    expect(worldOf(states.find(({ destiny, full }) => destiny === LIT && !full)!, 7).fill).toBe(
      particles.partialFill[135],
    );
  });
});

describe.each([19_050, 19_400, 19_900, 21_000])('columns on day %i', (day) => {
  const every = Array.from({ length: 256 }, (_, i) => i);

  test('have the stage of every world, at most the one it is bound for', () => {
    for (const state of states) {
      expect(every.map((i) => Math.min(paced.reached(day)[i]!, state.destiny))).toEqual(
        every.map((i) => stageAt(worldOf(state, i), day)),
      );
    }
  });

  test('have the share lit of every world that is bound to be lit', () => {
    for (const state of states.filter(({ destiny }) => destiny === LIT)) {
      expect(every.map((i) => paced.fill(state.full)[i]! * paced.ramped(day)[i]!)).toEqual(
        every.map((i) => fillAt(worldOf(state, i), day)),
      );
    }
  });
});
