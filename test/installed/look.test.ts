import { describe, expect, test } from 'vitest';
import type { Look } from '../../src/dossier/dossier.ts';
import { lookModels } from '../../src/installed/look.ts';
import { likelihoodIn } from '../../src/installed/sight.ts';
import { LIT, NAMED, type SiteWorld, states } from '../../src/installed/world.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { contextOf, knowledge } from './written.ts';

const look = (kind: string, part: Partial<Look> = {}): Look => ({
  id: kind,
  name: { en: kind },
  kind,
  about: ['b'],
  grade: { reliability: 'B', credibility: 2 },
  cost: parseQuantity('100 USD'),
  lead: parseQuantity('3 d'),
  place: { file: 'looks.yaml', line: 1, column: 1 },
  ...part,
});
const modelOf = (kind: string, part?: Partial<Look>) => {
  const model = lookModels([look(kind, part)], contextOf([]))[0]!;
  const probability = (outcome: number, world: SiteWorld) => likelihoodIn(model.sights[outcome]!, world);
  return { ...model, probability };
};

const worldOf = (state: (typeof states)[number], fill: number): SiteWorld => ({
  ...state,
  ...{ constructionFrom: 0, shellFrom: 0, litFrom: 0, ramp: 1, fill, claimed: 1000, firstBlock: 30 },
});

describe('a look at a site', () => {
  const kinds = [...knowledge.kinds.values()].filter(
    ({ model }) => model === 'finding' || model === 'amount',
  );

  test.each(kinds.map(({ id }) => id))('has outcomes that share the whole in every world (%s)', (kind) => {
    const { outcomes, probability } = modelOf(kind);
    for (const state of states) {
      for (const fill of [0, 0.005, 0.3, 0.9]) {
        const p = outcomes.map((_, o) => probability(o, worldOf(state, fill)));
        expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
        expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  test('stands at its site', () => {
    expect(modelOf('thermal-image').site).toBe(1);
  });

  test('tells a warm hall from a cold one', () => {
    const { outcomes, probability } = modelOf('thermal-image');
    const warm = outcomes.indexOf('warm');
    const lit = worldOf(states.find(({ destiny }) => destiny === LIT)!, 0.5);
    expect(probability(warm, lit)).toBeGreaterThan(3 * probability(warm, worldOf(states[0]!, 0)));
  });

  test('tells more of a better source', () => {
    const contrast = (reliability: 'A' | 'D') => {
      const { outcomes, probability } = modelOf('thermal-image', { grade: { reliability, credibility: 2 } });
      const warm = outcomes.indexOf('warm');
      const lit = worldOf({ destiny: LIT, route: NAMED, full: true }, 0.5);
      return probability(warm, lit) / probability(warm, worldOf(states[0]!, 0));
    };
    expect(contrast('A')).toBeGreaterThan(contrast('D'));
  });

  test('for an amount tells its size against the claim', () => {
    const { outcomes, probability } = modelOf('lit-capacity');
    const lit = states.find(({ destiny }) => destiny === LIT)!;
    const likeliest = (fill: number) => {
      const p = outcomes.map((_, o) => probability(o, worldOf(lit, fill)));
      return p.indexOf(Math.max(...p));
    };
    expect([0.002, 0.04, 0.25, 0.9].map(likeliest)).toEqual([0, 1, 2, 3]);
  });
});

test('looks at the hub, at unknown sites or of other kinds are left out', () => {
  expect(lookModels([look('thermal-image', { about: ['hub'] })], contextOf([]))).toEqual([]);
  expect(lookModels([look('thermal-image', { about: ['nowhere'] })], contextOf([]))).toEqual([]);
  expect(lookModels([look('project-count')], contextOf([]))).toEqual([]);
});
