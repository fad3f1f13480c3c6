import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersOf, focusOf, testsOf } from '../../src/assessment/questions.ts';
import { SUBSTANTIAL } from '../../src/installed/hub-item.ts';
import { presets } from '../../src/installed/presets.ts';
import { estimator } from '../installed/estimate.ts';
import { runOf, twoHalls } from './hubs.ts';

const { plan, posterior, hub, assessment } = runOf(twoHalls, { draws: 8192, prior: 'believer' });
const { columns, weights } = posterior;

/** The questions once more, from the sites' own columns. */
const answers: Record<string, (d: number) => boolean> = {
  'claim-there': (d) => chips(d) >= 500,
  'some-named': (d) => chips(d) >= 1000,
  'mostly-other': (d) => compute(d) > 0 && named(d) / compute(d) < 0.5,
  'tenth-lit': (d) => compute(d) >= 0.1 * claim,
  'half-lit': (d) => compute(d) >= 0.5 * claim,
};
const chips = (d: number) => columns.sites.reduce((sum, site) => sum + site.accelerators[d]!, 0);
const named = (d: number) => columns.sites.reduce((sum, site) => sum + site.compute[0][d]!, 0);
const compute = (d: number) =>
  columns.sites.reduce((sum, site) => sum + site.compute.reduce((all, route) => all + route[d]!, 0), 0);
const claim = 1000 * 989.5e12;

describe.each(Object.entries(answers))('the answer to %s', (id, holds) => {
  const question = assessment.questions.find((one) => one.id === id)!;

  it.each(presets)('is the weight of the worlds where it is so, for the %s', (preset) => {
    let sum = 0;
    for (let d = 0; d < columns.draws; d++) if (holds(d)) sum += weights[preset][d]!;
    expect(question.byPreset[preset]).toBeCloseTo(sum, 10);
  });

  it('is that of the chosen prior, with its sampling error', () => {
    const { error } = estimator(columns, 'believer')((d) => Number(holds(d)));
    expect(question.probability).toBe(question.byPreset.believer);
    expect(question.error).toBeCloseTo(error, 3);
  });
});

it('errs by more than independent draws would: draws of one point of the globals go together', () => {
  const [headline] = assessment.questions;
  const { probability: p, error } = headline!;
  expect(error).toBeGreaterThan(Math.sqrt((p * (1 - p)) / posterior.quality.believer.ess));
});

it('asks about the claimed fleet first, and answers before the evidence too', () => {
  expect(testsOf(plan).map(({ id }) => id)).toEqual(Object.keys(answers));
  expect(testsOf(plan)[0]!.holds(hub)[0]).toBe(Number(answers['claim-there']!(0)));
  const lit = assessment.questions.find(({ id }) => id === 'tenth-lit')!;
  expect(lit.prior).toBeLessThan(lit.probability - 0.1);
});

it('says what counts as substantially there, in both languages, as the nomenclature does', () => {
  expect(assessment.questions[0]!.means).toEqual({
    en: `Substantially there: at least ${100 * SUBSTANTIAL} % of the claimed 1,000 run there.`,
    zh: `大体到位：所称1,000张中至少${100 * SUBSTANTIAL}%在运行。`,
  });
  expect(readFileSync('docs/reference/nomenclature.md', 'utf8')).toContain(
    `| substantially there | at least ${100 * SUBSTANTIAL} % of the claimed accelerators run there`,
  );
});

describe('the question that ranks the evidence', () => {
  it('is the headline while it is in doubt, even if another is moved more', () => {
    expect(focusOf(0.01, [0.1, 0.5])).toBe(0);
    expect(focusOf(0.99, [0.1, 0.5])).toBe(0);
  });

  it('is the one that items move most where the headline is beyond doubt', () => {
    expect(focusOf(0.0001, [0.001, 0.2, 0.4, 0.1])).toBe(2);
    expect(focusOf(0.995, [0.03, 0.02, 0.05])).toBe(2);
    expect(focusOf(0.001, [0, 0, 0])).toBe(0);
  });

  it('is told by the answers of every draw, a bit for each question', () => {
    const bits = answersOf(testsOf(plan), hub);
    for (let d = 0; d < 500; d++) {
      testsOf(plan).forEach(({ id }, q) => {
        expect(Boolean(bits[d]! & (1 << q)), id).toBe(answers[id]!(d));
      });
    }
  });
});
