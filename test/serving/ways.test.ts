import { expect, it } from 'vitest';
import { servingTask } from '../../src/serving/serve.ts';
import { waysOf } from '../../src/serving/ways.ts';
import { knowledge, machines, models } from './known.ts';

it('lets prompts wait for each other where groups of chips see their own sequences, and only there', () => {
  const task = servingTask(
    {
      model: models.get('deepseek-v3')!,
      group: { machine: machines.get('h20')!, count: 32 },
      load: { inputTokens: 2000, outputTokens: 500 },
    },
    knowledge,
  );
  const ways = waysOf(task);
  expect(ways.some(({ data }) => data > 1)).toBe(true);
  for (const { data, gathers = false, overlap } of ways) {
    expect(gathers).toBe(data > 1);
    expect(overlap).toBe(data > 1);
  }
});
