import { expect, it } from 'vitest';
import { quantityOfText } from '../../src/sources/quantity-text.ts';
import { dimensions } from '../../src/units/dimension.ts';

it('reads a quantity of the dimension that is expected', () => {
  expect(quantityOfText('20 to 30 MW', dimensions.power)).toMatchObject({
    quantity: { text: '20 to 30 MW' },
  });
});

const codes = (...args: Parameters<typeof quantityOfText>) => {
  const read = quantityOfText(...args);
  return 'refusals' in read ? read.refusals.map(({ code }) => code) : [];
};

it('says what is wrong with another, and with one below zero', () => {
  expect(codes('3 months', dimensions.power)).not.toEqual([]);
  expect(codes('-0.3', {})).toEqual(['ST-S027']);
  expect(codes('-0.3', {}, { negative: true })).toEqual([]);
});

it.each([
  '1e300',
  '10 (1..1e300)',
  'over 1e12',
  '1k to 1e10',
  'lognormal(0, 1000)',
  'gamma(2, 1e9)',
  'normal(1e9, 1)',
])('finds %s beyond what can be', (text) => {
  expect(codes(text, dimensions.number, { most: 1e9 })).toEqual(['ST-S028']);
  expect(codes(text, dimensions.number)).toEqual([]);
});

it('measures what can be in SI units, whatever a number is written in', () => {
  expect(codes('2 GW', dimensions.power, { most: 1e9 })).toEqual(['ST-S028']);
  expect(codes('2000 kW', dimensions.power, { most: 1e9 })).toEqual([]);
  expect(codes('lognormal(2, 1) MW', dimensions.power, { most: 1e9 })).toEqual([]);
});

it('takes no size from what nobody knows', () => {
  expect(codes('unknown', dimensions.number, { known: true })).toEqual(['ST-S029']);
  expect(codes('unknown', dimensions.number)).toEqual([]);
});
