import { expect, it } from 'vitest';
import { sentence } from '../../src/report/sentence.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { invented } from '../fixtures/assessment/invented.ts';

const headline = invented.quantities[0]!;

it('counts worlds, with the claim and with none', () => {
  expect(sentence(headline, en)).toBe(
    'Accelerators running: at most 44,000 in 45 of 50 worlds that fit the evidence, none in 2 of them, nine tenths of the claimed 115,000 or more in 0.',
  );
  expect(sentence(headline, zhCN)).toContain('45个不超过4.4万');
});

it('is true of the dots it counts', () => {
  const below = headline.dots.filter((dot) => dot <= 44_000).length;
  expect(below).toBe(45);
});

it('leaves out what nobody claimed', () => {
  expect(sentence({ ...headline, claimed: null, dots: headline.dots.map(() => 7) }, en)).toBe(
    'Accelerators running: at most 7 in 50 of 50 worlds that fit the evidence.',
  );
});
