import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { figure, figureOf, knownQuantity, statedQuantity } from '../../src/chips/figure-field.ts';
import { readDocument } from '../../src/sources/document.ts';
import { dimensions } from '../../src/units/dimension.ts';

const schema = z.strictObject({ power: figure(dimensions.power, '700 W') });
const shared = { basis: 'reported' as const, sources: ['x'], flag: 'B' as const };

describe('figure', () => {
  it('rests on its entry where it is bare, and on itself where it says so', () => {
    const bare = readDocument('power: 700 W', 'f.yaml', schema).value!;
    expect(figureOf(bare.power, shared)).toMatchObject({ citation: { basis: 'reported' }, flag: 'B' });
    const own = readDocument('power: { value: 400 W, basis: judged, by: me, why: so }', 'f.yaml', schema)
      .value!;
    expect(figureOf(own.power, shared).citation).toMatchObject({ basis: 'judged', by: 'me' });
  });

  it('reports a judged figure without a reason', () => {
    const { faults } = readDocument('power: { value: 400 W, basis: judged }', 'f.yaml', schema);
    expect(faults.map(({ code }) => code)).toContain('ST-S040');
  });
});

describe('knownQuantity', () => {
  it.each(['unknown', 'over 5 kW'])('refuses %s', (written) => {
    const { faults } = readDocument(
      `power: ${written}`,
      'f.yaml',
      z.strictObject({ power: knownQuantity(dimensions.power, '700 W') }),
    );
    expect(faults.map(({ code }) => code)).toEqual(['ST-C004']);
  });
});

describe('statedQuantity', () => {
  const read = (written: string) =>
    readDocument(
      `power: ${written}`,
      'f.yaml',
      z.strictObject({ power: statedQuantity(dimensions.power, 'over 5 kW') }),
    );

  it('keeps what can be read upwards as it stands', () => {
    expect(read('over 5 kW').value!.power.spread).toEqual({ form: 'bound', low: 5 });
  });

  it.each(['unknown', 'up to 5 kW'])('refuses %s', (written) => {
    expect(read(written).faults.map(({ code }) => code)).toEqual(['ST-C004']);
  });
});
