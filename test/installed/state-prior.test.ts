import { expect, test } from 'vitest';
import { statePrior } from '../../src/installed/state-prior.ts';
import { LIT, NAMED, states } from '../../src/installed/world.ts';
import { smallHub } from './small-hub.ts';

test('the prior of the states sums to 1 over stages, fills and the named or another route', () => {
  const prior = new Float64Array(states.length);
  statePrior(smallHub({ sites: [] }).world, Float64Array.of(0.6, 0.4, 0.3, 1e6), prior);
  const sum = states.reduce((total, { route }, s) => total + (route === 2 ? 0 : prior[s]!), 0);
  expect(sum).toBeCloseTo(1, 12);
  const named = states.reduce((total, { route }, s) => total + (route === NAMED ? prior[s]! : 0), 0);
  expect(named).toBeCloseTo(0.3, 12);
  const lit = states.reduce((total, { destiny, route }, s) => {
    return total + (destiny === LIT && route !== 2 ? prior[s]! : 0);
  }, 0);
  expect(lit).toBeCloseTo(0.6, 12);
});
