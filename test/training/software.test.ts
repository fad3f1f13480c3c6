import { expect, it } from 'vitest';
import { type Hosted, hostedBytes, plainSoftware, stateBytes } from '../../src/training/software.ts';

const bytes = (change: object, shard: 0 | 1 | 2 | 3, hosted: Hosted = 'none') => {
  const { weight, gradient, optimiser } = stateBytes({ ...plainSoftware, ...change }, shard, {
    gradientBytes: 4,
    hosted,
  });
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

it('moments and gradients in two bytes', () => {
  expect(bytes({ states: 'bf16 moments' }, 1)).toEqual({ each: 6, spread: 8 });
  expect(bytes({ states: 'half gradients' }, 1)).toEqual({ each: 4, spread: 12 });
});

it('what waits at the host leaves the chip: moments, master weights, or weights besides', () => {
  expect(bytes({}, 1, 'moments')).toEqual({ each: 6, spread: 4 });
  expect(bytes({}, 0, 'moments')).toEqual({ each: 10, spread: 0 });
  expect(bytes({}, 1, 'states')).toEqual({ each: 6, spread: 0 });
  expect(bytes({}, 1, 'weights')).toEqual({ each: 4, spread: 0 });
  expect(bytes({ framework: 'torch' }, 3, 'moments')).toEqual({ each: 0, spread: 8 });
  expect(bytes({ framework: 'torch' }, 3, 'states')).toEqual({ each: 0, spread: 6 });
  expect(bytes({ framework: 'torch' }, 3, 'weights')).toEqual({ each: 0, spread: 4 });
  expect(bytes({ states: 'bf16' }, 1, 'states')).toEqual({ each: 4, spread: 0 });
  expect(bytes({ framework: 'torch', states: 'bf16' }, 3, 'states')).toEqual({ each: 0, spread: 4 });
});

it('of states in two bytes less waits there', () => {
  expect(hostedBytes(plainSoftware, 'none')).toBe(0);
  expect(hostedBytes(plainSoftware, 'moments')).toBe(8);
  expect(hostedBytes(plainSoftware, 'states')).toBe(12);
  expect(hostedBytes({ ...plainSoftware, states: 'bf16' }, 'weights')).toBe(6);
});
