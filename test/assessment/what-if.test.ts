import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { whatIf } from '../../src/assessment/what-if.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { presets } from '../../src/installed/presets.ts';
import { runOf, twoHalls, world } from './hubs.ts';

const options = { draws: 16_384 };
const { plan, posterior, hub, assessment } = runOf(twoHalls, options);
const ask = (change: Parameters<typeof whatIf>[2]) => whatIf(plan, { posterior, hub }, change);

describe.each([[['hall-a-award']], [['hall-a-lit', 'hall-b-cold']]])('without %s', (drop) => {
  const imagined = ask({ drop });
  const fresh = assess(twoHalls, world, { ...options, drop });

  it('every question has the answer of a fresh run, under each prior, within Monte Carlo error', () => {
    for (const question of fresh.questions) {
      const answer = imagined.questions.find(({ id }) => id === question.id)!;
      const before = assessment.questions.find(({ id }) => id === question.id)!;
      const error = Math.hypot(question.error, before.error);
      for (const preset of presets) {
        expect(Math.abs(answer.byPreset[preset] - question.byPreset[preset])).toBeLessThan(5 * error + 1e-9);
      }
    }
    expect(imagined.quality.state).toBe('good');
  });

  it('the answer moved', () => {
    expect(imagined.questions[0]!.probability).not.toBeCloseTo(assessment.questions[0]!.probability, 3);
  });
});

describe.each(presets)('under the %s prior', (prior) => {
  const imagined = ask({ prior });

  it('each answer is that of the run under this prior', () => {
    for (const { id, probability, byPreset } of imagined.questions) {
      const question = assessment.questions.find((one) => one.id === id)!;
      expect(probability).toBe(question.byPreset[prior]);
      expect(byPreset).toEqual(question.byPreset);
    }
    expect(imagined.quality).toEqual(posterior.quality[prior]);
  });

  it('the fleet is about that of the thinned draws', () => {
    expect(imagined.accelerators.median).toBe(assessment.quantities[0]!.byPreset[prior].median);
    expect(imagined.accelerators.high).toBe(assessment.quantities[0]!.byPreset[prior].high);
  });
});

it('does not depend on the order of what is left out, nor on repetition', () => {
  const one = ask({ drop: ['hall-a-lit', 'hall-b-cold'] });
  const other = ask({ drop: ['hall-b-cold', 'hall-a-lit', 'hall-b-cold'] });
  expect(other.questions[0]!.probability).toBeCloseTo(one.questions[0]!.probability, 12);
});

it('refuses items that the run did not use, all at once', () => {
  const thrown = (() => {
    try {
      return ask({ drop: ['hall-a-lti', 'hall-b-cold', 'nothing'] });
    } catch (problem) {
      return problem;
    }
  })();
  expect(thrown).toBeInstanceOf(SandtableError);
  const { faults } = thrown as SandtableError;
  expect(faults.map(({ code }) => code)).toEqual(['ST-A003', 'ST-A003']);
  expect(faults[0]!.fix).toBe('Did you mean hall-a-lit?');
});

describe('with a source trusted otherwise', () => {
  const set = (letter: string) => ({ 'origins.example-gazette.reliability': letter });

  it.each(['A', 'C', 'E'] as const)(
    'letter %s: every question has about the answer of a fresh run',
    (letter) => {
      const imagined = ask({ letters: { 'example-gazette': letter } });
      const fresh = assess(twoHalls, world, { ...options, set: set(letter) });
      for (const question of fresh.questions) {
        const answer = imagined.questions.find(({ id }) => id === question.id)!;
        const before = assessment.questions.find(({ id }) => id === question.id)!;
        const error = Math.hypot(question.error, before.error);
        expect(Math.abs(answer.probability - question.probability)).toBeLessThan(5 * error + 1e-9);
      }
    },
  );

  it('the letter that it has changes nothing; an origin that is not heard neither', () => {
    const own = twoHalls.evidence.find(({ origin }) => origin === 'example-gazette')!.grade.reliability;
    const answer = ask({ letters: { 'example-gazette': own, 'no-such': 'E' } });
    expect(answer.questions[0]!.probability).toBe(assessment.questions[0]!.probability);
  });

  it('the less it is trusted, the less it moves', () => {
    const { item, moved } = [...assessment.evidence]
      .filter(({ origin }) => origin === 'example-images')
      .map((one) => ({ item: one.id, moved: one.moved }))
      .sort((p, q) => Math.abs(Math.log(q.moved.factor)) - Math.abs(Math.log(p.moved.factor)))[0]!;
    expect(item).toBeTruthy();
    expect(moved.factor).not.toBe(1);
    const of = (letter: 'A' | 'C' | 'E') =>
      ask({ letters: { 'example-images': letter } }).questions[0]!.probability;
    const all = [of('A'), of('C'), of('E')];
    const sorted = [...all].sort((p, q) => p - q);
    expect([sorted, [...sorted].reverse()]).toContainEqual(all);
    expect(new Set(all).size).toBe(3);
  });
});
