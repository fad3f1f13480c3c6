import { expect, it } from 'vitest';
import { writtenValue } from '../../../src/web/parts/try-out.tsx';

it('begins with the value that is there, as one would write it', () => {
  expect(writtenValue({ value: '12 to 30 months' })).toBe('12 to 30 months');
  expect(writtenValue({ value: 0.25 })).toBe('0.25');
  expect(writtenValue({ value: { median: 1, low: 58_412, high: 703_991 } })).toBe('58000 to 700000');
  expect(writtenValue({ value: { median: 5, low: 5, high: 5 } })).toBe('5');
  expect(writtenValue({ value: null })).toBe('');
});
