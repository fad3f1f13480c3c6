import { describe, expect, it } from 'vitest';
import type { ServingEngine } from '../../src/serving/engine.ts';
import { meanContext, readPerWritten } from '../../src/serving/load.ts';
import { mostSequences, promptContext, steadyThroughput, stepSeconds } from '../../src/serving/steady.ts';

/** An engine whose steps take a millisecond, a tenth of one for each sequence and a microsecond for each token read. */
const plain: ServingEngine = {
  chips: 1,
  stepTokens: 1000,
  reserved: 1,
  decodeSeconds: (batch) => 1e-3 + 1e-4 * batch,
  prefillSeconds: (tokens) => 1e-3 + 1e-6 * tokens,
  mixedSeconds: (batch, _, tokens) => 1e-3 + 1e-4 * batch + 1e-6 * tokens,
  maxBatch: (context) => Math.floor(40_000 / context),
};
const load = { inputTokens: 300, outputTokens: 100 };

describe('a load', () => {
  it('has a mean context that long answers stretch', () => {
    expect(meanContext(load)).toBe(350);
    expect(meanContext({ ...load, outputSpread: 1 })).toBe(400);
  });
  it('reads what the cache does not hold', () => {
    expect(readPerWritten({ ...load, prefixHit: 0.5 })).toBe(1.5);
    expect(promptContext({ ...load, prefixHit: 0.5 })).toBe(225);
  });
});

describe('the steady state', () => {
  it('holds as many sequences as memory sets aside', () => {
    expect(mostSequences(plain, load)).toBe(100);
    expect(mostSequences(plain, { ...load, concurrency: 7 })).toBe(7);
    expect(mostSequences(plain, { inputTokens: 3000, outputTokens: 10 })).toBeLessThan(4);
  });

  it('writes a batch in a step that reads three tokens for each written', () => {
    const { tpot, outputTokensPerSecond, inputTokensPerSecond, batch } = steadyThroughput(plain, load);
    const seconds = 1e-3 + 1e-4 * 100 + 1e-6 * 300;
    expect(batch).toBe(100);
    expect(tpot).toBeCloseTo(seconds, 12);
    expect(outputTokensPerSecond).toBeCloseTo(100 / seconds, 6);
    expect(inputTokensPerSecond).toBeCloseTo(300 / seconds, 6);
  });

  it('reads whole prompts now and then where few are needed', () => {
    const one = { inputTokens: 300, outputTokens: 3000 };
    const read = 10 / 10;
    const share = read / 300;
    const mixed = plain.mixedSeconds(10, 0, 300);
    expect(stepSeconds(plain, one, 10)).toBeCloseTo(
      share * mixed + (1 - share) * plain.decodeSeconds(10, 0),
      12,
    );
  });

  it("obeys Little's law under arrivals", () => {
    const { batch, tpot, outputTokensPerSecond } = steadyThroughput(plain, { ...load, arrivalRate: 20 });
    expect(outputTokensPerSecond).toBeCloseTo(20 * 100, 3);
    expect(batch).toBeCloseTo(20 * 100 * tpot, 6);
  });

  it('serves no more than it can, whatever arrives', () => {
    const most = steadyThroughput(plain, load).outputTokensPerSecond;
    expect(steadyThroughput(plain, { ...load, arrivalRate: 1e6 }).outputTokensPerSecond).toBe(most);
  });

  it('of a run that ends pays for its last wave', () => {
    const steady = steadyThroughput(plain, load).outputTokensPerSecond;
    const whole = steadyThroughput(plain, { ...load, requests: 200 }).outputTokensPerSecond;
    const rest = steadyThroughput(plain, { ...load, requests: 201 }).outputTokensPerSecond;
    expect(whole).toBeCloseTo(steady, 9);
    expect(rest).toBeLessThan(steady);
    expect(steadyThroughput(plain, { ...load, requests: 50 }).outputTokensPerSecond).toBeLessThan(steady);
  });

  it('of an engine that holds nothing is nothing', () => {
    expect(steadyThroughput({ ...plain, maxBatch: () => 0 }, load).outputTokensPerSecond).toBe(0);
  });
});
