import { describe, expect, it } from 'vitest';
import { at } from '../../src/serving/steady.ts';
import { arrivingShare, wholeRun } from '../../src/serving/whole-run.ts';
import { straightEngine } from './steps.ts';

// Memory for two hundred sequences of a mean length.
const engine = straightEngine({ step: 0.02, sequence: 1e-4, memory: 200 * 1001 });
const load = { inputTokens: 1, outputTokens: 1000, outputSpread: 1, prefixHit: 1 };
const run = { chips: 1, requestsPerChip: 100, seconds: 600, longest: 20_000 };

describe('a run that ends', () => {
  it('writes less than one that lasts, and hardly less the longer it takes', () => {
    const lasting = at(engine, load, 200).outputTokensPerSecond;
    const rate = (seconds: number) => wholeRun(engine, load, { ...run, seconds }).outputTokensPerSecond;
    expect(rate(600)).toBeLessThan(0.95 * lasting);
    expect(rate(600)).toBeGreaterThan(0.5 * lasting);
    expect(rate(60_000) / lasting).toBeGreaterThan(0.99);
  });

  it('ends sooner where answers are cut short', () => {
    const rate = (longest: number) => wholeRun(engine, load, { ...run, longest }).outputTokensPerSecond;
    expect(rate(2000)).toBeGreaterThan(rate(20_000));
  });

  it('takes as long for what is left as the exact sum over exponential answers, to a tenth', () => {
    // No time a sequence: every step takes 20 ms; the largest of 200 exponential answers has 1000 ln 200 tokens to write.
    const flat = straightEngine({ step: 0.02 });
    const share = arrivingShare(flat, load, { batch: 200, rate: 10_000, run: { ...run, longest: 1e9 } });
    const harmonic = Array.from({ length: 200 }, (_, i) => 1 / (i + 1)).reduce((sum, one) => sum + one, 0);
    const end = 1000 * harmonic * 0.02;
    expect(share).toBeCloseTo(600 / (600 + end), 1);
  });
});
