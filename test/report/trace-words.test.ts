import { expect, it } from 'vitest';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { traceWords } from '../../src/report/trace-words.ts';

const trace = {
  ...{ label: 'PUE', value: '80 % air', formula: 'a mixture', children: [] },
  zh: { label: '能效(年均)', value: '80%风冷' },
};

it('says a trace in the language of the reader, and what is not translated in English', () => {
  expect(traceWords(trace, en)).toEqual({ label: 'PUE', value: '80 % air', formula: 'a mixture' });
  expect(traceWords(trace, zhCN)).toEqual({ label: '能效（年均）', value: '80%风冷', formula: 'a mixture' });
});
