import { expect, it } from 'vitest';
import { findModel } from '../../src/models/find.ts';
import { usualGraphs } from '../../src/training/graphs.ts';
import { planOf } from '../../src/training/search.ts';
import { models, training } from './data.ts';

it('graphs are recorded in part on Blackwell from the end of 2025, whole on Grace in FP8 from the summer of 2026', () => {
  const of = (family: string, precision: 'bf16' | 'fp8', year: number) =>
    usualGraphs({ family, precision, year }).graphs;
  expect(of('gb200', 'fp8', 2026.5)).toBe('full');
  expect(of('gb200', 'bf16', 2026.5)).toBe('part');
  expect(of('b300', 'fp8', 2026.5)).toBe('part');
  expect(of('gb300', 'fp8', 2025.7)).toBeUndefined();
  expect(of('h100', 'fp8', 2026.5)).toBeUndefined();
});

it('searched plans of models with experts carry them, those of others need none', () => {
  const outer = { tensor: 1, pipeline: 1, context: 1, data: 64, expert: 8, microBatch: 1 };
  const made = (name: string) =>
    planOf(
      outer,
      {
        model: findModel(models, name)!,
        machine: training.machines.get('gb200')!,
        chips: 64,
        batch: 512,
        sequence: 4096,
        precision: 'fp8',
        year: 2026.6,
      },
      '1f1b',
    ).graphs;
  expect(made('qwen3-30b-a3b')).toBe('full');
  expect(made('llama-3.1-8b')).toBeUndefined();
});
