import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkCitation, citationKeys } from '../../src/sources/citation.ts';
import { readDocument } from '../../src/sources/document.ts';
import { id, localised, oneOrMore, partialDate } from '../../src/sources/fields.ts';
import { grade } from '../../src/sources/grade.ts';
import { quantity } from '../../src/sources/quantity.ts';
import { dimensions } from '../../src/units/dimension.ts';

const limit = z
  .strictObject({
    amount: quantity([dimensions.power, dimensions.apparentPower]).meta({ examples: ['300 MVA'] }),
    kind: z.enum(['feed', 'floor-area']),
    ...citationKeys,
  })
  .superRefine(checkCitation);
const schema = z.strictObject({
  id,
  name: localised,
  date: partialDate,
  grade,
  count: z.int().min(1).max(100).default(1),
  about: oneOrMore(id),
  limits: z.array(limit).default([]),
});

const right = `id: yiwu
name: { en: Yiwu }
date: 2024
grade: B2
about: a
limits:
  - amount: 300 MVA
    kind: feed
    basis: reported
    sources: hami-gov
`;
const read = (text: string) => readDocument(text, 'f.yaml', schema);
const told = (text: string) =>
  read(text).faults.map(
    ({ code, place, what, fix }) => `${code} ${place?.line}:${place?.column}+${place?.length} ${what} ${fix}`,
  );

describe('readDocument', () => {
  it('reads what is right', () => {
    const { value, faults } = read(right);
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      id: 'yiwu',
      count: 1,
      about: ['a'],
      date: { text: '2024' },
      grade: { reliability: 'B' },
    });
    expect(value!.limits[0]).toMatchObject({ amount: { text: '300 MVA' }, sources: ['hami-gov'] });
  });

  it.each([
    [
      'an unknown key',
      'kind: feed',
      'knd: feed',
      'ST-S021 8:5+3 The key `knd` is not known here. Did you mean kind?',
    ],
    [
      'a missing key',
      'grade: B2\n',
      '',
      'ST-S020 1:1+2 `yiwu` has no `grade`. Write, for example, `grade: B2`.',
    ],
    [
      'a key without a value',
      'grade: B2',
      'grade:',
      'ST-S026 4:1+5 `grade` has no value. Write, for example, `grade: B2`.',
    ],
    [
      'a word not allowed',
      'kind: feed',
      'kind: feet',
      'ST-S023 8:11+4 `kind` cannot be `feet`. Did you mean feed? Allowed are feed, floor-area.',
    ],
    ['a list for a text', 'id: yiwu', 'id: [yiwu]', 'ST-S022 1:5+6 `id` is a list; it should be text.'],
    [
      'a number for a text',
      'en: Yiwu',
      'en: 7',
      'ST-S022 2:13+1 `en` is the number 7; it should be text. Put it between quotes: "7".',
    ],
    [
      'a text for a map',
      '{ en: Yiwu }',
      'Yiwu',
      'ST-S022 2:7+4 `name` is the text `Yiwu`; it should be a map of keys and values. Write, for example, `name: { en: Yiwu cluster }`.',
    ],
    [
      'a map for a quantity',
      '300 MVA',
      '{ value: 300 }',
      'ST-S022 7:13+14 `amount` is a map; it should be text or a number. Write, for example, `amount: 300 MVA`.',
    ],
    ['a bad id', 'id: yiwu', 'id: Yi Wu', 'ST-S025 1:5+5 `id` cannot be `Yi Wu`. Did you mean `yi-wu`?'],
    [
      'one bad id of several',
      'about: a',
      'about: [a, B, c]',
      'ST-S025 5:12+1 An entry of `about` cannot be `B`. Did you mean `b`?',
    ],
    [
      'a number out of range',
      'grade: B2',
      'grade: B2\ncount: 0',
      'ST-S024 5:8+1 `count` is 0; it should be at least 1. Check the value against its source.',
    ],
    [
      'a broken number',
      'grade: B2',
      'grade: B2\ncount: 1.5',
      'ST-S022 5:8+3 `count` is the number 1.5; it should be a whole number.',
    ],
    [
      'a wrong date',
      'date: 2024',
      'date: 2024-02-30',
      'ST-S031 3:7+10 `2024-02-30` is not in the calendar: that month has 29 days.',
    ],
    ['a quantity without a unit', '300 MVA', '300', 'ST-U006 7:13+3 300 of what?'],
    ['an unknown unit, at its column', '300 MVA', '300 MWA', 'ST-U005 7:17+3'],
    ['an unknown unit inside quotes', '300 MVA', '"300 MWA"', 'ST-U005 7:18+3'],
    ['a unit of another kind', '300 MVA', '300 m2', 'ST-U007 7:13+6'],
    [
      'a judged figure without a reason',
      'basis: reported',
      'basis: judged',
      'ST-S040 9:12+6 This figure is judged, but does not say `by` and `why`.',
    ],
    [
      'a figure without a source',
      '    sources: hami-gov\n',
      '',
      'ST-S041 9:12+8 This figure is reported, but names no source.',
    ],
  ])('points at %s', (_, from, to, expected) => {
    const faults = told(right.replace(from, to));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });

  it('refuses quantities below zero', () => {
    const money = z.strictObject({ a: quantity([dimensions.usd]) });
    expect(readDocument('a: -5 USD', 'f.yaml', money).faults[0]).toMatchObject({ code: 'ST-S027' });
    const height = z.strictObject({ a: quantity([dimensions.length], { negative: true }) });
    expect(readDocument('a: -400 m', 'f.yaml', height).faults).toEqual([]);
  });

  it('reports everything at once, and each place once', () => {
    const faults = told(
      right.replace('B2', 'b-2').replace('2024', '.nan').replace('300 MVA', '300').replace('feed', 'feet'),
    );
    expect(faults.map((fault) => fault.slice(0, 10))).toEqual([
      'ST-S011 3:',
      'ST-S032 4:',
      'ST-U006 7:',
      'ST-S023 8:',
    ]);
  });

  it('names all that an entry lacks in one message', () => {
    expect(told(right.replace('grade: B2\n', '').replace('date: 2024\n', ''))).toEqual([
      'ST-S020 1:1+2 `yiwu` has no `date`, `grade`. Write, for example, `date: 2024-11`, `grade: B2`.',
    ]);
  });

  it('reports the branch of a union that was meant', () => {
    const either = z.strictObject({
      a: z.union([id, z.strictObject({ low: z.number(), high: z.number() })]),
    });
    expect(readDocument('a: { low: 1 }', 'f.yaml', either).faults.map(({ what }) => what)).toEqual([
      '`a` has no `high`.',
    ]);
    expect(readDocument('a: [1]', 'f.yaml', either).faults.map(({ what }) => what)).toEqual([
      '`a` is a list; it should be text or a map of keys and values.',
    ]);
  });

  it('leaves faulty list entries out and keeps the places of the others', () => {
    const list = z.array(z.strictObject({ id, date: partialDate }));
    const text = '- { id: a, date: 2024 }\n- { id: B, date: x }\n- { id: c, date: 2025 }\n';
    const { value, written, faults, placeOf } = readDocument(text, 'f.yaml', list);
    expect(faults.map(({ code }) => code)).toEqual(['ST-S025', 'ST-S030']);
    expect(value!.map((entry) => entry.id)).toEqual(['a', 'c']);
    expect(placeOf([1, 'date'])).toMatchObject({ line: 3, column: 18 });
    expect(written).toHaveLength(3);
  });

  it('carries the lines around a fault', () => {
    expect(read(right.replace('B2', 'x')).faults[0]!.excerpt).toEqual([
      { line: 3, text: 'date: 2024' },
      { line: 4, text: 'grade: x' },
      { line: 5, text: 'about: a' },
    ]);
  });

  it('says where a value stands, even inside its text', () => {
    const { placeOf } = read(right);
    expect(placeOf(['limits', 0, 'amount'])).toEqual({ file: 'f.yaml', line: 7, column: 13, length: 7 });
    expect(placeOf(['limits', 0, 'amount'], 4)).toMatchObject({ line: 7, column: 17 });
    expect(placeOf(['limits', 0, 'why'])).toMatchObject({ line: 7, column: 5 });
    expect(placeOf([])).toMatchObject({ line: 1, column: 1 });
  });

  it('is not slowed down by thousands of mistakes', () => {
    const list = z.array(z.strictObject({ id, date: partialDate }));
    const text = Array.from({ length: 1_900 }, (_, i) => `- { idd: ${'x'.repeat(50)}${i}, date: 13 }`).join(
      '\n',
    );
    const start = process.cpuUsage();
    expect(readDocument(text, 'f.yaml', list).faults.length).toBeGreaterThan(1_900);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  });

  it('reads or refuses any shape of values', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.constantFrom('limits', 'name', 'about', 'amount', 'date'),
        (json, key) => {
          for (const text of [json, `${key}: ${json}`, `limits:\n  - ${key}: ${json}`]) {
            const { faults } = read(text);
            expect(faults.length).toBeGreaterThan(0);
            for (const { place, what, fix } of faults) {
              expect(place).toBeDefined();
              expect(`${what} ${fix}`).not.toMatch(/undefined|\[object|NaN,/);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
