import { expect, it } from 'vitest';
import { quantityOfText } from '../../src/sources/quantity-text.ts';
import { dimensions } from '../../src/units/dimension.ts';

it('reads a quantity of the dimension that is expected', () => {
  expect(quantityOfText('20 to 30 MW', dimensions.power)).toMatchObject({
    quantity: { text: '20 to 30 MW' },
  });
});

it('says what is wrong with another, and with one below zero', () => {
  const codes = (...args: Parameters<typeof quantityOfText>) => {
    const read = quantityOfText(...args);
    return 'refusals' in read ? read.refusals.map(({ code }) => code) : [];
  };
  expect(codes('3 months', dimensions.power)).not.toEqual([]);
  expect(codes('-0.3', {})).toEqual(['ST-S027']);
  expect(codes('-0.3', {}, { negative: true })).toEqual([]);
});
