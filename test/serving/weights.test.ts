import { describe, expect, it } from 'vitest';
import { cacheRoom, heldBytes, modelBytes, sequenceBytes, weightBytes } from '../../src/serving/weights.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const { limits } = constants;
const llama = models.get('llama-3.1-405b')!;
const deepseek = models.get('deepseek-v3')!;

describe('weights', () => {
  it('of Llama 3.1 405B in eight bits are 406 GB over eight chips', () => {
    const each = weightBytes(modelBytes(llama, shared.formats), shared, limits);
    expect((8 * each) / 406e9).toBeGreaterThan(0.99);
    expect((8 * each) / 406e9).toBeLessThan(1.03);
  });

  it('of experts are spread over the chips, with copies where they are balanced', () => {
    const bytes = modelBytes(deepseek, spread.formats);
    const plain = weightBytes(bytes, { ...spread, balance: 'none' }, limits);
    const balanced = weightBytes(bytes, spread, limits);
    expect(plain).toBeGreaterThan(671e9 / 16);
    expect((balanced - plain) / (limits.copies * 654e9)).toBeCloseTo(1 / 16, 2);
  });
});

describe('the cache of a sequence', () => {
  it('is 516,096 bytes a token for Llama 3.1 405B in sixteen bits', () => {
    const whole = sequenceBytes(llama, { ...shared, tensor: 1, formats: { ...shared.formats, cache: 2 } });
    expect(heldBytes(whole, 1)).toBe(516_096);
  });

  it('is 70,272 bytes a token for DeepSeek-V3 in sixteen bits, on every chip of a tensor group', () => {
    const formats = { ...shared.formats, cache: 2 };
    expect(heldBytes(sequenceBytes(deepseek, { ...shared, formats }), 1)).toBe(70_272);
  });

  it('stops growing at a window, and is a state for linear mixers', () => {
    const scout = sequenceBytes(models.get('llama-4-scout')!, { ...shared, tensor: 1 });
    const grown = heldBytes(scout, 20_000) - heldBytes(scout, 10_000);
    expect(grown).toBe(10_000 * 12 * 2 * 8 * 128);
    const next = sequenceBytes(models.get('qwen-3-next-80b-a3b')!, shared);
    expect(next.state).toBeGreaterThan(0);
  });

  it('has what weights and runtime leave', () => {
    const h100 = machines.get('h100-sxm5')!;
    expect(cacheRoom(h100, 60e9, limits)).toBeCloseTo(
      (h100.memory - 60e9 - limits.runtime) * limits.cacheShare,
      0,
    );
    expect(cacheRoom(h100, 90e9, limits)).toBe(0);
  });
});
