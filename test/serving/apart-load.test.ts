import { describe, expect, it } from 'vitest';
import { apartUnder, bestApart } from '../../src/serving/apart-load.ts';
import { searchPlacements } from '../../src/serving/search.ts';
import { servingTask } from '../../src/serving/serve.ts';
import type { Target } from '../../src/serving/within.ts';
import { knowledge, machines, models, serving } from './known.ts';

const load = { inputTokens: 2000, outputTokens: 500 };
const task = servingTask(
  { model: models.get('llama-3.1-70b')!, group: { machine: machines.get('h100-sxm5')!, count: 32 }, load },
  knowledge,
);
const target: Target = { ttft: 2, tpot: 0.04, percentile: 'p95' };
const engines = searchPlacements(task).tried.map(({ engine }) => engine);
const best = (kind = 'conversation', wanted = target, chips = task.chips) =>
  bestApart(
    engines,
    { ...task, chips },
    {
      load,
      traffic: { ...serving.traffic[kind]!, id: kind },
      target: wanted,
    },
  )!;

describe('engines that read and engines that write, simulated', () => {
  const { asked, apart, most } = best();

  it('keep the target, on no more chips than there are', () => {
    expect(most).toMatchObject({ keeps: true, beyond: false, traffic: 'conversation', percentile: 'p95' });
    expect(most.tpot).toBeLessThanOrEqual(target.tpot);
    expect(most.ttft!).toBeLessThanOrEqual(target.ttft);
    const { prefill, decode, used } = apart;
    expect(prefill.engines * prefill.chips + decode.engines * decode.chips).toBe(used);
    expect(used).toBeLessThanOrEqual(task.chips);
  });

  it('write what the requests ask for', () => {
    expect(apart.perChip * apart.used).toBeCloseTo(most.rate * load.outputTokens, 6);
  });

  it('see the same at that rate, miss the target at a higher one, and have no end of waits beyond what they can do', () => {
    const same = apartUnder(asked, apart, most.rate);
    expect(same.keeps).toBe(true);
    expect(apartUnder(asked, apart, 1.4 * most.rate).keeps).toBe(false);
    const beyond = apartUnder(asked, apart, 1e5);
    expect(beyond).toMatchObject({ keeps: false, beyond: true, ttft: null });
    expect(beyond.written).toBeLessThan(1e5 * load.outputTokens);
  });

  it('keep fewer requests in bursts, and where less time is given', () => {
    const rate = (...of: Parameters<typeof best>) => best(...of).most.rate;
    expect(rate('code')).toBeLessThan(most.rate);
    expect(rate('conversation', { ...target, ttft: 0.5 })).toBeLessThan(most.rate);
    expect(rate('conversation', { ...target, tpot: 0.02 })).toBeLessThan(most.rate);
  });

  it('keep twice as many requests where there are twice as many chips, or more', () => {
    expect(best('conversation', target, 64).most.rate).toBeGreaterThanOrEqual(2 * most.rate);
  });
});
