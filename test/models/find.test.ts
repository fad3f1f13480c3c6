import { expect, it } from 'vitest';
import { findModel, requireModel } from '../../src/models/find.ts';
import { models } from './data.ts';

it('finds models by id, alias and name in any case', () => {
  expect(findModel(models, 'Llama 3.1 405B')?.id).toBe('llama-3.1-405b');
  expect(findModel(models, 'GPT3-175B')?.id).toBe('gpt-3-175b');
});

it('says what was perhaps meant', () => {
  expect(() => requireModel(models, 'deepseek-v33')).toThrow(/ST-M003.*Did you mean deepseek-v3/);
});
