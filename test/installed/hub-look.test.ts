import { describe, expect, test } from 'vitest';
import type { Look } from '../../src/dossier/dossier.ts';
import { type HubLookModel, hubLookModel } from '../../src/installed/hub-look.ts';
import { CONSTRUCTION } from '../../src/installed/world.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { knowledge } from './written.ts';

const look = (kind: string, part: Partial<Look> = {}): Look => ({
  id: kind,
  name: { en: kind },
  kind,
  about: ['hub'],
  grade: { reliability: 'A', credibility: 1 },
  cost: parseQuantity('100 USD'),
  lead: parseQuantity('3 d'),
  place: { file: 'looks.yaml', line: 1, column: 1 },
  ...part,
});
const hub = { fleet: 100_000, projects: 39 };
const modelOf = (kind: string, part?: Partial<Look>) =>
  hubLookModel(look(kind, part), knowledge, hub) as HubLookModel;
const view = (accelerators: number, projects: number) => ({
  accelerators,
  projectsAt: (stage: number) => (stage === CONSTRUCTION ? projects : 0),
});

describe.each(['project-count', 'no-find', 'officials-unaware', 'vendor-denial'])(
  'a look %s at the hub',
  (kind) => {
    test('has outcomes that share the whole in every world', () => {
      const { outcomes, probability } = modelOf(kind);
      for (const accelerators of [0, 30_000, 49_999, 50_000, 115_000]) {
        for (const sites of [0, 1, 20, 39]) {
          const p = outcomes.map((_, o) => probability(o, view(accelerators, sites)));
          expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
          expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        }
      }
    });

    test('tells more of a better source', () => {
      const contrast = (reliability: 'A' | 'E') => {
        const { outcomes, probability } = modelOf(kind, { grade: { reliability, credibility: 2 } });
        const gaps = outcomes.map((_, o) =>
          Math.abs(probability(o, view(100_000, 39)) - probability(o, view(0, 0))),
        );
        return Math.max(...gaps);
      };
      expect(contrast('A')).toBeGreaterThan(2 * contrast('E'));
    });
  },
);

test('a count of projects tells how many are under way, each of which is noticed or not', () => {
  const { outcomes, probability } = modelOf('project-count');
  expect(outcomes).toEqual(['0 to 10 of 39', '11 to 20 of 39', '21 to 29 of 39', '30 to 39 of 39']);
  const likeliest = (sites: number) => {
    const p = outcomes.map((_, o) => probability(o, view(0, sites)));
    return p.indexOf(Math.max(...p));
  };
  // Half of those under way are noticed.
  expect([0, 10, 32, 39].map(likeliest)).toEqual([0, 0, 1, 1]);
  const { reliability, credibility } = look('project-count').grade;
  const { alpha, beta } = knowledge.grades.letters[reliability];
  const rho = (alpha / (alpha + beta)) * knowledge.grades.digits[credibility].factor;
  // P(Binomial(2, 1/2) <= 10) = 1, and 11 of 40 counts by noise.
  expect(probability(0, view(0, 2))).toBeCloseTo(rho + ((1 - rho) * 11) / 40, 12);
  // P(Binomial(12, 1/2) >= 11) = 13 / 4096.
  expect(probability(1, view(0, 12))).toBeCloseTo((rho * 13) / 4096 + ((1 - rho) * 10) / 40, 12);
});

test('a search for the named chip finds nothing where the fleet is absent more often than where it is there', () => {
  const { outcomes, probability } = modelOf('no-find');
  expect(outcomes).toEqual(['named-chip', 'nothing of the sort']);
  expect(probability(0, view(0, 0))).toBeGreaterThan(probability(0, view(50_000, 0)));
});

test('says of the others why nobody can tell their worth', () => {
  expect(modelOf('regional-total')).toBe('total');
  expect(modelOf('thermal-image')).toBe('hub');
  expect(modelOf('lit-capacity')).toBe('hub');
  expect(modelOf('budget')).toBe('kind');
  expect(modelOf('thermal-image', { about: ['nowhere'] })).toBe('site');
});
