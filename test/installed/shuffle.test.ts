import { describe, expect, test } from 'vitest';
import { shuffled } from '../../src/installed/shuffle.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

const values = Uint16Array.from({ length: 32 }, (_, i) => i);

function orders(count: number): Uint16Array {
  const u = new Float64Array(count);
  uniforms(stream(1, 'shuffle'), 0, u);
  const out = new Uint16Array(32 * count);
  u.forEach((each, i) => {
    shuffled(values, each, out, 32 * i);
  });
  return out;
}

describe('a shuffle', () => {
  test('holds every value once, the same for the same uniform', () => {
    const [a, b] = [new Uint16Array(32), new Uint16Array(32)];
    shuffled(values, 0.37, a, 0);
    shuffled(values, 0.37, b, 0);
    expect(a).toEqual(b);
    expect(a).not.toEqual(values);
    expect([...a].sort((p, q) => p - q)).toEqual([...values]);
  });

  test('writes where it is told', () => {
    const out = new Uint16Array(70).fill(999);
    shuffled(values, 0.5, out, 35);
    expect([out[34], out[67]]).toEqual([999, 999]);
    expect(out.subarray(35, 67)).not.toContain(999);
  });

  test('puts every value at every place equally often: exactly so over all its orders and turns', () => {
    const count = 32 * 256;
    const out = new Uint16Array(32 * count);
    for (let i = 0; i < count; i++) shuffled(values, (i + 0.5) / count, out, 32 * i);
    for (const place of [0, 17, 31]) {
      const seen = new Uint32Array(32);
      for (let i = 0; i < count; i++) seen[out[32 * i + place]!]!++;
      expect(new Set(seen)).toEqual(new Set([count / 32]));
    }
  });

  test('leaves values at two places as unrelated as 256 orders can', () => {
    const count = 20_000;
    const out = orders(count);
    let product = 0;
    for (let i = 0; i < count; i++) product += (out[32 * i + 3]! - 15.5) * (out[32 * i + 20]! - 15.5);
    const variance = (32 * 32 - 1) / 12;
    // Without replacement the correlation is -1/31.
    expect(Math.abs(product / count / variance + 1 / 31)).toBeLessThan(4 / Math.sqrt(256));
  });
});
