import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { monthOf, softwareWords, targetWords, wait } from '../../../src/report/terminal/serve-head.ts';
import { answerServing } from '../../../src/serving/serve.ts';
import { knowledge, machines, models } from '../../serving/known.ts';

const ask = (model: string, chip: string, more = {}) =>
  answerServing(
    {
      model: models.get(model)!,
      group: { machine: machines.get(chip)!, count: 16 },
      load: { inputTokens: 1000, outputTokens: 500 },
      engine: 'vllm',
      year: 2025.5,
      ...more,
    },
    knowledge,
  );

it('names engine, year, formats, balance and what is guessed', () => {
  const guessing = softwareWords(ask('deepseek-v3', 'b200-sxm', { precision: 'fp4', guessed: 2 }), en);
  expect(guessing).toMatch(/^vLLM of July 2025, experts in FP4, other weights in FP8, cache of 8 bits/);
  expect(guessing).toContain(
    'busy experts balanced by copies, 2 guessed ahead in a step, 85 % of them right',
  );
  // Dense models have no experts to balance; what a chip multiplies as integers is called so.
  expect(softwareWords(ask('llama-3.1-8b', 'a100-sxm', { precision: 'int8' }), en)).toBe(
    'vLLM of July 2025, weights in INT8, cache of 8 bits a number',
  );
});

it('joins Chinese phrases with Chinese commas', () => {
  const words = softwareWords(ask('deepseek-v3', 'h20'), zhCN);
  expect(words).toMatch(/^2025 年 7 月的 vLLM，/);
  expect(words).toContain('，');
  expect(words).not.toContain(', ');
  const answer = ask('llama-3.1-8b', 'h20', { target: { tpot: 0.05, ttft: 2 } });
  expect(targetWords(answer, zhCN)).toBe(
    '每100个请求中的95个：词元间隔不超过 50 毫秒，首词元不超过 2,000 毫秒',
  );
});

it('tells the month of a year with decimals, that of every published rate and of both ends of a year', () => {
  expect([2025, 2025.04, 2025.46, 2025.71, 2026.13, 2025.999].map(monthOf)).toEqual([1, 1, 6, 9, 2, 12]);
});

it('gives waits of ten seconds and more in seconds', () => {
  expect(wait(en, 9.99)).toBe('9,990 ms');
  expect(wait(zhCN, 10)).toBe('10 秒');
});
