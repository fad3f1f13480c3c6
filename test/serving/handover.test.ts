import { describe, expect, it } from 'vitest';
import { handoverSeconds } from '../../src/serving/handover.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const of = (model: string, chip: string) => ({
  model: models.get(model)!,
  machine: machines.get(chip)!,
  constants,
});

describe('moving a cache', () => {
  it('takes its bytes over the link of a chip', () => {
    // Compressed cache of DeepSeek-V3: 61 layers x 576 bytes in eight bits; H20: 25 GB/s, of which engines reach 65 %.
    const seconds = handoverSeconds(of('deepseek-v3', 'h20'), spread, 4096);
    expect(seconds).toBeCloseTo((61 * 576 * 4096) / (25e9 * constants.network), 9);
  });
  it('is shared by the chips of a tensor group', () => {
    const llama = of('llama-3.1-70b', 'h100-sxm5');
    const eight = handoverSeconds(llama, shared, 4096);
    expect(handoverSeconds(llama, { ...shared, tensor: 1 }, 4096) / eight).toBeCloseTo(8, 9);
  });
});
