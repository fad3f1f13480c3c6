import { describe, expect, test } from 'vitest';
import { coefficientNames } from '../../../src/installed/delivery/coefficients.ts';
import { type CoefficientPrior, fitDelivery } from '../../../src/installed/delivery/fit.ts';
import { caseOf } from './cases.ts';

const priors = new Map<string, CoefficientPrior>([
  ['lit.base', { mean: 0, sd: 2 }],
  ['lit.region.us', { mean: 0, sd: 0.5 }],
  ['lit.region.china', { mean: 0, sd: 0.5 }],
  ['time.base', { mean: Math.log(300), sd: 0.5 }],
  ['spread.base', { mean: Math.log(0.5), sd: 0.3 }],
  ['ramp.base', { mean: Math.log(90), sd: 0.5 }],
]);
const at = (name: string) => coefficientNames.indexOf(name);
const dead = (region: 'us' | 'china') => caseOf({ end: 'dead', stage: { day: 480, reached: 0 } }, { region });
const lit = (region: 'us' | 'china', day = 300) =>
  caseOf({ end: 'part', firstLit: day, part: 0.3 }, { region });
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('the fit', () => {
  test('is the prior where there are no cases, with its spread', () => {
    const { coefficients, covariance } = fitDelivery([], priors);
    expect(coefficients[at('time.base')]).toBeCloseTo(Math.log(300), 9);
    const i = at('lit.base');
    expect(covariance[i * coefficientNames.length + i]).toBeCloseTo(4, 6);
    expect(coefficients[at('full.base')]).toBe(0);
  });

  test('follows many cases and leaves what is between groups to them', () => {
    const cases = [...times(30, () => dead('us')), ...times(10, () => lit('us'))];
    const { coefficients } = fitDelivery(cases, priors);
    expect(coefficients[at('lit.base')]! + coefficients[at('lit.region.us')]!).toBeCloseTo(
      Math.log(1 / 3),
      0,
    );
    expect(coefficients[at('lit.region.china')]).toBeCloseTo(0, 9);
  });

  test('shrinks a small group towards the others', () => {
    const cases = [...times(20, () => lit('us')), ...times(20, () => dead('us')), dead('china')];
    const { coefficients } = fitDelivery(cases, priors);
    const china = coefficients[at('lit.region.china')]!;
    expect(china).toBeLessThan(-0.02);
    expect(china).toBeGreaterThan(-0.5);
  });

  test('finds the same peak from anywhere', () => {
    const cases = [
      ...times(3, () => lit('us', 200)),
      ...times(3, () => lit('china', 500)),
      ...times(4, () => dead('us')),
    ];
    const a = fitDelivery(cases, priors);
    const start = a.coefficients.map((value) => value + 0.4);
    const b = fitDelivery(cases, priors, start);
    expect(b.log).toBeCloseTo(a.log, 5);
    expect(b.coefficients[at('time.base')]).toBeCloseTo(a.coefficients[at('time.base')]!, 2);
  });

  test('recovers the median time to first light', () => {
    const cases = [100, 150, 200, 250, 300, 350, 400, 600].flatMap((day) => times(8, () => lit('us', day)));
    const { coefficients } = fitDelivery(cases, priors);
    expect(Math.exp(coefficients[at('time.base')]!)).toBeGreaterThan(230);
    expect(Math.exp(coefficients[at('time.base')]!)).toBeLessThan(300);
  });
});
