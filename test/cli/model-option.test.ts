import { expect, it } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { modelOption } from '../../src/cli/model-option.ts';
import { models } from '../serving/known.ts';
import { folder } from './harness.ts';

const context = () => ({ effects: { cwd: folder() } }) as unknown as Context;

it('is a model of the catalogue by its name', () => {
  expect(modelOption('deepseek-v3', models, context()).id).toBe('deepseek-v3');
});

it.each([
  ['no.json', /no file `no\.json`/],
  ['deepsek-v3', /deepseek-v3/],
])('says what is wrong with %s', (name, fault) => {
  expect(() => modelOption(name, models, context())).toThrow(fault);
});
