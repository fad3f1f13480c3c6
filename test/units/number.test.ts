import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigits, toDouble } from '../../src/units/number.ts';

const read = (text: string) => toDouble(readDigits(text, { offset: 0, length: text.length }));

describe('readDigits', () => {
  it('reads every double as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(String(value))).toBe(Math.abs(value));
      }),
    );
  });

  it('reads thousands parted by commas', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), (value) => {
        expect(read(value.toLocaleString('en-US'))).toBe(value);
      }),
    );
  });

  it('works a multiplier in without rounding twice', () => {
    expect(toDouble(readDigits('1.1', { offset: 0, length: 3 }), 6)).toBe(1_100_000);
    expect(toDouble(readDigits('0.29', { offset: 0, length: 4 }), 9)).toBe(290_000_000);
  });

  it.each(['1,5', '1.234.567', '12,34,567', '0,123', '1,2345', '1,234.5.6', "1'000"])(
    'refuses %s',
    (text) => {
      expect(() => read(text)).toThrow(/ST-U003/);
    },
  );

  it('proposes both readings', () => {
    expect(() => read('1.234.567')).toThrow('Write 1,234.567 or 1,234,567');
  });
});
