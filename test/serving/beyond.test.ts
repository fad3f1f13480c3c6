import { describe, expect, it } from 'vitest';
import { beyondRecord, isUnseenFormat, yearsOf } from '../../src/serving/beyond.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models, taskOf } from './known.ts';

const task = taskOf('deepseek-v3', { chip: 'ascend-910c', count: 320 }, [20_000, 2000]);

describe('what was published', () => {
  it('reaches to 160 chips of one engine and to 22,000 tokens of a request', () => {
    expect(beyondRecord({ chips: 160 }, task, knowledge)).toEqual([]);
    expect(beyondRecord({ chips: 320 }, task, knowledge)).toEqual([{ of: 'engine', asked: 320, most: 160 }]);
    const longer = { ...task, load: { inputTokens: 30_000, outputTokens: 1 } };
    expect(beyondRecord({ chips: 8 }, longer, knowledge)).toEqual([
      { of: 'request', asked: 30_001, most: 22_000 },
    ]);
  });
  it('is not told where no rates are given', () => {
    expect(beyondRecord({ chips: 512 }, task, { ...knowledge, rows: [] })).toEqual([]);
  });
  it('has tokens guessed ahead on some families of chips only', () => {
    const of = (chip: string) => {
      const one = taskOf('deepseek-v3', { chip, count: 8 }, [1000, 1000]);
      return beyondRecord({ chips: 8 }, { ...one, open: { ...one.open, guessed: 1 } }, knowledge);
    };
    expect(of('h20')).toEqual([]);
    expect(of('h100-sxm5')).toEqual([{ of: 'guess', asked: 1, most: 0 }]);
  });
  it('has prompts in the cache of a service that only reads', () => {
    const cached = { ...task, load: { ...task.load, prefixHit: 0.5 } };
    const { apart } = { apart: { prefill: { chips: 8 }, decode: { chips: 8 } } as never };
    expect(beyondRecord({ chips: 8 }, cached, knowledge)).toEqual([{ of: 'hits', asked: 0.5, most: 0 }]);
    expect(beyondRecord({ chips: 8, apart }, cached, knowledge)).toEqual([]);
  });
  it.each([
    ['llama-3.1-70b', 'h100-sxm5', 'fp8', false],
    ['llama-3.1-70b', 'h100-sxm5', 'bf16', true],
    ['llama-3.1-70b', 'h100-sxm5', 'int8', true],
    ['llama-3.1-70b', 'h100-sxm5', 'fp4', true],
    ['gpt-oss-120b', 'h100-sxm5', undefined, true],
    ['llama-3.1-70b', 'b200', 'fp4', false],
    ['llama-3.1-70b', 'b200', 'fp8', true],
    // No rate of the family at all: the format is known of others.
    ['llama-3.1-70b', 'a100-80', 'int8', false],
    ['llama-3.1-70b', 'a100-80', 'bf16', true],
  ] as const)('of %s on %s in %s is new: %s', (model, chip, precision, unseen) => {
    const group = { machine: machines.get(chip)!, count: 8 };
    const load = { inputTokens: 1000, outputTokens: 1000 };
    const asked = { model: models.get(model)!, group, load, ...(precision && { precision }) };
    expect(isUnseenFormat(servingTask(asked, knowledge), knowledge)).toBe(unseen);
    expect(isUnseenFormat(servingTask(asked, knowledge), { ...knowledge, rows: [] })).toBe(false);
  });
  it('ends in the year that the data says', () => {
    for (const engine of ['trtllm', 'vllm', 'sglang', 'own'] as const) {
      expect(yearsOf(engine, knowledge.rows)!.newest).toBe(knowledge.serving.record.years[engine]);
    }
    expect(yearsOf('trtllm', [])).toBeUndefined();
  });
});
