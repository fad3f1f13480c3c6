import { expect, it } from 'vitest';
import { parseOutcome } from '../../src/dossier/outcome.ts';

const told = `case: C99
sample: main
target: full
confidence: B
result: late-12
resolved: 2024-09
published: 2024-09-14
source: example-news
grade: B2
stage: { atDue: construction, twelveMonthsLater: lit }
fraction: { atDue: 0, twelveMonthsLater: 1 }
route: named
onTime: false
dates: { construction: 2023-05, fullLit: 2024-09 }
censored: 2026-06-30
asOf: { p1: 2022-05-01, p3: 2023-12-01 }
says: { en: It was lit nine months late. }
`;

it('reads what became of a hub', () => {
  const { value, faults } = parseOutcome(told, 'outcome.yaml');
  expect(faults).toEqual([]);
  expect(value).toMatchObject({
    result: 'late-12',
    fraction: { atDue: 0, twelveMonthsLater: 1 },
    onTime: false,
  });
  expect(value!.dates.firstLit).toBeUndefined();
  expect(value!.asOf).toEqual({ p1: '2022-05-01', p3: '2023-12-01' });
});

it('leaves out what is not known', () => {
  const little = told
    .replace('{ atDue: 0, twelveMonthsLater: 1 }', '{}')
    .replace(/^(onTime|dates): .*\n/gm, '')
    .replace('stage: { atDue: construction,', 'stage: { atDue: unknown,');
  const { value, faults } = parseOutcome(little, 'outcome.yaml');
  expect(faults).toEqual([]);
  expect(value).toMatchObject({ fraction: {}, dates: {} });
  expect(value!.onTime).toBeUndefined();
});

it.each([
  ['a word that is no result', 'result: late-12', 'result: later', 5, 9],
  ['a share beyond all of it', 'atDue: 0,', 'atDue: 1.2,', 11, 20],
  ['a day that is none', 'p1: 2022-05-01', 'p1: 2022-05', 16, 13],
  ['a key of its own', 'target: full', 'taget: full', 3, 1],
])('refuses %s', (_, from, to, line, column) => {
  const places = parseOutcome(told.replace(from, to), 'outcome.yaml').faults.map(({ place }) => [
    place?.line,
    place?.column,
  ]);
  expect(places).toContainEqual([line, column]);
});
