import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dossier, runOf } from './hubs.ts';

const written = readFileSync('dossiers/two-halls/looks.yaml', 'utf8');
const looked = dossier('two-halls', {
  'looks.yaml': `${written}${look('chip', 'chip-identified', 'A1')}${look('doubtful', 'chip-identified', 'E5')}${look('meter', 'lit-capacity', 'A1')}`,
});

function look(id: string, kind: string, grade: string): string {
  return `- id: ${id}
  name: { en: "${id} (invented)" }
  kind: ${kind}
  about: hall-a
  grade: ${grade}
  cost: 100 USD
  lead: 1 d
`;
}

const { assessment } = runOf(looked, { draws: 8192 });
const [headline] = assessment.questions;
const of = (id: string) => assessment.looks.find((one) => one.id === id)!;

describe.each(['look-hall-b-thermal', 'chip', 'doubtful', 'meter'])('the look %s', (id) => {
  const { outcomes, information, sharpening, sharpeningCompute } = of(id);

  it('has outcomes whose probabilities sum to 1', () => {
    expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    expect(outcomes.every(({ probability }) => probability >= 0)).toBe(true);
  });

  it('is expected to leave the headline where it is', () => {
    const mean = outcomes.reduce((sum, one) => sum + one.probability * one.headline, 0);
    expect(Math.abs(mean - headline!.probability)).toBeLessThan(0.02);
  });

  it('informs by the divergence of what its outcomes make of the headline', () => {
    const mean = outcomes.reduce((sum, one) => sum + one.probability * one.headline, 0);
    const term = (p: number, q: number) => (p > 0 ? p * Math.log2(p / q) : 0);
    const bits = outcomes.reduce(
      (sum, { probability, headline: p }) => sum + probability * (term(p, mean) + term(1 - p, 1 - mean)),
      0,
    );
    expect(information).toBeGreaterThanOrEqual(0);
    expect(information).toBeCloseTo(bits, 9);
  });

  it('removes a share of the spread', () => {
    for (const share of [sharpening, sharpeningCompute]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});

it('is worth more from a good source than from a bad one, and where the chip is told', () => {
  expect(of('chip').information).toBeGreaterThan(10 * of('doubtful').information);
  expect(of('chip').information).toBeGreaterThan(of('look-hall-b-thermal').information);
  expect(of('meter').sharpeningCompute).toBeGreaterThan(of('chip').sharpeningCompute);
});

it('counts every look of the dossier once: worth something, or left out by name', () => {
  const hubLooks = ['project-count', 'no-find', 'regional-total', 'thermal-image'].map((kind) =>
    look(`hub-${kind}`, kind, 'A2').replace('about: hall-a', 'about: hub'),
  );
  const run = runOf(dossier('two-halls', { 'looks.yaml': `${written}${hubLooks.join('')}` }), {
    draws: 8192,
  });
  const { looks, looksLeftOut } = run.assessment;
  const ids = [...looks, ...looksLeftOut].map(({ id }) => id);
  expect([...ids].sort()).toEqual(run.plan.dossier.looks.map(({ id }) => id).sort());
  expect(looksLeftOut.map(({ id, why }) => [id, why])).toEqual([
    ['hub-regional-total', 'total'],
    ['hub-thermal-image', 'hub'],
  ]);
  const count = looks.find(({ id }) => id === 'hub-project-count')!;
  expect(count.outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  expect(count.information).toBeGreaterThan(0);
  const search = looks.find(({ id }) => id === 'hub-no-find')!;
  const [missed, found] = search.outcomes;
  expect(missed!.headline).toBeLessThan(found!.headline);
});

it('comes most valuable first, with cost and time as written', () => {
  const values = assessment.looks.map((one) => one.sharpening + one.sharpeningCompute);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(of('look-hall-b-thermal')).toMatchObject({ cost: '3,000 USD', lead: '30 d', about: ['hall-b'] });
});
