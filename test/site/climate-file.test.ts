import { expect, it } from 'vitest';
import { greatCircle, parseClimates, requireClimate } from '../../src/site/climate-file.ts';
import { dataFiles } from '../chips/data.ts';
import { climate, grounds } from './grounds-data.ts';

const file = dataFiles('regions').find(({ path }) => path.endsWith('climates.yaml'))!;

it('reads normals in coherent units and marks a proxy', () => {
  expect(climate('golmud').altitude).toBe(2808);
  expect(climate('golmud').humidity[0]).toBeCloseTo(0.44, 9);
  expect(climate('golmud').irradiation[0]).toBeCloseTo(3360, 9);
  expect(climate('naomaohu').proxy).toBe('hami');
});

it('refuses months that contradict themselves', () => {
  const { faults } = parseClimates([{ ...file, text: file.text.replace('[-11.2, -3.1', '[11.2, -3.1') }]);
  expect(faults[0]!.code).toBe('ST-P010');
  expect(faults[0]!.what).toBe('In month 1 of `hami`, the mean is not between daily minimum and maximum.');
});

it('offers what was perhaps meant', () => {
  expect(() => requireClimate(grounds.climates, 'golmut')).toThrow(/ST-P011.*golmud/);
});

it('measures along great circles: Hami and Golmud are 721 km apart', () => {
  expect(Math.abs(greatCircle(climate('hami'), climate('golmud')) / 721 - 1)).toBeLessThan(0.01);
});
