import { describe, expect, test } from 'vitest';
import { positionOf, SUMMARY } from '../../../src/installed/delivery/coefficients.ts';
import { logFate, outlookOf } from '../../../src/installed/delivery/likelihood.ts';
import { caseOf } from './cases.ts';

const summary = (
  values: Parameters<typeof positionOf>[0] extends infer N ? Partial<Record<N & string, number>> : never,
) => {
  const out = new Float64Array(SUMMARY);
  const all = {
    lit: 0,
    full: 0,
    named: 0,
    time: Math.log(300),
    spread: Math.log(0.5),
    ramp: Math.log(90),
    shellShare: 1,
    ...values,
  };
  for (const [name, value] of Object.entries(all)) out[positionOf(name as 'lit')] = value!;
  return out;
};
const chance = (values: Parameters<typeof summary>[0], fate: Parameters<typeof caseOf>[0]) =>
  Math.exp(logFate(summary(values), caseOf(fate)));

describe('the outlook', () => {
  test('reads odds as probabilities and logarithms as days', () => {
    const outlook = outlookOf(summary({ lit: Math.log(3) }), false);
    expect(outlook.lit).toBeCloseTo(0.75, 12);
    expect(outlook.time).toBeCloseTo(300, 9);
    expect(outlook.unlit.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  test('leaves no hub that is being built on paper', () => {
    const { unlit, worksShare } = outlookOf(summary({}), true);
    expect(unlit[0]).toBe(0);
    expect(worksShare).toBe(0);
  });
});

describe('the probability of a fate', () => {
  test('adds up over all that can become of a hub and is not otherwise known', () => {
    const dead = chance({}, { end: 'dead' });
    const part = chance({}, { end: 'part' });
    const delivered = (['inTime', 'within', 'beyond'] as const).map((lateness) =>
      chance({}, { end: 'delivered', lateness }),
    );
    const total = dead + part + delivered.reduce((a, b) => a + b);
    expect(total).toBeCloseTo(1, 2);
    expect(dead).toBeCloseTo(0.5, 2);
    expect(part).toBeCloseTo(0.25, 2);
  });

  test('adds up over the stages on a day', () => {
    const stages = [0, 1, 2, 3].map((reached) => chance({}, { stage: { day: 300, reached }, censored: 1 }));
    expect(stages.reduce((a, b) => a + b)).toBeCloseTo(1, 1);
    expect(stages[3]).toBeGreaterThan(0.15);
  });

  test('is higher for first light near its median', () => {
    const at = (firstLit: number) => chance({}, { end: 'part', firstLit });
    expect(at(300)).toBeGreaterThan(at(150));
    expect(at(300)).toBeGreaterThan(at(700));
  });

  test('counts a hub that is still open as one that may come', () => {
    const dead = logFate(summary({}), caseOf({ end: 'dead', stage: { day: 480, reached: 0 } }));
    const open = logFate(summary({}), caseOf({ stage: { day: 480, reached: 0 } }));
    expect(open).toBeGreaterThan(dead);
  });

  test('weighs an outcome by how sure it is', () => {
    const sure = logFate(summary({}), caseOf({ end: 'dead' }));
    expect(logFate(summary({}), caseOf({ end: 'dead', weight: 0.4 }))).toBeCloseTo(0.4 * sure, 12);
  });
});
