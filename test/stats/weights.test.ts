import { describe, expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { effectiveSampleSize } from '../../src/stats/effective-sample-size.ts';
import {
  logSumExp,
  normalisedLogWeights,
  normalisedWeights,
  relativeWeights,
  requireFinite,
  sum,
} from '../../src/stats/weights.ts';

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (fault) {
    if (fault instanceof SandtableError) return fault.code;
    throw fault;
  }
  return 'no error';
}

describe('weights', () => {
  it('adds exponentials that would overflow or underflow', () => {
    expect(logSumExp(Float64Array.of(1000, 1000))).toBeCloseTo(1000 + Math.log(2), 12);
    expect(logSumExp(Float64Array.of(-2000, -2000, Number.NEGATIVE_INFINITY))).toBeCloseTo(
      -2000 + Math.log(2),
      12,
    );
    expect(logSumExp(new Float64Array(0))).toBe(Number.NEGATIVE_INFINITY);
    expect(logSumExp(Float64Array.of(0, Number.NaN))).toBeNaN();
  });

  it('gives the same weights from logs on any offset', () => {
    const weights = normalisedWeights(3, { weights: Float64Array.of(1, 2, 5) });
    const fromLogs = normalisedWeights(3, {
      logWeights: Float64Array.of(1, 2, 5).map((w) => Math.log(w) - 900),
    });
    expect(sum(weights)).toBeCloseTo(1, 15);
    for (let i = 0; i < 3; i++) expect(fromLogs[i]).toBeCloseTo(weights[i]!, 12);
    const logs = normalisedLogWeights(Float64Array.of(-800, Number.NEGATIVE_INFINITY, -800));
    expect([...logs]).toEqual(
      [-Math.log(2), Number.NEGATIVE_INFINITY, -Math.log(2)].map((x) => expect.closeTo(x, 12)),
    );
  });

  it('are to the bit what plain loops over the draws give', () => {
    const logs = Float64Array.from(
      { length: 5000 },
      (_, i) => -7 * Math.log(((i + 1) * 0.6180339887498949) % 1),
    );
    const largest = Math.max(...logs);
    const relative = logs.map((log) => Math.exp(log - largest));
    const total = relative.reduce((before, weight) => before + weight, 0);
    const squares = relative.reduce((before, weight) => before + weight * weight, 0);
    expect(relativeWeights(5000, { logWeights: logs })).toEqual(relative);
    expect(normalisedWeights(5000, { logWeights: logs })).toEqual(relative.map((weight) => weight / total));
    expect(effectiveSampleSize(5000, { logWeights: logs })).toBe((total * total) / squares);
  });

  it('weighs draws equally when nothing is said', () => {
    expect([...normalisedWeights(4)]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('refuses what has no distribution', () => {
    const nan = Float64Array.of(1, Number.NaN);
    expect(codeOf(() => relativeWeights(0))).toBe('ST-N050');
    expect(codeOf(() => requireFinite(nan, 'power'))).toBe('ST-N051');
    expect(codeOf(() => requireFinite(Float64Array.of(1, Number.POSITIVE_INFINITY), 'power'))).toBe(
      'ST-N051',
    );
    expect(codeOf(() => relativeWeights(3, { weights: nan }))).toBe('ST-N052');
    expect(codeOf(() => relativeWeights(2, { weights: nan }))).toBe('ST-N053');
    expect(codeOf(() => relativeWeights(2, { logWeights: nan }))).toBe('ST-N053');
    expect(codeOf(() => relativeWeights(2, { weights: Float64Array.of(2, -1) }))).toBe('ST-N053');
    expect(codeOf(() => relativeWeights(1, { logWeights: Float64Array.of(Number.POSITIVE_INFINITY) }))).toBe(
      'ST-N053',
    );
    expect(codeOf(() => relativeWeights(2, { weights: new Float64Array(2) }))).toBe('ST-N054');
    const impossible = new Float64Array(2).fill(Number.NEGATIVE_INFINITY);
    expect(codeOf(() => relativeWeights(2, { logWeights: impossible }))).toBe('ST-N054');
    expect(codeOf(() => normalisedLogWeights(impossible))).toBe('ST-N054');
    expect(codeOf(() => normalisedLogWeights(nan))).toBe('ST-N053');
  });

  it('accepts large finite values whose sum overflows', () => {
    expect(requireFinite(Float64Array.of(1e308, 1e308), 'power')).toHaveLength(2);
  });
});
