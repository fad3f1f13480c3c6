import { describe, expect, it } from 'vitest';
import { servedApart } from '../../src/serving/phases.ts';
import { mostEven, splitsWithin } from '../../src/serving/phases-within.ts';
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
  splitsWithin(task, {
    target: { ttft, tpot: more.tpot ?? 0.05, percentile: more.percentile ?? 'p50' },
    traffic: serving.traffic[more.traffic ?? 'random']!,
  })[0];
const rate = (...asked: Parameters<typeof within>) => within(...asked)?.rate ?? 0;

describe('phases apart within a target, by the closed form', () => {
  it('read in steps that end within the time to the first token', () => {
    for (const ttft of [2, 4, 8, 16]) {
      const split = within(ttft);
      if (!split) continue;
      expect(split.reader.phase.seconds + split.reader.gate).toBeLessThanOrEqual(ttft);
      expect(split.writer.phase.seconds).toBeLessThanOrEqual(0.05 * 1.000001);
    }
    expect(rate(16)).toBeGreaterThan(0);
  });
  it('write no more than engines that never wait, and more the longer requests may', () => {
    expect(rate(16)).toBeGreaterThan(rate(1));
    const { perChip, used } = servedApart(task, 0.05)!;
    expect(rate(16) * task.load.outputTokens).toBeLessThanOrEqual(perChip * used);
  });
  it('keep fewer requests where more of them must be quick, or where they come in bursts', () => {
    expect(rate(16, { percentile: 'p99' })).toBeLessThan(rate(16));
    expect(rate(16, { traffic: 'code' })).toBeLessThan(rate(16));
  });
  it('are none where no split is that fast', () => {
    expect(within(1e-3)).toBeUndefined();
    expect(within(16, { tpot: 1e-6 })).toBeUndefined();
  });
  it('are whole engines on no more chips than there are', () => {
    const { reader, writer, readers, writers } = within(16)!;
    expect(Number.isInteger(readers) && Number.isInteger(writers)).toBe(true);
    expect(readers * reader.engine.chips + writers * writer.engine.chips).toBeLessThanOrEqual(task.chips);
  });
});

describe('numbers of readers and writers', () => {
  it('are those of which the slower phase is fastest, as trying all of them finds', () => {
    for (const [chips, own, other] of [
      [64, 1, 3],
      [64, 4, 1],
      [7, 2, 2],
      [2, 1, 1],
    ] as const) {
      const reading = (readers: number) => 2 * readers;
      const writing = (readers: number) => {
        const writers = Math.floor((chips - readers * own) / other);
        return { writers, rate: 3 * writers };
      };
      const all = Array.from({ length: chips }, (_, i) =>
        Math.min(reading(i + 1), Math.max(0, writing(i + 1).rate)),
      );
      const found = mostEven(Math.floor((chips - other) / own), { reading, writing });
      expect(Math.max(...found.map((one) => one.rate))).toBe(Math.max(...all));
    }
  });
});
