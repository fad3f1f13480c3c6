import { describe, expect, it } from 'vitest';
import { error } from '../../src/errors/fault.ts';
import { say } from '../../src/errors/message.ts';
import { told, translationOf } from '../../src/errors/told.ts';
import { catalogueZhCN } from '../../src/errors/zh-CN/catalogue.ts';

const what = say('There is no source `{id}`.', { id: 'x' });
const whole = error('ST-S042', what, say('Refer to it, or delete it.'));
const half = error('ST-S042', what, 'Only in English.', { why: 'Because.' });
const none = error('ST-S042', 'Only this.', 'Only that.');

describe('told', () => {
  it('is as it was in English, without what other languages need', () => {
    expect(told([whole])).toEqual([
      {
        code: 'ST-S042',
        severity: 'error',
        what: 'There is no source `x`.',
        fix: 'Refer to it, or delete it.',
      },
    ]);
  });

  it('is Chinese where it can be, and says what is English alone', async () => {
    const translation = await translationOf('zh-CN');
    const { title, why, fix } = catalogueZhCN['ST-S042'];
    const kind = { code: 'ST-S042', severity: 'error' };
    expect(told([whole, half, none], translation)).toEqual([
      { ...kind, what: '没有来源 `x`。', fix: '请引用它，或删除它。' },
      { ...kind, what: '没有来源 `x`。', why, fix, english: 'Only in English.' },
      { ...kind, what: `${title}。`, fix, english: 'Only this. Only that.' },
    ]);
  });

  it('needs nothing for English', async () => {
    expect(await translationOf('en')).toBeUndefined();
  });
});
