import { describe, expect, it } from 'vitest';
import {
  cosineZenith,
  declination,
  diffuseShare,
  equationOfTime,
  extraterrestrialDay,
  hourShare,
  sunsetAngle,
} from '../../src/site/sun.ts';

const degrees = (rad: number) => (rad * 180) / Math.PI;

describe('the sun (examples of Duffie and Beckman 2013, at Madison, 43° N)', () => {
  it('declines by -14° on 13 February (example 1.6.1), and stands 66.5° from the zenith at 9:30 (example 1.6.2)', () => {
    expect(degrees(declination(44))).toBeCloseTo(-14, 0);
    expect(Math.abs(degrees(Math.acos(cosineZenith(43, 44, 9.5))) - 66.5)).toBeLessThan(0.2);
  });

  it('is 13.5 minutes behind on 3 February (example 1.5.1)', () => {
    expect(equationOfTime(34)).toBeCloseTo(-13.5, 0);
  });

  it('sends 33.8 MJ/m2 on 15 April (example 1.10.1)', () => {
    expect(Math.abs((extraterrestrialDay(43, 105) * 3.6e-3) / 33.8 - 1)).toBeLessThan(0.005);
  });
});

describe('hourShare', () => {
  it('gives 0.076 of a January day in Melbourne to the hour from 8 to 9 (example 2.13.1)', () => {
    const rad = Math.PI / 180;
    expect(hourShare(-52.5 * rad, 107 * rad)).toBeCloseTo(0.076, 3);
  });

  it('gives the whole day away', () => {
    for (const day of [15, 105, 172, 300]) {
      const sunset = sunsetAngle(43, day);
      let sum = 0;
      for (let hour = 0; hour < 24; hour++) sum += hourShare(((hour + 0.5 - 12) * Math.PI) / 12, sunset);
      expect(Math.abs(sum - 1)).toBeLessThan(0.02);
    }
  });
});

describe('diffuseShare', () => {
  it('is all of a dark hour, 0.165 of a clear one, and falls in between', () => {
    expect(diffuseShare(0)).toBe(1);
    expect(diffuseShare(0.9)).toBe(0.165);
    expect(diffuseShare(0.22)).toBeCloseTo(0.98, 2);
    for (let k = 0.22; k < 0.78; k += 0.02) {
      expect(diffuseShare(k + 0.02)).toBeLessThan(diffuseShare(k) + 0.001);
    }
  });
});
