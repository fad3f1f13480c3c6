import { describe, expect, it } from 'vitest';
import { servedApart } from '../../src/serving/phases.ts';
import { servedApartWithin } from '../../src/serving/phases-within.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models, serving } from './known.ts';

const task = servingTask(
  {
    model: models.get('deepseek-v3')!,
    group: { machine: machines.get('h20')!, count: 64 },
    load: { inputTokens: 4096, outputTokens: 1024 },
  },
  knowledge,
);
const within = (ttft: number, more: { tpot?: number; percentile?: 'p50' | 'p99'; traffic?: string } = {}) =>
  servedApartWithin(task, {
    target: { ttft, tpot: more.tpot ?? 0.05, percentile: more.percentile ?? 'p50' },
    traffic: serving.traffic[more.traffic ?? 'random']!,
  });
const all = (apart: ReturnType<typeof within>) => (apart ? apart.used * apart.perChip : 0);

describe('phases apart within a target', () => {
  it('read in steps that end within the time to the first token, waiting among it', () => {
    for (const ttft of [2, 4, 8, 16]) {
      const apart = within(ttft);
      if (!apart) continue;
      expect(apart.prefill.seconds).toBeLessThan(ttft);
      expect(apart.ttft).toBeGreaterThanOrEqual(apart.prefill.seconds * 0.9);
      expect(apart.ttft).toBeLessThanOrEqual(ttft * 1.000001);
      expect(apart.decode.seconds).toBeLessThanOrEqual(0.05 * 1.000001);
    }
    expect(all(within(16))).toBeGreaterThan(0);
  });
  it('write no more than engines that never wait, and more the longer requests may', () => {
    const [short, long] = [all(within(1)), all(within(16))];
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThanOrEqual(all(servedApart(task, 0.05)));
  });
  it('keep fewer requests where more of them must be quick, or where they come in bursts', () => {
    expect(all(within(16, { percentile: 'p99' }))).toBeLessThan(all(within(16)));
    expect(all(within(16, { traffic: 'code' }))).toBeLessThan(all(within(16)));
  });
  it('are none where no split is that fast', () => {
    expect(within(1e-3)).toBeUndefined();
    expect(within(16, { tpot: 1e-6 })).toBeUndefined();
  });
  it('are whole engines on no more chips than there are', () => {
    const { prefill, decode, used } = within(16)!;
    expect(prefill.engines * prefill.chips + decode.engines * decode.chips).toBe(used);
    expect(used).toBeLessThanOrEqual(task.chips);
  });
});
