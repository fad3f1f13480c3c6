import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decibansOf, probabilityOf, ratioOf, weightOfEvidence } from '../../src/stats/weight-of-evidence.ts';

it('is ten for evidence ten times likelier', () => {
  expect(weightOfEvidence(Math.log(0.5), Math.log(0.05))).toBeCloseTo(10, 12);
  expect(weightOfEvidence(-5000, -5000)).toBe(0);
  expect(ratioOf(20)).toBe(100);
  // Good 1979, Biometrika 66, 393: a deciban is about the smallest weight perceptible, odds of 5 to 4.
  expect(ratioOf(1)).toBeCloseTo(5 / 4, 1);
});

it('adds to the prior odds as Bayes would', () => {
  const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(p, p, p, (prior, ifTrue, ifFalse) => {
      const exact = (prior * ifTrue) / (prior * ifTrue + (1 - prior) * ifFalse);
      const weight = weightOfEvidence(Math.log(ifTrue), Math.log(ifFalse));
      expect(probabilityOf(decibansOf(prior) + weight)).toBeCloseTo(exact, 9);
    }),
  );
});

it('is infinite where one side excludes the evidence, and undefined where both do', () => {
  expect(weightOfEvidence(-1, Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(probabilityOf(decibansOf(0))).toBe(0);
  expect(probabilityOf(decibansOf(1))).toBe(1);
  expect(() => weightOfEvidence(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toThrow('ST-N055');
  expect(() => weightOfEvidence(Number.NaN, 0)).toThrow('ST-N055');
  expect(() => decibansOf(1.2)).toThrow('ST-N055');
  expect(() => probabilityOf(Number.NaN)).toThrow('ST-N055');
});
