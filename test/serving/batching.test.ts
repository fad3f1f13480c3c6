import { describe, expect, it } from 'vitest';
import { runBatching } from '../../src/serving/batching.ts';
import { queueWait } from '../../src/serving/queue.ts';
import { drawRequests, type Requests } from '../../src/serving/requests.ts';
import { point } from '../../src/stats/discrete.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { straightEngine } from './steps.ts';

function requestsOf(rows: readonly [arrival: number, read: number, write: number][]): Requests {
  const column = (i: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[i]);
  return { count: rows.length, arrival: column(0), read: column(1), computed: column(1), write: column(2) };
}

describe('continuous batching', () => {
  it('reads, then writes one token a step', () => {
    const engine = straightEngine({ step: 1, prompt: 0.01 });
    const { first, last } = runBatching(requestsOf([[5, 100, 4]]), engine);
    expect(first[0]).toBeCloseTo(5 + 1 + 1, 12);
    expect(last[0]).toBeCloseTo(7 + 3, 12);
  });

  it('shares steps between requests', () => {
    const engine = straightEngine({ step: 1 });
    const { first, last, meanBatch } = runBatching(
      requestsOf([
        [0, 10, 11],
        [0, 10, 11],
      ]),
      engine,
    );
    expect([first[0], first[1]]).toEqual([1, 1]);
    expect([last[0], last[1]]).toEqual([11, 11]);
    expect(meanBatch).toBeCloseTo(20 / 11, 12);
  });

  it('cuts prompts into pieces that a step has room for', () => {
    const engine = straightEngine({ step: 1, stepTokens: 40 });
    expect(runBatching(requestsOf([[0, 100, 1]]), engine).first[0]).toBe(3);
  });

  it('lets in no more than the memory holds', () => {
    const engine = straightEngine({ step: 1, memory: 25 });
    const { first } = runBatching(
      requestsOf([
        [0, 10, 10],
        [0, 10, 10],
      ]),
      engine,
    );
    // The second waits until the first has written all.
    expect(first[1]! - first[0]!).toBe(10);
  });

  it('writes more slowly in steps that also read: deterministic arrivals, reckoned by hand', () => {
    // A step of writing takes 1 s, one that reads n tokens besides 1 + 1.5 n; a step has room for 4 tokens, a prompt has 6, an answer 11.
    const engine = {
      ...straightEngine({ step: 1, stepTokens: 4 }),
      prefillSeconds: (tokens: number) => tokens,
      mixedSeconds: (_batch: number, _context: number, tokens: number) => 1 + 1.5 * tokens,
    };
    const arrivals = Array.from({ length: 40 }, (_, i): [number, number, number] => [15 * i, 6, 11]);
    const { first, last } = runBatching(requestsOf(arrivals), engine);
    // One sequence is writing when a request comes, half a second before a step of it ends. The prompt is read beside it in two steps
    // of three tokens, 5.5 s each: the first token is there after 0.5 + 11 s. Of the ten steps of each answer two are such, and
    // eight take 1 s: 1.9 s between tokens, where writing alone takes 1 s.
    for (let i = 2; i < 39; i++) {
      expect(first[i]! - 15 * i).toBeCloseTo(11.5, 9);
      expect((last[i]! - first[i]!) / 10).toBeCloseTo(1.9, 9);
    }
  });

  it('takes many steps at once without changing what they take', () => {
    const engine = straightEngine({ step: 1e-3, sequence: 1e-5, token: 1e-8, prompt: 1e-6 });
    const one = runBatching(requestsOf([[0, 1000, 500]]), engine);
    let time = engine.prefillSeconds(1000, 500);
    for (let i = 1; i < 500; i++) time += engine.decodeSeconds(1, 1000 + i);
    expect(one.last[0]).toBeCloseTo(time, 9);
  });

  it('lets prompts wait for each other while it writes, none for longer than it may', () => {
    const engine = { ...straightEngine({ step: 1, prompt: 0.001 }), gathers: 2 };
    const rows: [number, number, number][] = [
      [0, 100, 50],
      [10, 100, 2],
      [20, 100, 2],
    ];
    // The second waits for the third; both are read in the step that begins when it has come.
    const together = runBatching(requestsOf(rows), engine);
    expect(together.first[1]).toBe(together.first[2]);
    expect(together.first[1]).toBeGreaterThan(20);
    const alone = runBatching(requestsOf(rows), engine, { hold: 3 });
    expect(alone.first[1]! - 10).toBeGreaterThan(3);
    expect(alone.first[1]! - 10).toBeLessThan(6);
    // Nothing is gained by waiting where nothing else is done.
    expect(runBatching(requestsOf([[5, 100, 4]]), engine).first[0]).toBeCloseTo(5 + 1 + 0.1, 9);
  });

  it('is the queue M/G/1 where one request is served at a time', () => {
    // One token to write and memory for one prompt: service is the time of reading, which is lognormal.
    const shape = { read: lognormal(8, 0.7), write: point(1) };
    const mean = shape.read.mean;
    const rate = 0.7;
    const requests = drawRequests(shape, { rate, count: 300_000, seed: 5 });
    const engine = { ...straightEngine({ prompt: 1 / mean }), maxBatch: () => 1 };
    const { first } = runBatching(requests, engine);
    const waited = requests.arrival.map((time, i) => first[i]! - time - requests.read[i]! / mean);
    const found = waited.reduce((sum, one) => sum + one, 0) / waited.length;
    const serviceSpread = Math.sqrt(shape.read.variance) / mean;
    const exact = queueWait({ rate, gapSpread: 1, service: 1, serviceSpread, servers: 1 });
    expect(Math.abs(found / exact - 1)).toBeLessThan(0.03);
  });

  it('decodes as many at once as Little says', () => {
    const shape = { read: point(100), write: point(101) };
    const requests = drawRequests(shape, { rate: 4, count: 40_000, seed: 5 });
    const { meanBatch, busy, last } = runBatching(requests, straightEngine({ step: 0.05 }));
    const end = Math.max(...last);
    expect((meanBatch * busy) / end / (4 * 100 * 0.05)).toBeCloseTo(1, 1);
  });
});
