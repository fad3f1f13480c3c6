import { describe, expect, it } from 'vitest';
import { entropy, expectedInformationGain, outcomesByClass } from '../../src/stats/entropy.ts';

describe('entropy', () => {
  it('is that of coins and of sure things', () => {
    expect(entropy(Float64Array.of(1, 1))).toBeCloseTo(1, 12);
    expect(entropy(Float64Array.of(5, 5, 5, 5, 5, 5, 5, 5))).toBeCloseTo(3, 12);
    expect(entropy(Float64Array.of(0, 3))).toBe(0);
    // Shannon 1948: probabilities 1/2, 1/4, 1/8, 1/8 have 7/4 bits.
    expect(entropy(Float64Array.of(4, 2, 1, 1))).toBeCloseTo(1.75, 12);
  });

  it('refuses what is no distribution', () => {
    expect(() => entropy(new Float64Array(0))).toThrow('ST-N050');
    expect(() => entropy(new Float64Array(3))).toThrow('ST-N054');
    expect(() => entropy(Float64Array.of(1, -1))).toThrow('ST-N053');
  });
});

describe('the expected information gain', () => {
  it('of a noisy channel is its capacity', () => {
    // Binary symmetric channel with error 0.11 and even input: 1 - H(0.11) = 0.5 bits (Cover and Thomas 2006, sec. 7.1.4).
    const seen = Float64Array.of(0.89, 0.11);
    expect(expectedInformationGain([seen, seen.map((p) => 1 - p)])).toBeCloseTo(0.5, 3);
  });

  it('lies between nothing and the entropy of the hypotheses', () => {
    const weights = Float64Array.of(0.2, 0.3, 0.5);
    const none = [0.4, 0.6].map((p) => new Float64Array(3).fill(p));
    expect(expectedInformationGain(none, { weights })).toBeCloseTo(0, 12);
    const all = [0, 1, 2].map((k) => Float64Array.from({ length: 3 }, (_, h) => Number(h === k)));
    expect(expectedInformationGain(all, { weights })).toBeCloseTo(entropy(weights), 12);
  });

  it('about classes of draws is never more than about the draws', () => {
    const seen = Float64Array.of(0.9, 0.5, 0.2, 0.2);
    const outcomes = [seen, seen.map((p) => 1 - p)];
    const weights = Float64Array.of(1, 1, 1, 5);
    const byClass = outcomesByClass(outcomes, [0, 0, 2, 2], { weights });
    expect(byClass.outcomes[0]![0]).toBeCloseTo(0.7, 12);
    expect(byClass.outcomes[0]![2]).toBeCloseTo(0.2, 12);
    expect([...byClass.weights]).toEqual([0.25, 0, 0.75]);
    const gain = expectedInformationGain(byClass.outcomes, byClass);
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThan(expectedInformationGain(outcomes, { weights }));
  });

  it('refuses outcomes that do not add up', () => {
    const half = Float64Array.of(0.5, 0.5);
    expect(() => expectedInformationGain([half])).toThrow('ST-N062');
    expect(() => expectedInformationGain([Float64Array.of(1.5, 0.5), Float64Array.of(-0.5, 0.5)])).toThrow(
      'ST-N062',
    );
    expect(() => expectedInformationGain([])).toThrow('ST-N050');
    expect(() => outcomesByClass([half], [0, 0.5])).toThrow('ST-N055');
  });
});
