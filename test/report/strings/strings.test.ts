import { expect, it } from 'vitest';
import { clean, languages, said, saidOtherwise } from '../../../src/report/strings/strings.ts';

const name = { en: 'First Terrace', zh: '一号梯田' };

it('says it in the language of the reader, or in English', () => {
  expect(said(name, languages['zh-CN'])).toBe('一号梯田');
  expect(said({ en: 'Only English' }, languages['zh-CN'])).toBe('Only English');
  expect(saidOtherwise(name, languages.en)).toBe('一号梯田');
  for (const language of Object.values(languages)) {
    expect(saidOtherwise({ en: 'Only English' }, language)).toBeUndefined();
  }
});

it('sets brackets around Chinese as Chinese does, and others as they are', () => {
  const centre = { en: 'Centre (new)', zh: '智算中心(金开新能)，两座(H100)' };
  expect(said(centre, languages['zh-CN'])).toBe('智算中心（金开新能），两座(H100)');
  expect(saidOtherwise(centre, languages.en)).toBe('智算中心（金开新能），两座(H100)');
  expect(said(centre, languages.en)).toBe('Centre (new)');
  expect(saidOtherwise(centre, languages['zh-CN'])).toBe('Centre (new)');
});

it('takes out what a terminal would act on', () => {
  expect(clean('a\u001b[31mred\u0007\n  b\u202etxt')).toBe('a[31mred btxt');
});
