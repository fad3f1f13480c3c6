import { describe, expect, it } from 'vitest';
import { planOption } from '../../src/cli/plan-option.ts';
import { parametersOf } from '../../src/models/parameters.ts';
import { planFaults } from '../../src/training/check-plan.ts';
import { memoryUse } from '../../src/training/memory.ts';
import type { Plan } from '../../src/training/plan.ts';
import { planOf } from '../../src/training/search.ts';
import { smallestChanges } from '../../src/training/why-not.ts';
import { models, numbers, training } from './data.ts';

const gibibyte = 2 ** 30;

function question(
  id: string,
  chip: string,
  { chips, batch, sequence, words }: Record<string, number | string>,
) {
  const model = models.get(id)!;
  const task = {
    model,
    machine: training.machines.get(chip)!,
    chips: Number(chips),
    batch: Number(batch),
    sequence: Number(sequence),
    precision: 'bf16' as const,
    year: 2026,
  };
  const given = planOption(String(words));
  const { tensor = 1, pipeline = 1, expert = 1, microBatch = 1 } = given;
  const outer = { tensor, pipeline, context: 1, data: task.chips / (tensor * pipeline), expert, microBatch };
  return { task, plan: { ...planOf(outer, task, '1f1b'), ...given } };
}

const totalOf = ({ task, plan }: ReturnType<typeof question>, changed: Partial<Plan> = {}) =>
  memoryUse({
    model: task.model,
    counts: parametersOf(task.model),
    plan: { ...plan, ...changed },
    constants: numbers.memory,
  }).total / gibibyte;

const dense = { chips: 128, batch: 128, sequence: 8192 };

describe('the smallest changes', () => {
  it('are single where one is enough: Llama 3 405B with everything done again lacks a few GiB', () => {
    const asked = question('llama-3.1-405b', 'h100-sxm5', {
      ...dense,
      words: 'tp 8 pp 8 mbs 2 zero 1 recompute full',
    });
    expect(smallestChanges(asked.task, asked.plan, numbers)).toEqual(['sharding 3', 'offload 1', 'pp 16']);
    expect(totalOf(asked)).toBeGreaterThan(79.6);
    expect(totalOf(asked, { shard: 3 })).toBeLessThan(79.6);
    expect(totalOf(asked, { pipeline: 16, data: 1 })).toBeLessThan(79.6);
  });

  it('are pairs where no single one is', () => {
    const asked = question('llama-3.1-405b', 'h100-sxm5', { ...dense, words: 'tp 8 pp 8 mbs 4 zero 1' });
    const [first] = smallestChanges(asked.task, asked.plan, numbers);
    expect(first).toBe('micro-batch 1 with offload 1');
    expect(totalOf(asked, { microBatch: 1 })).toBeGreaterThan(79.6);
    expect(totalOf(asked, { offload: 1 })).toBeGreaterThan(79.6);
    expect(totalOf(asked, { microBatch: 1, offload: 1 })).toBeLessThan(79.6);
  });

  it('do experts again in halves where their activations are too many: Qwen3 235B at 16,384 tokens', () => {
    const words = 'tp 4 pp 8 ep 8 mbs 1 zero 1 recompute selective';
    const asked = question('qwen-3-235b-a22b', 'h100-sxm5', {
      chips: 256,
      batch: 256,
      sequence: 16384,
      words,
    });
    expect(smallestChanges(asked.task, asked.plan, numbers)[0]).toBe('half recompute');
    expect(totalOf(asked, { recompute: 'half' })).toBeLessThan(79.6);
  });

  it('are states at the host, or more chips, where states alone are too many: 16 bytes of each of 671 and of 141 billion parameters', () => {
    const deepseek = question('deepseek-v3', 'h100-sxm5', {
      chips: 64,
      batch: 1024,
      sequence: 4096,
      words: 'pp 2 ep 32 mbs 1 zero 3 recompute full',
    });
    // 671e9 x 16 B over 128 chips are 78 GiB, too much beside activations and runtime.
    expect(smallestChanges(deepseek.task, deepseek.plan, numbers)).toEqual([
      'host states with full recompute',
      '256 chips',
    ]);
    expect(totalOf(deepseek, { hosted: 'states' })).toBeLessThan(79.6);
    const mixtral = question('mixtral-8x22b', 'h100-sxm5', {
      chips: 8,
      batch: 64,
      sequence: 4096,
      words: 'ep 8 mbs 1 zero 1',
    });
    // 141e9 x 16 B over 16 chips are 131 GiB, over 32 chips 66 GiB.
    expect(smallestChanges(mixtral.task, mixtral.plan, numbers)).toEqual(['32 chips']);
  });

  it('are possible plans', () => {
    const asked = question('llama-3.1-405b', 'h100-sxm5', { ...dense, words: 'tp 8 pp 8 mbs 2 zero 1' });
    expect(planFaults(asked.task.model, { ...asked.plan, pipeline: 16, data: 1 }, 128)).toEqual([]);
  });
});
