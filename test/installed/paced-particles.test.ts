import { describe, expect, test } from 'vitest';
import { PacedParticles } from '../../src/installed/paced-particles.ts';
import { drawParticles } from '../../src/installed/particles.ts';
import { likelihoodIn, type Sight, unlessAdvanced } from '../../src/installed/sight.ts';
import { fillAt, LIT, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { roomyMemory, smallHub } from './small-hub.ts';

const base = smallHub({ sites: [{ claimed: 1000 }] });
const world = {
  ...base.world,
  lags: { construction: lognormal(4, 0.5), shell: lognormal(5, 0.3), lit: lognormal(4.5, 0.4) },
  ramp: lognormal(4, 0.5),
  partialFill: beta(0.8, 3),
};
const memory = roomyMemory();
const particles = drawParticles(base.sites[0]!, world, { seed: 1, size: 512, tables: new Map(), memory });
const reading = { pace: 2, first: 128, size: 256, start: 19_000, firstBlock: 30 };
const paced = new PacedParticles(particles, reading, memory);

/** Particle i as a world, straight from its lags. */
const worldOf = (state: (typeof states)[number], i: number): SiteWorld => {
  const { pace, first, start, firstBlock } = reading;
  const at = first + i;
  const constructionFrom = start + pace * particles.construction[at]!;
  const shellFrom = constructionFrom + pace * particles.shell[at]!;
  const litFrom = shellFrom + pace * particles.lit[at]!;
  const fill = (state.full ? particles.fullFill : particles.partialFill)[at]!;
  const dates = { constructionFrom, shellFrom, litFrom };
  return { ...state, ...dates, ramp: particles.ramp[at]!, fill, claimed: particles.claimed[at]!, firstBlock };
};

const table = Float64Array.from({ length: 12 }, (_, i) => (i + 1) / 20);
const sights: [string, Sight][] = [
  ['a route', { by: 'route', p: table }],
  ['a stage', { by: 'stage', day: 19_400, p: table }],
  ['a prospect', { by: 'prospect', due: 19_350, p: table }],
  ['progress', { by: 'progress', day: 19_400, share: 0.3, p: unlessAdvanced(0.4) }],
  ['a fill', { by: 'fill', day: 19_400, likelihood: (fill, claimed) => Math.exp(-fill * claimed) }],
];

describe.each(sights)('what is seen of %s', (_, sight) => {
  const some = memory.words(100);
  some.forEach((_, k) => {
    some[k] = (7 * k) % 256;
  });
  const out = memory.floats(100);
  const seen = (state: (typeof states)[number]) => {
    paced.seen(sight, state, { particles: some, out });
    return [...out];
  };

  test.each(states.map((state, s) => [s, state] as const))('in state %i is as in each world', (_, state) => {
    const byHand = [...some].map((i) => likelihoodIn(sight, worldOf(state, i)));
    expect(seen(state)).toEqual(byHand);
    if (sight.by === 'fill') paced.filled(sight, state.full);
    expect(seen(state)).toEqual(byHand);
  });

  test('is not the same in all worlds', () => {
    expect(new Set(states.flatMap(seen)).size).toBeGreaterThan(1);
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
