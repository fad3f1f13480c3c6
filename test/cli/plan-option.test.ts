import { expect, it } from 'vitest';
import { planOption } from '../../src/cli/plan-option.ts';

it('reads plans as people and screens write them', () => {
  expect(planOption('tp 8 · pp 16 · vp 8 · mbs 1 · zero 1 · interleaved · recompute full · bf16')).toEqual({
    tensor: 8,
    pipeline: 16,
    chunks: 8,
    microBatch: 1,
    shard: 1,
    schedule: 'interleaved',
    recompute: 'full',
    precision: 'bf16',
  });
  expect(planOption('TP8,pp=2;ep64 offload 0.5 dualpipe')).toEqual({
    tensor: 8,
    pipeline: 2,
    expert: 64,
    offload: 0.5,
    schedule: 'dualpipe',
  });
});

it('reads what waits at the host', () => {
  expect(planOption('tp 8 host states')).toEqual({ tensor: 8, hosted: 'states' });
  expect(() => planOption('host everything')).toThrow(/none, moments, states, weights/);
});

it('reads whose software runs', () => {
  expect(planOption('software torch').software?.framework).toBe('torch');
  expect(() => planOption('software mine')).toThrow(/megatron.*own/);
});

it('refuses everything it cannot read at once', () => {
  expect(() => planOption('tp x, recompute most, zero 4, interleavd, offload 2')).toThrow(
    /tp x[\s\S]*recompute most[\s\S]*Did you mean interleaved[\s\S]*offload 2[\s\S]*zero/,
  );
});
