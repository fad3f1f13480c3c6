import { expect, it } from 'vitest';
import { recordLine } from '../../src/report/record-line.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { invented } from '../fixtures/assessment/invented.ts';

it('says on time and on the route what the record is, and that a skill of 0 is none', () => {
  const text = recordLine(invented.record!, en);
  expect(text).toContain('Brier score 0.11, their base rate 0.22');
  expect(text).toContain('0.36, their base rate 0.37, a skill of 2 % (−42 – 37), where 0 is no better');
  expect(recordLine(invented.record!, zhCN)).toContain('0.36，只用基础频率为0.37，技巧2%');
});
