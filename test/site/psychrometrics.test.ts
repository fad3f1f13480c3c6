import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dewPoint,
  enthalpy,
  humidityRatio,
  relativeDensity,
  saturationPressure,
  specificVolume,
  standardPressure,
  wetBulb,
} from '../../src/site/psychrometrics.ts';

describe('standardPressure', () => {
  it.each([
    [0, 101.325],
    [500, 95.461],
    [1_000, 89.874],
    [2_000, 79.495],
    [3_000, 70.108],
    [5_000, 54.02],
  ])('at %d m is the %d kPa of ASHRAE Fundamentals 2017, ch. 1, table 1', (altitude, kPa) => {
    expect(Math.abs(standardPressure(altitude) / 1_000 - kPa)).toBeLessThan(0.003);
  });
});

describe('saturationPressure', () => {
  it.each([
    [0, 0.6112],
    [10, 1.2282],
    [20, 2.3392],
    [30, 4.2467],
    [40, 7.3844],
  ])('at %d °C is the %d kPa of ASHRAE Fundamentals 2017, ch. 1, table 3, within 0.4 %%', (t, kPa) => {
    expect(Math.abs(saturationPressure(t) / 1_000 / kPa - 1)).toBeLessThan(0.004);
  });

  it('is undone by the dew point', () => {
    fc.assert(
      fc.property(fc.double({ min: -45, max: 60, noNaN: true }), (t) => {
        expect(dewPoint(saturationPressure(t))).toBeCloseTo(t, 9);
      }),
    );
  });
});

describe('moist air at 40 °C dry bulb and 20 °C wet bulb (ASHRAE Fundamentals 2017, ch. 1, example 1)', () => {
  const p = 101_325;
  const w = 0.0065;
  const e = (w * p) / (0.621945 + w);

  it('has the printed wet bulb, dew point, humidity, enthalpy and volume', () => {
    // Read off a chart there, with the thermodynamic wet bulb: that of a psychrometer differs by up to 0.3 K so far from saturation.
    expect(Math.abs(wetBulb(40, e, p) - 20)).toBeLessThan(0.35);
    expect(Math.abs(dewPoint(e) - 7)).toBeLessThan(0.7);
    expect(e / saturationPressure(40)).toBeCloseTo(0.14, 2);
    expect(Math.abs(enthalpy(40, w) - 56.7)).toBeLessThan(0.4);
    expect(specificVolume(40, w, p)).toBeCloseTo(0.896, 3);
    expect(humidityRatio(e, p)).toBeCloseTo(w, 12);
  });
});

describe('wetBulb', () => {
  const state = fc.record({
    t: fc.double({ min: -40, max: 50, noNaN: true }),
    humidity: fc.double({ min: 0.02, max: 1, noNaN: true }),
    altitude: fc.integer({ min: -400, max: 5_000 }),
  });

  it('solves the psychrometer equation, between dew point and dry bulb', () => {
    fc.assert(
      fc.property(state, ({ t, humidity, altitude }) => {
        const e = humidity * saturationPressure(t);
        const p = standardPressure(altitude);
        const tw = wetBulb(t, e, p);
        const left = saturationPressure(tw) - 6.53e-4 * (1 + 9.44e-4 * tw) * p * (t - tw);
        const slope = 6.53e-4 * p + (saturationPressure(tw) * 4_283.77) / (243.12 + tw) ** 2;
        expect(Math.abs(left - e) / slope).toBeLessThan(2e-3);
        expect(tw).toBeLessThanOrEqual(t + 2e-3);
        expect(tw).toBeGreaterThanOrEqual(dewPoint(e) - 2e-3);
      }),
    );
  });

  it('is lower on the plateau than at sea level for the same air', () => {
    const e = 0.2 * saturationPressure(30);
    expect(wetBulb(30, e, standardPressure(2_808))).toBeLessThan(wetBulb(30, e, standardPressure(0)) - 1);
  });
});

describe('relativeDensity', () => {
  it.each([
    [737, 0.916],
    [1_393, 0.846],
    [2_295, 0.756],
    [2_808, 0.709],
  ])('at %d m and equal temperature is %d', (altitude, ratio) => {
    expect(relativeDensity(20, standardPressure(altitude))).toBeCloseTo(ratio, 2);
  });
});

it('solves for the wet bulb within 0.0001 K, also where it is hot, dry and high', () => {
  for (const t of [-40, -5, 20, 38, 53]) {
    for (const humidity of [0.005, 0.02, 0.3, 0.95]) {
      for (const p of [55_000, 101_325]) {
        const e = humidity * saturationPressure(t);
        let [low, high] = [dewPoint(e), t];
        for (let k = 0; k < 60; k++) {
          const tw = (low + high) / 2;
          if (saturationPressure(tw) - 6.53e-4 * (1 + 9.44e-4 * tw) * p * (t - tw) > e) high = tw;
          else low = tw;
        }
        expect(Math.abs(wetBulb(t, e, p) - low)).toBeLessThan(1e-4);
      }
    }
  }
});
