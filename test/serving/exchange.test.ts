import { describe, expect, it } from 'vitest';
import { exchangeTime, sumTime } from '../../src/serving/exchange.ts';
import { constants, machines } from './known.ts';

const h800 = machines.get('h800-sxm')!;
const gb200 = machines.get('gb200')!;
const even = { chip: 1, node: 1 };
const of = { tokens: 128, active: 8, into: 7168, reached: undefined, hot: even, pace: 1, constants };

describe('an exchange', () => {
  it('of no chips or no tokens is free', () => {
    expect(exchangeTime(h800, 1, of)).toBe(0);
    expect(exchangeTime(h800, 64, { ...of, tokens: 0 })).toBe(0);
    expect(sumTime(h800, 1, { bytes: 1e6, pace: 1, constants })).toBe(0);
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

  it('waits for the chip that receives most where tokens travel by themselves, and for the node where they travel once', () => {
    const hot = { chip: 3, node: 1 };
    const many = { ...of, tokens: 8192 };
    expect(exchangeTime(h800, 64, { ...many, hot })).toBeGreaterThan(2 * exchangeTime(h800, 64, many));
    const once = { ...many, reached: 4 };
    expect(exchangeTime(h800, 64, { ...once, hot })).toBeLessThan(2 * exchangeTime(h800, 64, once));
  });

  it('of prompts beyond a node is no shorter than within one, where what comes once is forwarded to each chip', () => {
    const mi300x = machines.get('mi300x')!;
    const prompt = { ...of, tokens: 4096 };
    const within = exchangeTime(mi300x, 8, { ...prompt, reached: 1 });
    expect(exchangeTime(mi300x, 16, { ...prompt, reached: 2 })).toBeGreaterThan(within);
  });

  it('never exceeds the network, however young the engine', () => {
    const tokens = 1e6;
    const sent = tokens * 8 * 3 * 7168 * (1 - 8 / 64);
    expect(exchangeTime(h800, 64, { ...of, tokens, pace: 0.1 })).toBeGreaterThan(sent / h800.network);
  });
});

describe('a sum', () => {
  it('takes longer over the network', () => {
    const bytes = 1e8;
    const sum = (chips: number) => sumTime(h800, chips, { bytes, pace: 1, constants });
    expect(sum(16)).toBeGreaterThan(sum(8));
  });

  it('of one kernel, as measured, is shorter than a reduction and a gathering after it', () => {
    const { reduceAll: _, ...apart } = machines.get('h100-sxm5')!;
    const sum = (machine: typeof apart) => sumTime(machine, 8, { bytes: 1e8, pace: 1, constants });
    expect(sum(machines.get('h100-sxm5')!)).toBeLessThan(sum(apart));
  });
});
