import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import {
  byWeight,
  howExact,
  matrix,
  namedResults,
  whatMoved,
} from '../../../src/report/terminal/evidence.ts';
import { page } from '../../../src/report/terminal/page.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const on = page({ width: 100 });

it('lists items by how far they moved the odds, either way', () => {
  expect(byWeight(invented.evidence).map(({ id }) => id)).toEqual([
    'substation',
    'tender-600',
    'photos',
    'lit-notice',
    'approval',
  ]);
});

it('shows factor, change and grade, and marks what reweighting cannot answer', () => {
  const text = whatMoved(invented, on).join('\n');
  expect(text).toMatch(/÷ 6\.0 +No substation.*31 → 72 % +A2/);
  expect(text).toContain('× 1.0~');
  expect(text).toContain('run with --drop approval');
  expect(whatMoved(invented, page({ plain: true })).join('\n')).toContain('(1.0)~');
});

it('shows medians where percentages cannot tell the items apart', () => {
  const sure = {
    ...invented,
    questions: [{ ...invented.questions[0]!, probability: 0.001 }],
    evidence: invented.evidence.map((item) => ({ ...item, moved: { ...item.moved, without: 0.002 } })),
  };
  expect(whatMoved(sure, on).join('\n')).toMatch(/÷ 6\.0 .* 21,000 → 43,000 +A2/);
});

it('ranks by another question where the headline is beyond doubt, says by which, and keeps the headline’s factor', () => {
  const other = invented.questions[1]!;
  const moves = [1.1, 1.2, 0.1, 3, 1];
  const doubtless = {
    ...invented,
    focus: other.id,
    evidence: invented.evidence.map((item, i) => ({ ...item, moved: { factor: moves[i]!, without: 0.5 } })),
  };
  const text = whatMoved(doubtless, on).join('\n');
  expect(byWeight(doubtless.evidence)[0]!.id).toBe('photos');
  expect(text).toMatch(/without it +on headline +grade/);
  expect(text).toMatch(/÷ 10 +Vendor photographs.* 88 → 50 % +÷ 2\.4 +C3/);
  expect(text.replace(/\s+/g, ' ')).toContain(`ranked by what they do to: ${other.text.en}`);
  expect(whatMoved(invented, on).join('\n')).not.toMatch(/on headline|ranked by/);
});

it('raises the weak-source alarm with the word that would stand without it', () => {
  const text = namedResults(invented, on).join(' ');
  expect(text).toContain('! one weak source carries the verdict: without photos');
  expect(text).toContain('"roughly even chance"');
  expect(namedResults({ ...invented, weakSource: null }, on).join(' ')).not.toContain('weak source');
});

it('says that the sampler was rescued', () => {
  const rescued = { ...invented, diagnostics: { ...invented.diagnostics, state: 'rescued' as const } };
  expect(namedResults(rescued, on).join(' ')).toContain('tempered sampling did');
});

it('puts the most diagnostic item first and greys what tells nothing', () => {
  const lines = matrix(invented, on);
  expect(lines[2]).toContain('substation');
  expect(lines.find((line) => line.includes('All twenty'))).toMatch(/(= +){4}=/);
  expect(lines.at(-2)).toContain('= : explains everything, tells nothing');
  expect(lines.at(-1)).toContain('those that tell most come first');
  const plain = matrix(invented, page({ width: 100, plain: true })).join('\n');
  expect(plain).not.toMatch(/[×÷=]/);
  expect(plain).toMatch(/(1 +){4}1\n/);
});

it('says first of all where the date is not the dossier’s', () => {
  const says = { en: '2035 is a projection.', zh: '2035为推演。' };
  const a = { ...invented, dateCaution: { about: 'later' as const, dossier: '2031-06-30', says } };
  expect(namedResults(a, on)[0]).toBe('  ! 2035 is a projection.');
  expect(namedResults(a, page({ width: 100, strings: languages['zh-CN'] }))[0]).toContain('2035为推演。');
});

it('says how exact the percentages without an item are, where that can be seen', () => {
  const withError = (error: number) => ({
    ...invented,
    questions: [{ ...invented.questions[0]!, error }, ...invented.questions.slice(1)],
  });
  expect(howExact(withError(0.0071), en)).toContain('give or take 1.4 points');
  expect(howExact(withError(0.0002), en)).toBe('');
  expect(whatMoved(withError(0.0071), on).join(' ')).toContain('give or take 1.4 points');
});
