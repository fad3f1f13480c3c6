import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/units/compound.ts';

describe('parseUnit', () => {
  it.each([
    ['', '', 1, {}],
    ['MW', 'MW', 1e6, { mass: 1, length: 2, time: -3 }],
    ['W/(m2·K)', 'W/m2/K', 1, { mass: 1, time: -3, temperature: -1 }],
    ['m s^-1', undefined, 0, {}],
    ['m·s⁻¹', 'm/s', 1, { length: 1, time: -1 }],
    ['GPU-hours', 'GPU·h', 3600, { time: 1 }],
    ['km/h', 'km/h', 1 / 3.6, { length: 1, time: -1 }],
    ['W/FLOPS', 'W·s/FLOP', 1, { mass: 1, length: 2, time: -2, flop: -1 }],
    ['GFLOPS/W', 'GFLOP/s/W', 1e9, { flop: 1, mass: -1, length: -2, time: 2 }],
    ['t/年', 't/yr', 1000 / 31_557_600, { mass: 1, time: -1 }],
    ['kg/kWh', 'kg/kWh', 1 / 3.6e6, { length: -2, time: 2 }],
    ['CNY per kWh', 'CNY/kWh', 1 / 3.6e6, { cny: 1, mass: -1, length: -2, time: 2 }],
  ] as const)('%s', (text, symbol, scale, dimension) => {
    if (symbol === undefined) {
      expect(() => parseUnit(text)).toThrow(/ST-U017/);
      return;
    }
    const unit = parseUnit(text);
    expect(unit.symbol).toBe(symbol);
    expect(unit.scale).toBeCloseTo(scale, 12);
    expect(unit.dimension).toEqual(dimension);
  });

  it.each(['W/(m2·K)', 'W/FLOPS', 'GFLOPS/W', 'GPU-hours', 'm·s⁻¹', '/d', '立方米/天', 'W/m²'])(
    'writes %s so that it reads back as the same unit',
    (text) => {
      const unit = parseUnit(text);
      const again = parseUnit(unit.symbol);
      expect(again.symbol).toBe(unit.symbol);
      expect(again.dimension).toEqual(unit.dimension);
      expect(again.scale).toBeCloseTo(unit.scale, 15);
    },
  );

  it('takes a degree inside a compound for a difference', () => {
    expect(parseUnit('°C').zero).toBe(273.15);
    expect(parseUnit('W/°C').zero).toBeUndefined();
  });

  it.each([
    ['kWh/m2·yr', 'ST-U018'],
    ['W/(m2·K', 'ST-U017'],
    ['m^', 'ST-U017'],
    ['m99', 'ST-U017'],
    ['MW/', 'ST-U017'],
    ['MW GW', 'ST-U017'],
    ['YFLOP9·YFLOP9', 'ST-U004'],
    ['x'.repeat(201), 'ST-U002'],
  ])('refuses %s', (text, code) => {
    expect(() => parseUnit(text)).toThrow(code);
  });
});
