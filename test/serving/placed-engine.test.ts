import { describe, expect, it } from 'vitest';
import { busiest, keptTokens, placeModel } from '../../src/serving/placed-engine.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const h20 = machines.get('h20')!;
const deepseek = models.get('deepseek-v3')!;
const engine = placeModel(deepseek, { placement: spread, machine: h20, constants });

describe('a placed engine', () => {
  it('knows its chips, its steps and what is set aside', () => {
    expect(engine.chips).toBe(16);
    expect(engine.stepTokens).toBe(16 * constants.limits.stepTokens);
    expect(engine.reserved).toBeLessThan(1);
    expect(
      placeModel(deepseek, { placement: { ...spread, engine: 'trtllm' }, machine: h20, constants }).reserved,
    ).toBe(1);
  });

  it('holds half the sequences at twice the context', () => {
    const [many, few] = [engine.maxBatch(2000), engine.maxBatch(4000)];
    expect(many / few).toBeGreaterThan(1.9);
    expect(many / few).toBeLessThan(2.1);
  });

  it('holds none where the weights do not fit', () => {
    const one = placeModel(deepseek, { placement: { ...shared, tensor: 1 }, machine: h20, constants });
    expect(one.maxBatch(1000)).toBe(0);
  });

  it('keeps more tokens of a step when it guesses, at a longer step', () => {
    const of = (guessed: number, accepted: number) =>
      placeModel(deepseek, {
        placement: { ...spread, engine: 'own', guessed, accepted },
        machine: h20,
        constants,
      });
    const guessing = of(1, 0.8);
    expect(guessing.decodeSeconds(16 * 16, 4000)).toBeLessThan(of(0, 0).decodeSeconds(16 * 16, 4000));
    expect(of(1, 0).decodeSeconds(16 * 16, 4000)).toBeGreaterThan(of(0, 0).decodeSeconds(16 * 16, 4000));
    expect(guessing.mixedSeconds(64, 4000, 0)).toBeCloseTo(guessing.decodeSeconds(64, 4000), 12);
  });

  it('keeps a guessed token only where all before it are kept', () => {
    expect(keptTokens({ guessed: 0, accepted: 0.8 })).toBe(1);
    expect(keptTokens({ guessed: 1, accepted: 0.8 })).toBeCloseTo(1.8, 12);
    expect(keptTokens({ guessed: 3, accepted: 0.8 })).toBeCloseTo(1 + 0.8 + 0.64 + 0.512, 12);
    expect(keptTokens({ guessed: 8, accepted: 1 })).toBe(9);
  });

  it('gains by a guessed token what was published: less at larger batches', () => {
    const gain = (chip: string, experts: 'fp8' | 'fp4', engine: 'sglang' | 'trtllm') => (batch: number) => {
      const of = (guessed: number) =>
        placeModel(deepseek, {
          placement: {
            ...shared,
            ...{ engine, guessed, tensor: 8, accepted: constants.limits.accepted },
            formats: { ...spread.formats, experts },
          },
          machine: machines.get(chip)!,
          constants,
        }).decodeSeconds(batch, 2048);
      return of(0) / of(1);
    };
    // SGLang on eight H200 (its documentation of DeepSeek): 1.8 times at batch 1, 1.5 at 32.
    const h200 = gain('h200-sxm', 'fp8', 'sglang');
    expect(h200(1) / 1.8).toBeGreaterThan(0.85);
    expect(h200(1) / 1.8).toBeLessThan(1.15);
    expect(h200(32) / 1.5).toBeGreaterThan(0.85);
    expect(h200(32) / 1.5).toBeLessThan(1.15);
    // TensorRT-LLM on eight B200, batch 1 (its first technical blog): from 111 to 198 tokens a second.
    const b200 = gain('b200', 'fp4', 'trtllm')(1) / (198 / 111);
    expect(b200).toBeGreaterThan(0.85);
    expect(b200).toBeLessThan(1.15);
  });

  it('takes the host longer to guess only with groups of SGLang that attend by themselves', () => {
    const host = (engine: 'sglang' | 'vllm', data: number, guessed: number) =>
      placeModel(deepseek, {
        placement: { ...spread, engine, data, guessed, accepted: 0.85, expertParallel: data > 1 },
        machine: h20,
        constants,
      }).wholeParts(data, 4000, 0, 0).host;
    expect(host('sglang', 16, 1) - host('sglang', 16, 0)).toBeGreaterThan(0.9 * constants.guessStep);
    expect(host('vllm', 16, 1)).toBeCloseTo(host('vllm', 16, 0), 6);
    expect(host('sglang', 1, 1)).toBeCloseTo(host('sglang', 1, 0), 6);
  });

  it('takes longer for a step that reads besides', () => {
    expect(engine.mixedSeconds(256, 4000, 4096)).toBeGreaterThan(engine.decodeSeconds(256, 4000));
    expect(engine.prefillSeconds(32_768, 2000)).toBeGreaterThan(engine.prefillSeconds(16_384, 2000));
  });
});

describe('the busiest group', () => {
  it('of one is the mean, and of many at least that', () => {
    expect(busiest(1000, { data: 1, length: 100, stall: 1, stallGathered: 1 })).toBe(1000);
    expect(busiest(8000, { data: 8, length: 100, stall: 1, stallGathered: 1 })).toBeGreaterThan(1000);
    expect(busiest(8000, { data: 8, length: 100, stall: 0, stallGathered: 0 })).toBeCloseTo(1000, 9);
    expect(busiest(0, { data: 8, length: 100, stall: 1, stallGathered: 1 })).toBe(0);
  });

  it('with one prompt in eight steps reads a whole prompt about as often as any group does', () => {
    const often = busiest(100, { data: 8, length: 100, stall: 1, stallGathered: 1 }) / 100;
    expect(often).toBeCloseTo(1 - Math.exp(-1), 6);
  });
});

describe('a step that reads and writes', () => {
  const engines = [
    ['H100 that share matrices', 'llama-3.1-70b', 'h100-sxm5', shared],
    ['H20 alone', 'llama-3.1-8b', 'h20', { ...shared, tensor: 1 }],
  ] as const;
  it.each(engines)('ends in one that only writes, or only reads: %s', (_, model, chip, placement) => {
    const placed = placeModel(models.get(model)!, { placement, machine: machines.get(chip)!, constants });
    for (const batch of [8, 64]) {
      // With ever fewer tokens to read it is a step of writing, with ever fewer sequences one of reading.
      expect(placed.mixedSeconds(batch, 2000, 1e-6, 500) / placed.decodeSeconds(batch, 2000)).toBeCloseTo(
        1,
        4,
      );
      const read = placed.prefillSeconds(4096, 500);
      expect(Math.abs(placed.mixedSeconds(1e-6, 2000, 4096, 500) / read - 1)).toBeLessThan(0.02);
      // Between these it takes longer than either, and no longer than one after the other.
      const both = placed.mixedSeconds(batch, 2000, 4096, 500);
      expect(both).toBeGreaterThan(Math.max(read, placed.decodeSeconds(batch, 2000)));
      expect(both).toBeLessThan(read + placed.decodeSeconds(batch, 2000));
    }
  });
});
