import { describe, expect, it } from 'vitest';
import { nearestRates } from '../../src/serving/nearest-rates.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const task = servingTask(
  {
    model: models.get('deepseek-v3')!,
    group: { machine: machines.get('h20')!, count: 16 },
    load: { inputTokens: 4096, outputTokens: 1024 },
  },
  knowledge,
);

describe('the published rates most like a task', () => {
  const near = nearestRates(task, knowledge);

  it('are of the same chip, and predicted by fits that have not seen them', () => {
    expect(near.map(({ chip }) => chip)).toEqual(['h20', 'h20', 'h20']);
    for (const { id, predicted, seen } of near) {
      expect(seen).toBe(false);
      expect(predicted).toBe(knowledge.heldOut.get(id));
    }
  });

  it('say where the shipped constants have seen them', () => {
    const blind = nearestRates(task, { ...knowledge, heldOut: new Map() });
    expect(blind.map(({ seen }) => seen)).toEqual([true, true, true]);
    expect(blind.map(({ predicted }) => predicted)).not.toEqual(near.map(({ predicted }) => predicted));
  });
});
