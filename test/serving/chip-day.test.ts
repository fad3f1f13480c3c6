import { describe, expect, it } from 'vitest';
import { chipRates, secondsAt, writtenPerSecond } from '../../src/serving/chip-day.ts';
import { straightEngine } from './steps.ts';

const contexts = [1000, 4000, 16_000];
const decode = straightEngine({ chips: 8, step: 0.02, token: 1e-8, memory: 4e6 });
const prefill = straightEngine({ chips: 4, prompt: 1e-4 });
const rates = chipRates({ decode: [decode], prefill: [prefill] }, { contexts, pace: 0.05 });
const mix = { readPerWritten: 4, cacheHits: 0.5, context: 4000, decodeFilled: 1, prefillFilled: 1 };

describe('the rates of a chip', () => {
  it('are those of the largest batch that keeps the pace and fits', () => {
    // 0.03 s for 1e-8 s a token in sight: 3,000 sequences at 1,000 tokens, 750 at 4,000; memory holds 4,000 and 1,000.
    expect(rates.decode[0]! / (3000 / 0.05 / 8)).toBeCloseTo(1, 4);
    expect(rates.decode[1]! / (750 / 0.05 / 8)).toBeCloseTo(1, 4);
    expect(rates.prefill[0]).toBeCloseTo(1e4 / 4, 6);
  });

  it('are nothing where not even one sequence keeps it', () => {
    expect(chipRates({ decode: [decode], prefill: [prefill] }, { contexts, pace: 0.01 }).decode).toEqual([
      0, 0, 0,
    ]);
  });

  it('lie on straight lines of seconds, and level beyond', () => {
    const between = secondsAt(rates.decode, rates, 2000);
    expect(between).toBeCloseTo(1 / rates.decode[0]! + (1 / rates.decode[1]! - 1 / rates.decode[0]!) / 3, 12);
    expect(secondsAt(rates.decode, rates, 10)).toBe(1 / rates.decode[0]!);
    expect(secondsAt(rates.decode, rates, 1e6)).toBe(1 / rates.decode[2]!);
  });
});

describe('tokens that a chip writes when it also reads', () => {
  it('take the time of both', () => {
    const each = writtenPerSecond(rates, mix);
    expect(1 / each).toBeCloseTo(1 / rates.decode[1]! + (4 * 0.5) / rates.prefill[1]!, 9);
  });

  it('are nothing on a chip that cannot hold the model', () => {
    expect(writtenPerSecond({ contexts, decode: [0, 0, 0], prefill: [1, 1, 1] }, mix)).toBe(0);
  });

  it("give DeepSeek's published day from its published rates", () => {
    // 73.7 thousand read and 14.8 thousand written a second and node of eight; 226.75 nodes; 56.3 % found in caches.
    const nodes = { contexts, decode: [14_800, 14_800, 14_800], prefill: [73_700, 73_700, 73_700] };
    const day = { ...mix, readPerWritten: 608 / 168, cacheHits: 0 };
    const written = writtenPerSecond(nodes, day) * 226.75 * 86_400;
    // Published: 168 thousand million; the model has no idle nodes.
    expect(written / 168e9).toBeGreaterThan(0.95);
    expect(written / 168e9).toBeLessThan(1.05);
  });
});
