import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deliveryCase } from '../../../src/backtest/known-hub.ts';
import { knownHubs } from '../../../src/cli/known-hubs.ts';
import { coefficientNames } from '../../../src/installed/delivery/coefficients.ts';
import { parseDelivery, parseJudgement } from '../../../src/installed/delivery/delivery-file.ts';
import { deliveryOf, deliveryText } from '../../../src/installed/delivery/write-delivery.ts';
import { caseOf } from './cases.ts';

const file = (name: string) => ({
  path: `data/installed/${name}`,
  text: readFileSync(`data/installed/${name}`, 'utf8'),
});
const judgement = parseJudgement(file('delivery-prior.yaml'));

describe('the file of the fit', () => {
  const cases = knownHubs('.').map(deliveryCase);
  const fitted = deliveryOf(cases, judgement);

  test('is what the known hubs give', () => {
    const committed = parseDelivery(file('delivery.yaml'), judgement);
    for (const name of judgement.priors.keys()) {
      const i = coefficientNames.indexOf(name);
      expect(committed.fit.coefficients[i], name).toBeCloseTo(fitted.fit.coefficients[i]!, 2);
    }
    expect(committed.part[0]).toBeCloseTo(fitted.part[0], 3);
  });

  test('reads back as it was written', () => {
    const written = deliveryText(cases, fitted);
    const back = parseDelivery({ path: 'delivery.yaml', text: written }, judgement);
    expect(deliveryText(cases, back)).toBe(written);
  });
});

test('the share of a first phase moves from what was believed towards the cases, and stays as spread', () => {
  const [a, b] = judgement.part;
  const low = Array.from({ length: 20 }, () => caseOf({ end: 'part', firstLit: 300, part: 0.05 }));
  const [p, q] = deliveryOf(low, judgement).part;
  expect(p / (p + q)).toBeLessThan(a / (a + b));
  expect(p / (p + q)).toBeGreaterThan(0.05);
  expect(p + q).toBeCloseTo(a + b, 12);
});
