import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, digitsOf } from '../../src/units/numeral.ts';

const intl = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 17, minimumSignificantDigits: 1 });

test('parts thousands', () => {
  expect([0, 7, 999, 1000, 1234.5678, 1e6, 1e21, 0.25, 1e-7].map(decimal)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '1,234.5678',
    '1,000,000',
    '1,000,000,000,000,000,000,000',
    '0.25',
    '0.0000001',
  ]);
});

test('writes what the runtime writes', () => {
  const size = fc.oneof(
    fc.double({ min: 0, max: 1e15, noNaN: true }),
    fc.double({ min: 1e-12, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 1e9 }),
  );
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 6 }), (value, figures) => {
      const rounded = Number(value.toPrecision(figures));
      expect(decimal(rounded)).toBe(intl.format(rounded));
    }),
  );
});

test('keeps the last digit where a number is written in a magnitude', () => {
  const trillions = { power: 12, word: ' trillion' };
  const close = [100_000_000_000_000.2, 100_000_000_000_000.22];
  const written = close.map((value) => digitsOf(value, trillions));
  expect(written.map((digits) => Number(`${digits}e12`))).toEqual(close);
  expect([0, 0.5e12, 2.5e12, 1.234e15, -3e12].map((value) => digitsOf(value, trillions))).toEqual([
    '0',
    '0.5',
    '2.5',
    '1,234',
    '−3',
  ]);
});
