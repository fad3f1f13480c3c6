import { describe, expect, test } from 'vitest';
import { deliveryCase } from '../../src/backtest/known-hub.ts';
import { truthOf } from '../../src/backtest/truth.ts';
import { hubOf, hubs } from './known.ts';

describe('a known hub as a case', () => {
  test('is dead, part of its claim, delivered or open', () => {
    const endOf = (id: string) => deliveryCase(hubOf(id)).fate.end;
    expect(endOf('aurora-2015')).toBe('dead');
    expect(endOf('condor-galaxy')).toBe('part');
    expect(endOf('lotus')).toBe('part');
    expect(endOf('fugaku')).toBe('delivered');
    expect(endOf('firmus')).toBe('open');
    expect(endOf('indosat-solo')).toBe('dead');
  });

  test('counts days from its claim and none that is not known', () => {
    const { fate, attributes } = deliveryCase(hubOf('frontier'));
    expect(fate.firstLit! - fate.due).toBeGreaterThan(100);
    expect(fate.lateness).toBe('within');
    expect(attributes).toMatchObject({ commitment: 'contracted', type: 'supercomputer', region: 'us' });
    expect(deliveryCase(hubOf('kenya-olkaria')).fate.firstLit).toBeNull();
  });

  test('knows what it is: every one has a commitment, a promise, a type and a part of the world', () => {
    for (const { attributes } of hubs.map(deliveryCase)) {
      expect(attributes.promised).toBeGreaterThan(0);
      expect(attributes.type && attributes.region).toBeTruthy();
    }
  });
});

test('the truth is only what the outcome says', () => {
  expect(truthOf(hubOf('rainier'))).toMatchObject({ stage: 3, inTime: true, within: true, fraction: 1 });
  expect(truthOf(hubOf('ulsan'))).toMatchObject({ stage: 1, inTime: null, fraction: null, route: null });
  expect(truthOf(hubOf('bester-jinan'))).toMatchObject({ stage: null, inTime: null });
});

test('a hub kept as a check has no truth to score, though its stage is known', () => {
  expect(hubOf('prometheus').outcome).toMatchObject({ sample: 'check', stage: { atDue: 'lit' } });
  expect(new Set(Object.values(truthOf(hubOf('prometheus'))))).toEqual(new Set([null]));
});
