import { describe, expect, it } from 'vitest';
import { beyondRecord } from '../../src/serving/beyond.ts';
import { knowledge, taskOf } from './known.ts';

const task = taskOf('deepseek-v3', { chip: 'ascend-910c', count: 320 }, [20_000, 2000]);

describe('what was published', () => {
  it('reaches to 160 chips of one engine and to 22,000 tokens of a request', () => {
    expect(beyondRecord({ chips: 160 }, task, knowledge.rows)).toEqual([]);
    expect(beyondRecord({ chips: 320 }, task, knowledge.rows)).toEqual([
      { of: 'engine', asked: 320, most: 160 },
    ]);
    const longer = { ...task, load: { inputTokens: 30_000, outputTokens: 1 } };
    expect(beyondRecord({ chips: 8 }, longer, knowledge.rows)).toEqual([
      { of: 'request', asked: 30_001, most: 22_000 },
    ]);
  });
  it('is not told where no rates are given', () => {
    expect(beyondRecord({ chips: 512 }, task, [])).toEqual([]);
  });
});
