import { describe, expect, it } from 'vitest';
import { monthOfDay } from '../../src/site/climate.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { daily } from '../../src/site/weather-days.ts';
import { solarNoon } from '../../src/site/weather-sky.ts';
import { climate, grounds } from './grounds-data.ts';

const made = (id: string, more: object = {}) =>
  generateWeather(climate(id), { constants: grounds.generator, seed: 5, years: 2, typical: true, ...more });

const monthly = (column: Float64Array, of: (sum: number, count: number) => number) => {
  const [sums, counts] = [new Float64Array(12), new Float64Array(12)];
  column.forEach((value, i) => {
    const m = monthOfDay[Math.floor(i / 24) % 365]!;
    sums[m]! += value;
    counts[m]!++;
  });
  return Array.from(sums, (sum, m) => of(sum, counts[m]!));
};

describe('generateWeather', () => {
  const weather = made('hami');

  it('keeps the monthly normals of temperature, humidity, wind and sunshine', () => {
    const { temperature, humidity, wind, irradiation } = climate('hami');
    const mean = (sum: number, count: number) => sum / count;
    for (let m = 0; m < 12; m++) {
      expect(monthly(weather.temperature, mean)[m]).toBeCloseTo(temperature[m]!, 6);
      expect(Math.abs(monthly(weather.humidity, mean)[m]! - humidity[m]!)).toBeLessThan(0.005);
      expect(monthly(weather.wind, mean)[m]).toBeCloseTo(wind[m]!, 6);
      expect(Math.abs((24 * monthly(weather.global, mean)[m]!) / irradiation[m]! - 1)).toBeLessThan(0.01);
    }
  });

  it('has no hour that cannot be', () => {
    for (let i = 0; i < weather.hours; i++) {
      expect(weather.wetBulb[i]).toBeLessThanOrEqual(weather.temperature[i]! + 0.01);
      expect(weather.humidity[i]).toBeLessThanOrEqual(1);
      expect(weather.global[i]).toBeGreaterThanOrEqual(0);
      expect(weather.diffuse[i]).toBeLessThanOrEqual(weather.global[i]! + 1e-9);
    }
  });

  it('is the same for the same seed, another for another, and mirrored years have the normals as their mean', () => {
    expect(made('hami').temperature).toEqual(weather.temperature);
    expect(made('hami', { seed: 6 }).temperature[1000]).not.toBe(weather.temperature[1000]);
    const years = made('urumqi', { typical: false });
    const means = monthly(years.temperature, (sum, count) => sum / count);
    means.forEach((mean, m) => {
      expect(Math.abs(mean - climate('urumqi').temperature[m]!)).toBeLessThan(0.3);
    });
  });

  it('serves the southern half of the world and the tropics, too', () => {
    for (const id of ['sydney', 'singapore', 'gavle']) {
      const { temperature, wetBulb } = made(id);
      expect(temperature.every(Number.isFinite) && wetBulb.every(Number.isFinite)).toBe(true);
    }
  });
});

it('interpolates days so that months keep their means', () => {
  const months = climate('golmud').temperature;
  const days = daily(months);
  const hourly = Float64Array.from({ length: 8760 }, (_, i) => days[Math.floor(i / 24)]!);
  const means = monthly(hourly, (sum, count) => sum / count);
  means.forEach((mean, m) => {
    expect(mean).toBeCloseTo(months[m]!, 2);
  });
});

it('puts solar noon of Hami, whose longitude is 3.5° past its hour, before twelve', () => {
  expect(Math.abs(solarNoon({ longitude: 93.52 }, 105) - 11.77)).toBeLessThan(0.05);
});
