import { expect, it } from 'vitest';
import { furtherLayers } from '../../src/models/further.ts';
import { models } from './data.ts';

it('a module for a further token has attention and the last kind of feed-forward part', () => {
  const deepseek = models.get('deepseek-v3')!;
  expect(furtherLayers(deepseek)).toEqual([{ ...deepseek.layers.at(-1)!, count: 1 }]);
  expect(furtherLayers(deepseek)).toBe(furtherLayers(deepseek));
});

it('there is none where a model predicts the next token alone', () => {
  expect(furtherLayers(models.get('llama-3.1-8b')!)).toEqual([]);
});
