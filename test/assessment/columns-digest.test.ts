import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOfColumns } from '../../src/assessment/columns-digest.ts';
import { sha256 } from '../../src/dossier/digest.ts';
import { arraysOfTotals, emptyTotals, type Totals } from '../../src/installed/columns.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

/** Totals of `draws` draws, every array filled with its own numbers. */
function filled(draws: number): Totals {
  const columns = emptyTotals({ from: 0, draws }, { globals: ['pool'], sites: 2, items: 3, outcomes: [2] });
  arraysOfTotals(columns).forEach(({ name, values }) => {
    const u = new Float64Array(draws);
    uniforms(stream(1, name), 0, u);
    u.forEach((value, d) => {
      values[d] = value;
    });
  });
  return columns;
}

describe.each([32, 33, 7])('the digest of columns of %d draws', (draws) => {
  const before = digestOfColumns(filled(draws));

  it('is 64 hex digits, the same for the same columns', () => {
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOfColumns(filled(draws))).toBe(before);
  });

  it('changes with any one bit of any column', () => {
    const count = arraysOfTotals(filled(draws)).length;
    fc.assert(
      fc.property(fc.nat(count - 1), fc.nat(), fc.nat(7), (which, at, bit) => {
        const columns = filled(draws);
        const { values } = arraysOfTotals(columns)[which]!;
        const bytes = new Uint8Array(values.buffer);
        bytes[at % bytes.length]! ^= 1 << bit;
        expect(digestOfColumns(columns)).not.toBe(before);
      }),
    );
  });

  it('tells two columns that changed places', () => {
    const columns = filled(draws);
    const [a, b] = [columns.logWeight.sceptic, columns.logWeight.neutral];
    const changed = { ...columns, logWeight: { ...columns.logWeight, sceptic: b, neutral: a } };
    expect(digestOfColumns(changed)).not.toBe(before);
  });

  it('tells two draws that changed places', () => {
    const columns = filled(draws);
    columns.accelerators.reverse();
    expect(digestOfColumns(columns)).not.toBe(before);
  });
});

describe('the hash of a column', () => {
  it('is that of a plain loop, past what its kernel holds at once', () => {
    const columns = filled(20_001);
    const lines = arraysOfTotals(columns).map(
      ({ name, values }) => `${name} ${values.length} ${plainHash(values)}`,
    );
    expect(digestOfColumns(columns)).toBe(sha256(lines.join('\n')));
  });
});

function plainHash({ buffer, byteLength }: Float64Array): string {
  const words = new Int32Array(buffer, 0, byteLength >> 2);
  let [a, b] = [byteLength, ~byteLength];
  for (let i = 0; i < words.length; i += 2) {
    a = Math.imul(a ^ words[i]!, 0xcc9e2d51);
    b = Math.imul(b ^ words[i + 1]!, 0x1b873593);
    a = (a << 15) | (a >>> 17);
    b = ((b << 13) | (b >>> 19)) ^ a;
  }
  return [a, b].map((lane) => (lane >>> 0).toString(16)).join('-');
}
