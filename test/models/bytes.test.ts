import { expect, it } from 'vitest';
import { cacheBytes } from '../../src/models/bytes.ts';
import { models } from './data.ts';

it.each([
  ['deepseek-v3', 70_272],
  ['llama-3.1-405b', 516_096],
  ['qwen-3-235b-a22b', 192_512],
])('%s keeps %i bytes of a token', (id, bytes) => {
  expect(cacheBytes(models.get(id)!)).toBe(bytes);
});
