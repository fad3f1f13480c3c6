import { expect, it } from 'vitest';
import { secondsOfDay, secondsOfYear } from '../../src/units/calendar.ts';
import { convert } from '../../src/units/convert.ts';

it('counts the seconds of the units of the same names', () => {
  expect(secondsOfDay).toBe(convert(1, 'd', 's'));
  expect(secondsOfYear).toBe(convert(1, 'year', 's'));
});
