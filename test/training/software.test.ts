import { expect, it } from 'vitest';
import { plainSoftware, stateBytes } from '../../src/training/software.ts';

const bytes = (change: object, shard: 0 | 1 | 2 | 3) => {
  const { weight, gradient, optimiser } = stateBytes({ ...plainSoftware, ...change }, shard, 4);
  const all = [weight, gradient, optimiser];
  const sum = (part: 'each' | 'spread') => all.reduce((total, one) => total + one[part], 0);
  return { each: sum('each'), spread: sum('spread') };
};

it('Megatron holds 18 bytes a parameter, of which its distributed optimiser spreads 12', () => {
  expect(bytes({}, 0)).toEqual({ each: 18, spread: 0 });
  expect(bytes({}, 1)).toEqual({ each: 6, spread: 12 });
  expect(bytes({}, 2)).toEqual({ each: 2, spread: 16 });
});

it('sharded data parallelism spreads 16 bytes, and pipelines of PyTorch hold weights and gradients whole besides', () => {
  expect(bytes({ framework: 'torch' }, 3)).toEqual({ each: 0, spread: 16 });
  expect(bytes({ framework: 'torch', wholeGradients: true }, 2)).toEqual({ each: 6, spread: 16 });
});

it('states in two bytes are eight a parameter; gradients that wait for all micro-batches are whole', () => {
  expect(bytes({ framework: 'torch', states: 'bf16' }, 3)).toEqual({ each: 0, spread: 8 });
  expect(bytes({ framework: 'torch', states: 'bf16', wholeGradients: true }, 3)).toEqual({
    each: 4,
    spread: 6,
  });
});

it('moments in two bytes or on the host, gradients in two bytes', () => {
  expect(bytes({ states: 'bf16 moments' }, 1)).toEqual({ each: 6, spread: 8 });
  expect(bytes({ states: 'host moments' }, 1)).toEqual({ each: 6, spread: 4 });
  expect(bytes({ states: 'bf16 gradients' }, 1)).toEqual({ each: 4, spread: 12 });
});
