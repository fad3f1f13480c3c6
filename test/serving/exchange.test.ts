import { describe, expect, it } from 'vitest';
import { exchangeTime, sumTime } from '../../src/serving/exchange.ts';
import { constants, machines } from './known.ts';

const h800 = machines.get('h800-sxm')!;
const gb200 = machines.get('gb200')!;
const of = { tokens: 128, active: 8, into: 7168, reached: undefined, constants };

describe('an exchange', () => {
  it('of no chips or no tokens is free', () => {
    expect(exchangeTime(h800, 1, of)).toBe(0);
    expect(exchangeTime(h800, 64, { ...of, tokens: 0 })).toBe(0);
    expect(sumTime(h800, 1, { bytes: 1e6, constants })).toBe(0);
  });

  it('of 128 tokens among 128 H800 takes about the half millisecond that DeepEP reports both ways', () => {
    const seconds = exchangeTime(h800, 128, of);
    expect(seconds).toBeGreaterThan(0.4e-3);
    expect(seconds).toBeLessThan(1.2e-3);
  });

  it('is shorter where fast links join all chips, and where prompts travel once for each node', () => {
    expect(exchangeTime(gb200, 64, of)).toBeLessThan(exchangeTime(h800, 64, of));
    const prompt = { ...of, tokens: 8192 };
    expect(exchangeTime(h800, 64, { ...prompt, reached: 4 })).toBeLessThan(exchangeTime(h800, 64, prompt));
  });
});

describe('a sum', () => {
  it('takes longer over the network', () => {
    const bytes = 1e8;
    expect(sumTime(h800, 16, { bytes, constants })).toBeGreaterThan(sumTime(h800, 8, { bytes, constants }));
  });
});
