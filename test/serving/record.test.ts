import { describe, expect, it } from 'vitest';
import { modelKind, ratesOf, recordOf, usualEngine } from '../../src/serving/record.ts';
import { knowledge, machines, models, serving } from './known.ts';

const of = (model: string, chip: string) =>
  usualEngine(models.get(model)!, machines.get(chip)!, serving.record);

describe('the record of published rates', () => {
  it('is what the table holds', () => {
    const rows = knowledge.rows.filter(({ quality, chip }) => quality !== 'C' && machines.has(chip));
    const made = recordOf(rows, machines);
    expect(made.rates).toEqual(serving.record.rates);
    expect(made.models).toEqual(serving.record.models);
    expect(made.years.trtllm).toBeCloseTo(serving.record.years.trtllm, 2);
    expect(ratesOf(made, 'whole', { kind: 'experts', engine: 'sglang' })).toBe(0);
    expect(ratesOf(made, 'phase', { kind: 'experts', family: 'h20' })).toBeGreaterThan(0);
  });

  it('names the engine of which whole services are published', () => {
    expect(of('qwen-3-235b-a22b', 'h200-sxm')).toBe('trtllm');
    expect(of('llama-3.1-70b', 'b200')).toBe('trtllm');
    expect(of('llama-3.1-70b', 'mi300x')).toBe('vllm');
  });

  it('has an engine for chips of which nobody has published a whole service', () => {
    expect(of('deepseek-v3', 'a100-80')).toBe('trtllm');
    expect(of('deepseek-v3', 'h20')).toBe('trtllm');
    expect(of('deepseek-v3', 'ascend-910c')).toBe('sglang');
    expect(of('llama-3.1-8b', 'c500-oam')).toBe('vllm');
    expect(of('llama-3.1-8b', 'ascend-910b2')).toBe('vllm');
  });

  it('tells models with experts from dense ones', () => {
    expect([modelKind(models.get('deepseek-v3')!), modelKind(models.get('llama-3.1-8b')!)]).toEqual([
      'experts',
      'dense',
    ]);
  });
});
