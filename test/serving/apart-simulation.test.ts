import { describe, expect, it } from 'vitest';
import { simulationsOf } from '../../src/serving/apart-simulation.ts';
import { rateAt, stepUpTo } from '../../src/serving/highest.ts';
import { readersWithin } from '../../src/serving/phases-within.ts';
import { searchPlacements } from '../../src/serving/search.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models, serving } from './known.ts';

const load = { inputTokens: 2000, outputTokens: 500 };
const task = servingTask(
  { model: models.get('llama-3.1-70b')!, group: { machine: machines.get('h100-sxm5')!, count: 32 }, load },
  knowledge,
);
const target = { ttft: 2, tpot: 0.03, percentile: 'p95' } as const;
const traffic = { ...serving.traffic.conversation!, id: 'conversation' };
const simulations = simulationsOf({ load, traffic, target });
const engines = searchPlacements(task).tried.map(({ engine }) => engine);
const reader = simulations.reader(readersWithin(engines, task, target)[0]!);
const writer = simulations.writer(engines.find(({ chips }) => chips === 4)!, 0.01);

describe.each([
  ['readers of one kind', reader],
  ['writers of one kind', writer],
] as const)('%s, simulated', (_, engine) => {
  it('keep the target at about the rate that is likely, and never at the most', () => {
    const { likely, most } = engine;
    expect(engine.at(4, 0.7 * likely)).toBeDefined();
    expect(engine.at(4, most)).toBeUndefined();
    const highest = engine.highest(4).found(stepUpTo(likely))!;
    expect(rateAt(highest.step) / likely).toBeGreaterThan(0.6);
    expect(highest.made).toEqual(engine.at(4, rateAt(highest.step)));
    expect(engine.at(4, rateAt(highest.step + 1))).toBeUndefined();
  });
  it('take longer the more they are asked for', () => {
    const [slow, fast] = [engine.at(4, 0.3 * engine.likely)!, engine.at(4, 0.7 * engine.likely)!];
    for (const key of Object.keys(slow) as (keyof typeof slow)[]) expect(slow[key]).toBeLessThan(fast[key]);
  });
  it('are looked for once for all pairs', () => {
    expect(engine.highest(4)).toBe(engine.highest(4));
  });
});

describe('pools of readers', () => {
  it('of more than eight are dealt requests as those of eight', () => {
    expect(reader.highest(16)).toBe(reader.highest(8));
    expect(reader.highest(2)).not.toBe(reader.highest(1));
  });
});

describe('writers', () => {
  it('are the same for handovers that differ little, which are taken as the longer one', () => {
    const of = engines.find(({ chips }) => chips === 4)!;
    expect(simulations.writer(of, 0.0101)).toBe(simulations.writer(of, 0.0103));
    expect(simulations.writer(of, 0.02)).not.toBe(simulations.writer(of, 0.0101));
    expect(simulations.writer(of, 1).likely).toBeLessThan(simulations.writer(of, 0.01).likely);
  });
});
