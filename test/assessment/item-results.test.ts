import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { type Assessment, hypotheses, type ItemResult } from '../../src/assessment/assessment.ts';
import { classify } from '../../src/assessment/hypotheses.ts';
import { weakSource } from '../../src/assessment/item-results.ts';
import { dossier, itemText, runOf, twoHalls, world } from './hubs.ts';

const options = { draws: 32_768 };
const { posterior, hub, assessment } = runOf(twoHalls, options);
const of = (id: string) => assessment.evidence.find((one) => one.id === id)!;
const [headline] = assessment.questions;
const odds = (p: number) => p / (1 - p);

describe.each(['hall-a-award', 'hall-a-lit', 'hall-b-tender'])('leaving out %s by weights', (id) => {
  const rerun = assess(twoHalls, world, { ...options, drop: [id] });
  const item = of(id);

  it('gives the headline of a run without it, within Monte Carlo error', () => {
    const again = rerun.questions[0]!;
    const error = Math.hypot(headline!.error, again.error);
    expect(error).toBeLessThan(0.015);
    expect(Math.abs(item.without - again.probability)).toBeLessThan(4 * error);
  });

  it('gives a factor that is the ratio of the odds', () => {
    expect(item.factor).toBeCloseTo(odds(headline!.probability) / odds(item.without), 6);
    expect(item.reliable).toBe(true);
    // Where half of the worlds hold none, the median is on the edge: it lies between the quantiles 0.45 and 0.55.
    const { dots } = rerun.quantities[0]!;
    expect(item.medianWithout).toBeGreaterThanOrEqual(dots[22]!);
    expect(item.medianWithout).toBeLessThanOrEqual(dots[27]!);
  });
});

describe('the matrix of items and hypotheses', () => {
  const kinds = classify(hub, { fleet: 1000, compute: 1000 * 989.5e12 });
  const shares = new Float64Array(hypotheses.length);
  for (const [d, kind] of kinds.entries()) shares[kind]! += posterior.weights.neutral[d]!;

  it.each(assessment.evidence.map(({ id }) => id))('keeps the law of total probability for %s', (id) => {
    const { matrix } = of(id);
    const total = hypotheses.reduce((sum, name, h) => sum + shares[h]! / (matrix[name] ?? 1), 0);
    expect(total).toBeCloseTo(1, 1);
  });

  it('says nothing of a kind that no drawn world is of', () => {
    const { evidence } = runOf(dossier('xinjiang-qinghai'), { draws: 4096 }).assessment;
    expect(evidence.length).toBeGreaterThan(60);
    for (const { matrix } of evidence) {
      expect(matrix['not-lit']).toBeNull();
      expect(matrix['as-claimed'] ?? matrix['legal-substitutes']).toBeGreaterThan(0);
    }
  });

  it('is 1 throughout for an item that fits every world, which moves nothing', () => {
    const text = itemText('filing', { kind: 'approval', about: 'hall-a', says: 'finding: granted' });
    const early = text.replace('2025-03-01', '2024-01-15').replace('2025-03-02', '2024-01-20');
    const run = runOf(dossier('two-halls', { 'evidence/more.yaml': early }), { draws: 8192 });
    const { matrix, factor, diagnosticity } = run.assessment.evidence.find(({ id }) => id === 'filing')!;
    for (const name of hypotheses) expect(matrix[name]).toBeCloseTo(1, 9);
    expect(factor).toBeCloseTo(1, 9);
    expect(diagnosticity).toBeCloseTo(0, 9);
  });

  it('is 1 within Monte Carlo error for one about two halls, which tells of its office alone', () => {
    const at = twoHalls.evidence.findIndex(({ id }) => id === 'approvals');
    const log = posterior.columns.logLikelihood[at]!;
    const trust = posterior.columns.globals.get('reliability/example-office')!;
    const byTrust = new Map<number, Set<string>>();
    for (const [d, level] of trust.entries()) {
      byTrust.set(level, (byTrust.get(level) ?? new Set()).add(log[d]!.toFixed(9)));
    }
    expect(byTrust.size).toBe(5);
    for (const values of byTrust.values()) expect(values.size).toBe(1);
    // L has a standard deviation of 1 % over the levels of the reliability, and a thousand points decide the means.
    for (const name of hypotheses) expect(of('approvals').matrix[name]).toBeCloseTo(1, 2);
    expect(of('approvals').factor).toBeCloseTo(1, 2);
    expect(of('approvals').diagnosticity).toBeLessThan(1e-4);
  });

  it('speaks for the claim where the award names the chip, and against darkness where a hall is lit', () => {
    expect(of('hall-a-award').matrix['as-claimed']).toBeGreaterThan(2);
    expect(of('hall-a-award').matrix['domestic-chips']).toBeLessThan(0.6);
    expect(of('hall-a-lit').matrix['not-lit']).toBeLessThan(0.5);
  });
});

describe('the order of the items', () => {
  const sizes = ({ evidence }: Pick<Assessment, 'evidence'>) =>
    evidence.map(({ moved }) => Math.abs(Math.log(moved.factor)));

  it('is that of the headline while it is in doubt', () => {
    expect(assessment.focus).toBe(headline!.id);
    for (const { moved, factor, without } of assessment.evidence) expect(moved).toEqual({ factor, without });
    expect(sizes(assessment)).toEqual([...sizes(assessment)].sort((a, b) => b - a));
    expect(assessment.evidence[0]!.id).toBe('hall-a-award');
  });

  const set = { 'world.namedShare': '0.1% to 0.3%' };
  const doubtless = assess(twoHalls, world, { ...options, set });

  it('is that of the question that items move most where the headline is beyond doubt', () => {
    expect(doubtless.questions[0]!.probability).toBeLessThan(0.01);
    const focus = doubtless.questions.find(({ id }) => id === doubtless.focus)!;
    expect(focus.probability).toBeGreaterThan(0.05);
    expect(focus.probability).toBeLessThan(0.95);
    expect(sizes(doubtless)).toEqual([...sizes(doubtless)].sort((a, b) => b - a));
    expect(doubtless.evidence[0]!.id).toBe('hall-a-lit');
  });

  it('goes by what a run without the item says of that question', () => {
    const { id, moved } = doubtless.evidence[0]!;
    const again = assess(twoHalls, world, { ...options, set, drop: [id] });
    const rerun = again.questions.find((one) => one.id === doubtless.focus)!;
    const before = doubtless.questions.find((one) => one.id === doubtless.focus)!;
    expect(Math.abs(moved.without - rerun.probability)).toBeLessThan(
      4 * Math.hypot(before.error, rerun.error),
    );
    const ratio = odds(before.probability) / odds(moved.without);
    expect(moved.factor / ratio).toBeCloseTo(1, 1);
  });
});

describe('the alarm about a weak source', () => {
  const item = (id: string, more: object) =>
    ({ id, grade: { reliability: 'C', credibility: 3 }, origin: id, reliable: true, ...more }) as ItemResult;

  it('names the first weak item without which the word would be another', () => {
    const results = [
      item('strong', { grade: { reliability: 'B', credibility: 1 }, without: 0.01 }),
      item('harmless', { without: 0.3 }),
      item('carries', { without: 0.1 }),
      item('carries-too', { without: 0.6 }),
    ];
    expect(weakSource(results, 0.25)).toEqual({
      item: 'carries',
      grade: { reliability: 'C', credibility: 3 },
      origin: 'carries',
      word: 'unlikely',
      without: 'very unlikely',
    });
  });

  it('is silent where the removal cannot be trusted, or no weak item changes the word', () => {
    expect(weakSource([item('far', { without: 0.9, reliable: false })], 0.25)).toBeNull();
    expect(weakSource([item('near', { without: 0.21 })], 0.25)).toBeNull();
    expect(weakSource([], 0.25)).toBeNull();
  });

  it('sounds for one C3 report on the chip that carries the word', () => {
    const text = itemText('rumour', {
      kind: 'chip-identified',
      about: 'hall-a',
      says: 'finding: named',
      grade: 'C3',
    });
    const set = { 'world.namedShare': '10% to 15%' };
    const run = assess(dossier('two-halls', { 'evidence/more.yaml': text }), world, { draws: 8192, set });
    expect(run.weakSource).toMatchObject({ item: 'rumour', grade: { reliability: 'C', credibility: 3 } });
    expect(run.weakSource!.word).toBe(run.questions[0]!.word);
    const without = assess(twoHalls, world, { draws: 8192, set });
    expect(without.questions[0]!.word).toBe(run.weakSource!.without);
  });
});
