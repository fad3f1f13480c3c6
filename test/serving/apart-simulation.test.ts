import { describe, expect, it } from 'vitest';
import { simulationsOf } from '../../src/serving/apart-simulation.ts';
import { splitsWithin } from '../../src/serving/phases-within.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models, serving } from './known.ts';

const load = { inputTokens: 2000, outputTokens: 500 };
const task = servingTask(
  { model: models.get('llama-3.1-70b')!, group: { machine: machines.get('h100-sxm5')!, count: 32 }, load },
  knowledge,
);
const target = { ttft: 2, tpot: 0.03, percentile: 'p95' } as const;
const traffic = { ...serving.traffic.conversation!, id: 'conversation' };
const [split] = splitsWithin(task, { target, traffic });
const simulations = simulationsOf({ load, traffic, target });
const reader = simulations.reader(split!.reader);
const writer = simulations.writer(split!);

describe('readers of one kind, simulated', () => {
  it('keep the target at about the rate that busy minutes let in, never at the most they read', () => {
    const { readers } = split!;
    const rough = reader.roughly(readers);
    expect(reader.at(readers, 0.7 * rough)?.ttft).toBeLessThanOrEqual(target.ttft);
    expect(reader.at(readers, 1.2 * rough)).toBeUndefined();
    expect(reader.at(readers, readers * reader.most)).toBeUndefined();
  });
  it('are simulated once for all splits', () => {
    expect(simulations.reader(split!.reader)).toBe(reader);
    expect(reader.at(2, 1)).toBe(reader.at(2, 1));
  });
});

describe('one writer, simulated', () => {
  it('takes longer the more it is asked for, and misses the target beyond the mean step', () => {
    const [slow, fast] = [writer.at(0.3 * writer.roughly)!, writer.at(0.6 * writer.roughly)!];
    expect(slow.tpot).toBeLessThan(fast.tpot);
    expect(slow.batch).toBeLessThan(fast.batch);
    expect(writer.at(writer.most)).toBeUndefined();
  });
  it('tells from one run about the highest rate that keeps the target', () => {
    for (const share of [0.8, 1]) {
      const { better } = writer.anyhow(share * writer.roughly)!;
      expect(writer.at(0.87 * better)).toBeDefined();
      expect(writer.at(1.15 * better)).toBeUndefined();
    }
  });
  it('says the same of a run that is ended where it misses and of one that is not', () => {
    const { better: _, ...anyhow } = writer.anyhow(0.7 * writer.roughly)!;
    expect(writer.at(0.7 * writer.roughly)).toEqual(anyhow);
  });
});
