import { expect, it } from 'vitest';
import { atAltitude, monthDays, monthOfDay } from '../../src/site/climate.ts';
import { climate } from './grounds-data.ts';

it('cools a climate that is moved upwards: Hami at 1,700 m has a mean of 3.7 °C, as its county seat', () => {
  const moved = atAltitude(climate('hami'), 1700);
  const mean = moved.temperature.reduce((sum, t) => sum + t, 0) / 12;
  expect(Math.abs(mean - 3.6)).toBeLessThan(0.3);
  expect(moved.humidity[6]).toBeGreaterThan(climate('hami').humidity[6]!);
});

it('counts the days of a year', () => {
  expect(monthDays.reduce((a, b) => a + b, 0)).toBe(365);
  expect(monthOfDay[58]).toBe(1);
  expect(monthOfDay[59]).toBe(2);
});
