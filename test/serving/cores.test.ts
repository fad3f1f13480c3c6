import { describe, expect, it } from 'vitest';
import { mixingOf } from '../../src/serving/cores.ts';
import { type Compiling, shapingOf } from '../../src/serving/shapes.ts';
import { constants, machines, models, spread } from './known.ts';

function mixing(id: string, tensor = 1, layer = 0) {
  const model = models.get(id)!;
  const machine = machines.get('h100-sxm5')!;
  const compiling: Compiling = { model, machine, constants, formats: spread.formats, pace: 1 };
  const mixer = model.layers[layer]!.mixer!;
  return mixingOf(compiling, { mixer, tensor, shape: shapingOf(compiling) });
}

describe('a core', () => {
  it('of grouped attention reads keys and values of the heads that a chip holds, and copies those of fewer heads than chips', () => {
    const bytes = 2 * 128 * spread.formats.cache;
    expect(mixing('llama-3.1-70b').core.token).toBe(8 * bytes);
    expect(mixing('llama-3.1-70b', 8).core.token).toBe(bytes);
    expect(mixing('llama-3.1-70b', 16).core.token).toBe(bytes);
  });

  it('of attention computes 4 x heads x width for each token in sight', () => {
    expect(mixing('llama-3.1-70b').core.decodeFlop).toBe(4 * 64 * 128);
  });

  it('of compressed attention is absorbed where tokens are decoded: 2 x 128 x (2 x 512 + 64)', () => {
    const { core } = mixing('deepseek-v3');
    expect(core.decodeFlop).toBe(2 * 128 * (2 * 512 + 64));
    expect(core.promptFlop).toBe(2 * 128 * (128 + 64 + 128));
    expect(core.token).toBe((512 + 64) * spread.formats.cache);
  });

  it('looks at no more tokens than its window or its indexer lets it', () => {
    const sparse = mixing('deepseek-v3.2').core;
    expect([sparse.window, sparse.indexBytes]).toEqual([2048, 128]);
    expect(sparse.indexFlop).toBeGreaterThan(0);
    expect(mixing('deepseek-v3').core.window).toBe(Number.POSITIVE_INFINITY);
  });

  it('of a linear mixer has a state and no cache', () => {
    const { core } = mixing('qwen-3-next-80b-a3b');
    expect(core.token).toBe(0);
    expect(core.state).toBeGreaterThan(0);
    expect(core.fixedFlop).toBeGreaterThan(0);
  });
});

describe('compressed attention', () => {
  const lone = { ...constants, coreNarrow: 1, family: { other: { compute: 1, memory: 1, latent: 1 } } };
  const seconds = (chip: string, sequences: number, context: number) => {
    const model = models.get('deepseek-v3')!;
    const machine = machines.get(chip)!;
    const compiling: Compiling = {
      ...{ model, machine, constants: lone, pace: 1 },
      formats: { ...spread.formats, core: 'bf16' },
    };
    const { mixer } = model.layers[0]!;
    const { core } = mixingOf(compiling, { mixer: mixer!, tensor: 1, shape: shapingOf(compiling) });
    return sequences * (core.begin + (core.decodeFlop * context) / core.decodeRate);
  };

  it('takes as long as measured kernels (TensorRT-LLM 1.3.0rc10 in sixteen bits, by NVIDIA AIConfigurator)', () => {
    const measured = [
      ['h200-sxm', 2048, 0.2822e-3],
      ['h200-sxm', 8192, 0.9438e-3],
      ['b200', 2048, 0.1403e-3],
      ['b200', 8192, 0.462e-3],
      ['gb200', 2048, 0.137e-3],
      ['gb200', 8192, 0.4465e-3],
      ['gb300', 2048, 0.1382e-3],
      ['gb300', 8192, 0.4564e-3],
    ] as const;
    for (const [chip, context, published] of measured) {
      const error = seconds(chip, 256, context) / published - 1;
      expect(Math.abs(error), `${chip} ${context}`).toBeLessThan(0.12);
    }
  });

  it('of picked tokens runs at what FlashMLA reaches: 410 TFLOP/s on H800, 350 on B200', () => {
    const rate = (chip: string) => {
      const model = models.get('deepseek-v3.2')!;
      const machine = machines.get(chip)!;
      const compiling: Compiling = { model, machine, constants: lone, formats: spread.formats, pace: 1 };
      const { mixer } = model.layers[0]!;
      return mixingOf(compiling, { mixer: mixer!, tensor: 1, shape: shapingOf(compiling) }).core.decodeRate;
    };
    expect(rate('h800-sxm') / 410e12).toBeCloseTo(1, 1);
    expect(rate('b200') / 350e12).toBeCloseTo(1, 1);
  });
});

describe('the products around a core', () => {
  it('are those of all its parameters', () => {
    const { products } = mixing('llama-3.1-70b');
    expect(products.reduce((sum, { n, k }) => sum + n * k, 0)).toBe(8192 * (2 * 64 + 2 * 8) * 128);
    const latent = mixing('deepseek-v3').products.reduce((sum, { n, k }) => sum + n * k, 0);
    const [q, kv, heads, hidden] = [1536, 512, 128, 7168];
    expect(latent).toBe(hidden * (q + kv + 64) + q * heads * 192 + kv * heads * 256 + hidden * heads * 128);
  });
});
