import { describe, expect, test } from 'vitest';
import { POOL, REALISATION, unbound } from '../../src/installed/globals.ts';
import { HubState } from '../../src/installed/hub-state.ts';
import { findProposals, prepareHub } from '../../src/installed/prepare.ts';
import { components } from '../../src/installed/turns.ts';
import { LIT } from '../../src/installed/world.ts';
import { enumerateHub } from './exact.ts';
import { finding, type SmallHub, sharesOf, smallHub } from './small-hub.ts';

const spec: SmallHub = {
  sites: [
    { claimed: 9000, items: [finding('lit', 0), finding('warm', 1)] },
    { claimed: 5000, items: [finding('lit', 2)] },
    { claimed: 3000, items: [finding('warm', 3)] },
  ],
  pool: [20_000, 0.4],
};
const hub = prepareHub(smallHub(spec), 1);

describe('a prepared hub', () => {
  test('has a table for each record and the tilts of its claim', () => {
    expect(hub.tables.map(({ site }) => site.id)).toEqual(['site-0', 'site-1', 'site-2']);
    expect(hub.lambdas[hub.untilted]).toBe(0);
  });

  test('is the same for the same model and seed', () => {
    const again = prepareHub(smallHub(spec), 1);
    expect(again.tables.map(({ mass, weight }) => [mass, weight])).toEqual(
      hub.tables.map(({ mass, weight }) => [mass, weight]),
    );
    expect(findProposals(new HubState(again))).toEqual(findProposals(new HubState(hub)));
  });
});

describe('the proposals', () => {
  const proposals = findProposals(new HubState(hub));

  test('are one for each component', () => {
    expect(proposals.length).toBe(components.length);
    expect(proposals.map(({ preset }) => preset)).toEqual(['sceptic', 'neutral', 'believer', 'believer']);
  });

  test('lie near the posterior of the globals, which is found by enumeration', () => {
    // E[share | world] of a beta prior after as many lit of three sites.
    const [a, b] = sharesOf(spec).realisation.neutral;
    const exact = enumerateHub(spec, 'neutral').reduce((sum, { sites, probability }) => {
      const lit = sites.filter(({ destiny }) => destiny === LIT).length;
      return sum + (probability * (a + lit)) / (a + b + 3);
    }, 0);
    const { mean, factor } = proposals[1]!;
    const sd = Math.abs(factor[0]!);
    expect(Math.abs(mean[REALISATION]! - unbound('logit', exact))).toBeLessThan(0.5 * sd);
    expect(mean[POOL]!).toBeGreaterThan(Math.log(20_000) - 0.1);
  });

  test('are the priors where no pilot is flown', () => {
    expect(findProposals(new HubState(hub), 0).every(({ fitted }) => fitted === 0)).toBe(true);
    expect(proposals.every(({ fitted }) => fitted > 0.5)).toBe(true);
  });
});
