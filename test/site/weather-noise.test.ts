import { expect, it } from 'vitest';
import { autoregression, standardNormals } from '../../src/site/weather-noise.ts';

const year = { seed: 3, pair: 0, count: 8760 };
const mean = (values: Float64Array) => values.reduce((sum, z) => sum + z, 0) / values.length;

it('draws standard normal values, mirrored in the second year of a pair', () => {
  const draws = standardNormals({ id: 'hami' }, 'hours', { ...year, sign: 1 });
  expect(Math.abs(mean(draws))).toBeLessThan(0.03);
  expect(Math.abs(mean(draws.map((z) => z * z)) - 1)).toBeLessThan(0.05);
  expect(Math.abs(mean(draws.map((z) => z ** 4)) - 3)).toBeLessThan(0.3);
  const mirrored = standardNormals({ id: 'hami' }, 'hours', { ...year, sign: -1 });
  expect(mirrored).toEqual(draws.map((z) => -z));
  expect(standardNormals({ id: 'urumqi' }, 'hours', { ...year, sign: 1 })[0]).not.toBe(draws[0]);
});

it('gives neighbours the correlation that is asked for, and keeps the spread', () => {
  const draws = autoregression(standardNormals({ id: 'hami' }, 'hours', { ...year, sign: 1 }), 0.6);
  const next = mean(draws.slice(1).map((z, i) => z * draws[i]!));
  expect(Math.abs(mean(draws.map((z) => z * z)) - 1)).toBeLessThan(0.06);
  expect(Math.abs(next - 0.6)).toBeLessThan(0.05);
});
