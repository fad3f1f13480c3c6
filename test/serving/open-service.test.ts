import { describe, expect, it } from 'vitest';
import { requireModel } from '../../src/models/find.ts';
import { openService } from '../../src/serving/open-service.ts';
import { parseServing } from '../../src/serving/parse.ts';
import { dataFiles } from '../chips/data.ts';
import { knowledge, training } from '../training/data.ts';

const { constants } = parseServing(dataFiles('serving')).serving!;
const model = requireModel(knowledge.models, 'deepseek-v3');
const machine = training.machines.get('h800-sxm')!;

describe('the service that is reckoned with', () => {
  const slow = openService(model, { machine, constants, pace: 0.1 })!;
  const fast = openService(model, { machine, constants, pace: 0.03 })!;

  it('writes more at a slower pace, and reads the same', () => {
    slow.decode.forEach((rate, c) => {
      expect(rate).toBeGreaterThanOrEqual(fast.decode[c]!);
    });
    expect(slow.prefill).toEqual(fast.prefill);
  });

  it('is none where the pace cannot be kept', () => {
    expect(openService(model, { machine, constants, pace: 1e-4 })).toBeUndefined();
  });

  it("is within a factor of two of DeepSeek's day: 1,850 tokens written and 4,025 computed a second and chip", () => {
    const { decode, prefill } = openService(model, { machine, constants, pace: 0.05 })!;
    // Production fills 80 and 51 % of what the chips do in a published trace.
    expect((decode[1]! * 0.8) / 1850).toBeGreaterThan(0.5);
    expect((decode[1]! * 0.8) / 1850).toBeLessThan(2);
    expect((prefill[1]! * 0.51) / 4025).toBeGreaterThan(0.5);
    expect((prefill[1]! * 0.51) / 4025).toBeLessThan(2);
  });
});
