import { describe, expect, it } from 'vitest';
import { departureAt } from '../../src/site/departures.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { quantileOf } from '../../src/site/site-year.ts';
import { climate, grounds } from './grounds-data.ts';

const cell = (latitude: number, warm: number, stations = 1) => ({
  latitude,
  longitude: 0,
  stations,
  departure: { warm, cold: -warm, dewPoint: 0 },
});
const of = (cells: readonly ReturnType<typeof cell>[]) => ({ reach: 200, prior: 0.5, cells });
const at = (latitude: number) => ({ latitude, longitude: 0 });

describe('the departure of a place', () => {
  it('is that of the cells around it, drawn to none by the prior', () => {
    expect(departureAt(at(0), of([cell(0, 0.3)])).warm).toBeCloseTo(0.3 / 1.5, 9);
    expect(departureAt(at(0), of([cell(0, 0.3, 9)])).warm).toBeCloseTo((9 * 0.3) / 9.5, 9);
    expect(departureAt(at(0), of([cell(0, 0.3), cell(0, -0.3)]))).toEqual({ warm: 0, cold: 0, dewPoint: 0 });
  });

  it('fades with the distance, by exp(-1/2) over the reach, and is none far away', () => {
    const degree = (Math.PI / 180) * 6371;
    const weight = Math.exp(-0.5);
    const { warm, cold } = departureAt(at(200 / degree), of([cell(0, 0.3)]));
    expect(warm).toBeCloseTo((weight * 0.3) / (0.5 + weight), 6);
    expect(cold).toBe(-warm);
    expect(Math.abs(departureAt(at(40), of([cell(0, 0.3)])).warm)).toBeLessThan(1e-9);
    expect(departureAt(at(0), of([]))).toEqual({ warm: 0, cold: 0, dewPoint: 0 });
  });
});

it('widens the tail that it is of, and leaves the means of months alone', () => {
  const hami = climate('hami');
  const departed = (warm: number, cold: number) => {
    const cells = [{ ...hami, stations: 1e9, departure: { warm, cold, dewPoint: 0 } }];
    const constants = { ...grounds.generator, departures: { reach: 200, prior: 1, cells } };
    return generateWeather(hami, { constants, seed: 5, years: 4, typical: true }).temperature;
  };
  const [plain, warm, cold] = [departed(0, 0), departed(0.3, 0), departed(0, 0.3)];
  const mean = (column: Float64Array) => column.reduce((a, b) => a + b) / column.length;
  for (const column of [warm, cold]) expect(mean(column)).toBeCloseTo(mean(plain), 6);
  expect(quantileOf(warm, 0.996) - quantileOf(plain, 0.996)).toBeGreaterThan(0.3);
  expect(Math.abs(quantileOf(warm, 0.01) - quantileOf(plain, 0.01))).toBeLessThan(0.2);
  expect(quantileOf(cold, 0.01) - quantileOf(plain, 0.01)).toBeLessThan(-0.5);
});
