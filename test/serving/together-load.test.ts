import { describe, expect, it } from 'vitest';
import { searchPlacements } from '../../src/serving/search.ts';
import { bestTogether } from '../../src/serving/together-load.ts';
import { underLoad } from '../../src/serving/under-load.ts';
import { serving, taskOf } from './known.ts';

const task = taskOf('deepseek-v3', { chip: 'h20', count: 64 }, [2000, 500]);
const { tried } = searchPlacements(task);
const target = { ttft: 4, tpot: 0.06, percentile: 'p95' } as const;
const traffic = { ...serving.traffic.conversation!, id: 'conversation' };
const best = (more: object = {}, of = tried) =>
  bestTogether(of, { load: task.load, traffic, target, chips: 64, ...more });

describe('engines that read and write', () => {
  const { asked, most } = best()!;

  it('keep the target at the highest rate, by themselves and of all placements', () => {
    expect(most).toMatchObject({ keeps: true, traffic: 'conversation', percentile: 'p95' });
    expect(most.ttft!).toBeLessThanOrEqual(target.ttft);
    expect(most.tpot).toBeLessThanOrEqual(target.tpot);
    expect(underLoad(asked, most.rate)).toEqual(most);
    for (const one of tried) expect(best({}, [one])?.most.rate ?? 0).toBeLessThanOrEqual(most.rate);
  });

  it('let prompts wait for each other for no more than half of the time to the first token', () => {
    expect(asked.hold).toBeLessThanOrEqual(target.ttft / 2);
    expect(best({ target: { ...target, ttft: 0.05, tpot: 1 } })?.asked.hold ?? 0).toBe(0);
  });

  it('are found whatever the order of the placements', () => {
    expect(best({}, [...tried].reverse())!.most).toEqual(most);
  });

  it('are none where no placement is quick enough', () => {
    expect(best({ target: { ...target, tpot: 1e-4 } })).toBeUndefined();
    expect(best({ target: { ...target, ttft: 1e-4 } })).toBeUndefined();
  });

  it('tell how many of them were tried, up to all', () => {
    const shares: number[] = [];
    bestTogether(tried, { load: task.load, traffic, target, chips: 64 }, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
