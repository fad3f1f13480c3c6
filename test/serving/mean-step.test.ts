import { describe, expect, it } from 'vitest';
import { meanStep } from '../../src/serving/mean-step.ts';
import { keptTokens, placeModel } from '../../src/serving/placed-engine.ts';
import { at } from '../../src/serving/steady.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const loads = [
  { inputTokens: 4096, outputTokens: 1024 },
  { inputTokens: 4096, outputTokens: 1024, prefixHit: 0.9 },
  { inputTokens: 200, outputTokens: 20_000 },
];
const placed = (model: string, chip: string, placement: typeof spread) =>
  placeModel(models.get(model)!, { placement, machine: machines.get(chip)!, constants });
const engines = [false, true].flatMap((overlap) => [
  placed('deepseek-v3', 'h20', { ...spread, overlap }),
  placed('deepseek-v3', 'h20', { ...spread, overlap, guessed: 2, accepted: 0.7 }),
  placed('llama-3.1-70b', 'h100-sxm5', { ...shared, overlap }),
]);

describe('the mean step', () => {
  it('is the sum of its parts less what is hidden, and the time between the tokens that it keeps', () => {
    for (const engine of engines) {
      for (const load of loads) {
        for (const batch of [16, 100, 1000]) {
          const { total, hidden, ...parts } = meanStep(engine, load, batch);
          const sum = Object.values(parts).reduce((a, b) => a + b, 0);
          expect((sum - hidden) / total).toBeCloseTo(1, 9);
          expect(total / keptTokens(engine.placement) / at(engine, load, batch).tpot).toBeCloseTo(1, 9);
          for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
  it('hides work where two batches take turns, and only there', () => {
    const hidden = engines.map((engine) => meanStep(engine, loads[0]!, 1000).hidden);
    expect(hidden.slice(0, 3)).toEqual([0, 0, 0]);
    expect(hidden[3]).toBeGreaterThan(0);
  });
});
