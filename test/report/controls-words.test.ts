import { expect, it } from 'vitest';
import { saysText } from '../../src/report/controls-words.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';

it('says what an entry comes to by the words of outcomes, in both languages', () => {
  const says = ['licence-required', 'denial', 'outside', 'one-of-its-own', undefined];
  expect(says.map((one) => saysText(one === undefined ? {} : { says: one }, zhCN))).toEqual([
    '要求许可',
    '需要许可，推定拒绝',
    '不在管制清单之内',
    'one-of-its-own',
    undefined,
  ]);
  expect(saysText({ says: 'outside' }, en)).toBe(en.controls.outside);
});
