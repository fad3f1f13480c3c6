import { describe, expect, it } from 'vitest';
import { convert, inUnit, toSI } from '../../src/units/convert.ts';
import { parseQuantity } from '../../src/units/parse.ts';

describe('convert', () => {
  it.each([
    // SI Brochure, 9th edition, table 8, and exact definitions of the international foot, mile and acre.
    [1, 'kWh', 'MJ', 3.6],
    [1, 'ha', 'm2', 10_000],
    [15, 'mu', 'ha', 1],
    [1, 'mu', 'm2', 2000 / 3],
    [1, 't', 'kg', 1000],
    [1, 'L', 'm3', 0.001],
    [1, 'd', 's', 86_400],
    [1, 'bar', 'hPa', 1000],
    [1, 'ft', 'm', 0.3048],
    [1, 'mile', 'km', 1.609344],
    [1, 'acre', 'm2', 4046.8564224],
    // GB/T 2589-2020: 1 kg of standard coal is 29,307.6 kJ.
    [1, 'tce', 'GJ', 29.3076],
    // IEC 80000-13.
    [1, 'GiB', 'B', 1_073_741_824],
    [8, 'Gbit/s', 'GB/s', 1],
    [1, 'yr', 'd', 365.25],
    [12, 'month', 'yr', 1],
    [36, 'km/h', 'm/s', 10],
    [0, '°C', 'K', 273.15],
    [-40, '°C', '°F', -40],
    [98.6, '°F', '°C', 37],
    [5, 'W/°C', 'W/K', 5],
    [1, 'TWh/yr', 'MW', 1e6 / 8766],
    [5, '%', '', 0.05],
  ])('%d %s is in %s: %d', (value, from, to, result) => {
    const found = convert(value, from, to);
    expect(Math.abs(found - result)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(result), 100));
  });

  it.each([
    ['MVA', 'MW', 'ST-U008'],
    ['P', 'PFLOP/s', 'ST-U009'],
    ['USD', 'CNY', 'ST-U010'],
    ['USD/kWh', 'CNY/kWh', 'ST-U010'],
    ['m', 'm2', 'ST-U007'],
    ['FLOP', 'FLOP/s', 'ST-U007'],
  ])('never turns %s into %s by itself', (from, to, code) => {
    expect(() => convert(1, from, to)).toThrow(code);
  });

  it('crosses by a factor that is stated', () => {
    expect(convert(300, 'MVA', 'MW', { powerFactor: 0.95 })).toBeCloseTo(285, 10);
    expect(convert(285, 'MW', 'MVA', { powerFactor: 0.95 })).toBeCloseTo(300, 10);
    expect(convert(1000, 'P', 'PFLOP/s', { flopPerPeak: 0.5 })).toBeCloseTo(500, 10);
    expect(convert(0.25, 'CNY/kWh', 'USD/MWh', { rates: { cny: 0.14, usd: 1 } })).toBeCloseTo(35, 10);
    expect(
      convert(90_000, 'CNY/P/yr', 'EUR/(PFLOP/s)/yr', { flopPerPeak: 0.5, rates: { cny: 1, eur: 8 } }),
    ).toBeCloseTo(22_500, 8);
  });

  it('needs the rates of both currencies', () => {
    expect(() => convert(1, 'USD', 'CNY', { rates: { cny: 0.14 } })).toThrow(/ST-U010/);
    expect(() => convert(1, 'EUR', 'CNY', { rates: { usd: 1 } })).toThrow(/ST-U010/);
  });

  it('refuses factors that cannot be', () => {
    expect(() => convert(1, 'MVA', 'MW', { powerFactor: 1.2 })).toThrow(/between 0 and 1/);
    expect(() => convert(1, 'P', 'FLOP/s', { flopPerPeak: Number.NaN })).toThrow(/ST-U004/);
    expect(() => convert(1, 'P', 'FLOP/s', { flopPerPeak: 0 })).toThrow(/ST-U004/);
  });
});

describe('inUnit and toSI convert the whole spread', () => {
  it('of intervals, estimates and bounds', () => {
    expect(toSI(parseQuantity('20 to 40 MW'))).toEqual({ form: 'interval', low: 2e7, high: 4e7 });
    expect(inUnit(parseQuantity('3 (2.5..4) GW'), 'MW').spread).toEqual({
      form: 'estimate',
      best: 3000,
      low: 2500,
      high: 4000,
    });
    expect(toSI(parseQuantity('over 60k P'))).toEqual({ form: 'bound', low: 6e19 });
    expect(inUnit(parseQuantity('3 °C'), 'K').spread).toEqual({ form: 'exact', value: 276.15 });
  });

  it('of families, to the same distribution of converted values', () => {
    expect(toSI(parseQuantity('normal(20, 2) °C'))).toEqual({
      form: 'family',
      family: 'normal',
      args: [293.15, 2],
    });
    expect(toSI(parseQuantity('lognormal(3, 0.5) kW'))).toEqual({
      form: 'family',
      family: 'lognormal',
      args: [3 + Math.log(1000), 0.5],
    });
    expect(toSI(parseQuantity('gamma(2, 3) h'))).toEqual({
      form: 'family',
      family: 'gamma',
      args: [2, 10_800],
    });
  });
});
