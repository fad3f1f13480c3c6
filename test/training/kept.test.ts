import { describe, expect, it } from 'vitest';
import { keptBytes, keptSum } from '../../src/training/kept.ts';
import { models } from './data.ts';

const llama = models.get('llama-3.1-8b')!;
const [run] = llama.layers;
const one = { tensor: 1, sequenceParallel: false };

describe('what a layer keeps that is computed again', () => {
  it('is two bytes of each number', () => {
    expect(keptBytes(llama, run!, one)).toEqual({
      input: 8192,
      kv: 4096,
      qkv: 12288,
      context: 8192,
      out: 8192,
      into: 57344,
      results: 8192,
    });
  });

  it('is spread over the tensor group, its input where sequences are', () => {
    const bytes = keptBytes(llama, run!, { tensor: 8, sequenceParallel: false });
    expect([bytes.qkv, bytes.input]).toEqual([1536, 8192]);
    expect(keptBytes(llama, run!, { tensor: 8, sequenceParallel: true }).input).toBe(1024);
  });

  it('counts results of experts once for each copy of a token', () => {
    const mixtral = models.get('mixtral-8x7b')!;
    expect(keptBytes(mixtral, mixtral.layers[0]!, one).results).toBe(2 * 2 * 4096);
  });

  it('always holds the input', () => {
    expect(keptSum(llama, run!, one)).toBe(8192);
    expect(keptSum(llama, run!, { ...one, kept: ['input', 'qkv'] })).toBe(8192 + 12288);
  });
});
