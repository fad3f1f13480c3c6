import { expect, it } from 'vitest';
import { habitsOf } from '../../src/training/habits.ts';

it('attention is written before 2023 and with DeepSpeed, tuned to the chip where large runs are made since 2024', () => {
  expect(habitsOf('megatron', { year: 2022, shard: 1 }).attention).toBe('written');
  expect(habitsOf('deepspeed', { year: 2025, shard: 1 }).attention).toBe('written');
  expect(habitsOf('megatron', { year: 2023.5, shard: 1 }).attention).toBe('flash');
  expect(habitsOf('own', { year: 2024.5, shard: 2 }).attention).toBe('tuned');
  expect(habitsOf('torch', { year: 2025, shard: 3 }).attention).toBe('flash');
});

it('PyTorch joins kernels by its compiler, or where weights are not shared, and exchanges of tensor groups wait', () => {
  expect(habitsOf('torch', { year: 2025, shard: 3 }).fused).toBe(false);
  expect(habitsOf('torch', { year: 2025, shard: 3, compiled: true }).fused).toBe(true);
  expect(habitsOf('torch', { year: 2025, shard: 2 }).fused).toBe(true);
  expect(habitsOf('own', { year: 2025, shard: 1 }).tensorExposed).toBe(true);
  expect(habitsOf('megatron', { year: 2025, shard: 1 }).tensorExposed).toBeUndefined();
});

it('latent attention on Blackwell is written until the summer of 2025', () => {
  const of = (year: number, latent: boolean) => habitsOf('megatron', { year, shard: 1, latent }).attention;
  expect(of(2025.4, true)).toBe('written');
  expect(of(2025.4, false)).toBe('tuned');
  expect(of(2025.6, true)).toBe('tuned');
});
