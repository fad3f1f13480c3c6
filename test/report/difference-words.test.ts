import { describe, expect, it } from 'vitest';
import { causeWords, changeOf, movedTable } from '../../src/report/difference-words.ts';
import { languages } from '../../src/report/strings/strings.ts';

const { en, 'zh-CN': zh } = languages;

describe('an edit in words', () => {
  it.each([
    ['prior', 'neutral', 'sceptic', 'prior: neutral → sceptic'],
    ['drop', '', 'photos', 'left out: – → photos'],
    ['set world.pace', '', '2', 'set world.pace: – → 2'],
    ['item photos', 'used', '', 'item photos: used → –'],
    ['something', 'a', 'b', 'something: a → b'],
  ])('%s', (what, before, after, words) => {
    const said = causeWords({ what, before, after }, en);
    expect(`${said.name}: ${said.before} → ${said.after}`).toBe(words);
  });

  it('in Chinese, too', () => {
    const cause = { what: 'prior', before: 'neutral', after: 'sceptic' };
    expect(causeWords(cause, zh)).toEqual({ name: '先验', before: '中立', after: '怀疑' });
  });
});

it('a question moves by points, a quantity by a factor, what one side lacks by nothing', () => {
  const question = { id: 'q', text: { en: 'Is it?' } };
  const quantity = { id: 'n', label: { en: 'chips' }, unit: '' };
  const at = (median: number) => ({ median, low: median / 2, high: median * 2 });
  const { rows } = movedTable(
    {
      ...{ before: 'st1-a', after: 'st1-b', causes: [] },
      questions: [
        {
          ...question,
          before: { probability: 0.55, word: 'roughly even chance' },
          after: { probability: 0.31, word: 'unlikely' },
        },
        {
          ...question,
          before: { probability: 0.312, word: 'unlikely' },
          after: { probability: 0.31, word: 'unlikely' },
        },
        { ...question, before: { probability: 0.5, word: 'roughly even chance' }, after: null },
      ],
      quantities: [
        { ...quantity, before: at(1000), after: at(2000) },
        { ...quantity, before: at(1000), after: at(1001) },
        { ...quantity, before: at(1000), after: at(0) },
      ],
    },
    en,
  );
  expect(rows.map((row) => row.at(-1))).toEqual(['−24 points', '±0 points', '–', '× 2.0', '≈', '–']);
  expect(rows[2]).toEqual(['Is it?', 'roughly even chance (50 %)', 'not known', '–']);
});

describe('changeOf', () => {
  it('is the later amount over the earlier', () => {
    expect(changeOf(4, 10)).toBe(2.5);
  });

  it('is not there where either is nothing', () => {
    expect(changeOf(0, 10)).toBeNull();
    expect(changeOf(10, 0)).toBeNull();
  });
});
