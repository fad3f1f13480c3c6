import { describe, expect, it } from 'vitest';
import { mostEven, readersWithin } from '../../src/serving/phases-within.ts';
import { searchPlacements } from '../../src/serving/search.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const task = servingTask(
  {
    model: models.get('deepseek-v3')!,
    group: { machine: machines.get('h20')!, count: 64 },
    load: { inputTokens: 4096, outputTokens: 1024 },
  },
  knowledge,
);
const engines = searchPlacements(task).tried.map(({ engine }) => engine);
const within = (ttft: number) => readersWithin(engines, task, { ttft, tpot: 1, percentile: 'p95' });

describe('readers within a time to the first token', () => {
  it('take steps that begin and end within it', () => {
    for (const ttft of [1, 2, 4, 8]) {
      for (const { gate, phase } of within(ttft)) expect(gate + phase.seconds).toBeLessThanOrEqual(ttft);
    }
    expect(within(8).length).toBeGreaterThan(2);
    expect(within(1e-3)).toEqual([]);
  });
  it('are among those within a longer one', () => {
    const named = (ttft: number) => within(ttft).map(({ engine, prompts }) => `${engine.chips} ${prompts}`);
    for (const ttft of [1, 2, 4]) expect(named(2 * ttft)).toEqual(expect.arrayContaining(named(ttft)));
  });
  it('are none that another with as few chips beats in both rate and time', () => {
    const found = within(8);
    for (const a of found) {
      for (const b of found) {
        const beaten =
          a.phase.chips >= b.phase.chips &&
          a.phase.perChip <= b.phase.perChip &&
          a.gate + a.phase.seconds > b.gate + b.phase.seconds;
        expect(beaten).toBe(false);
      }
    }
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
