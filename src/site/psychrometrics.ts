import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { power } from '../elementary/power.ts';

/** Pressure of the standard atmosphere at sea level [Pa]. */
export const seaLevelPa = 101_325;

/**
 * Pressure of the standard atmosphere at an altitude.
 *
 * p = 101.325 (1 - 2.25577e-5 z)^5.2559 kPa (ASHRAE Handbook Fundamentals 2017, ch. 1, eq. 3)
 *
 * @param altitude z [m], from -5,000 to 11,000
 * @returns Pa
 */
export function standardPressure(altitude: number): number {
  return seaLevelPa * power(1 - 2.25577e-5 * altitude, 5.2559);
}

/**
 * Vapour pressure over water that is saturated at a temperature, also below freezing.
 *
 * e = 611.2 exp(17.62 t / (243.12 + t)) (WMO-No. 8, Guide to Instruments, 2018, annex 4.B)
 *
 * @param t °C, from -45 to 60
 * @returns Pa
 */
export function saturationPressure(t: number): number {
  return 611.2 * exp((17.62 * t) / (243.12 + t));
}

/**
 * Temperature at which a vapour pressure saturates: `saturationPressure` solved for t.
 *
 * t = 243.12 ln(e / 611.2) / (17.62 - ln(e / 611.2)) (WMO-No. 8, annex 4.B)
 *
 * @param e Pa, above 0
 * @returns °C
 */
export function dewPoint(e: number): number {
  const gamma = log(e / 611.2);
  return (243.12 * gamma) / (17.62 - gamma);
}

/**
 * Wet-bulb temperature of a ventilated psychrometer.
 *
 * Solves e_s(tw) - 6.53e-4 (1 + 9.44e-4 tw) p (t - tw) = e for tw (WMO-No. 8, annex 4.B), within 0.0001 K of the root from
 * -45 to 60 °C.
 *
 * @param t dry bulb [°C]
 * @param e vapour pressure [Pa]
 * @param p pressure of the site [Pa]
 * @returns °C
 */
export function wetBulb(t: number, e: number, p: number): number {
  return wetBulbAbove(dewPoint(e), { t, e, p });
}

/**
 * The same where the dew point is known: two of Halley's steps from where the parabola that touches e_s at the dew point meets the
 * psychrometer's line.
 *
 * @param dew dew point [°C]
 */
export function wetBulbAbove(dew: number, { t, e, p }: { t: number; e: number; p: number }): number {
  if (dew >= t) return t;
  const far = 243.12 + dew;
  const rise = (e * 4283.77) / (far * far);
  const bend = rise * (4283.77 / (far * far) - 2 / far);
  const line = 6.53e-4 * p;
  const both = rise + line;
  let tw = dew + (2 * line * (t - dew)) / (both + Math.sqrt(both * both + 2 * bend * line * (t - dew)));
  for (let step = 0; step < 2; step++) {
    const above = 243.12 + tw;
    const saturated = saturationPressure(tw);
    const factor = line * (1 + 9.44e-4 * tw);
    const miss = saturated - factor * (t - tw) - e;
    const steep = (saturated * 4283.77) / (above * above);
    const slope = steep + factor - line * 9.44e-4 * (t - tw);
    const curve = steep * (4283.77 / (above * above) - 2 / above);
    tw -= (2 * miss * slope) / (2 * slope * slope - miss * curve);
  }
  return tw;
}

/**
 * Humidity ratio.
 *
 * W = 0.621945 e / (p - e) (ASHRAE Fundamentals 2017, ch. 1, eq. 20)
 *
 * @returns kg of water a kg of dry air
 */
export function humidityRatio(e: number, p: number): number {
  return (0.621945 * e) / (p - e);
}

/**
 * Enthalpy of moist air.
 *
 * h = 1.006 t + W (2501 + 1.86 t) (ASHRAE Fundamentals 2017, ch. 1, eq. 30)
 *
 * @param t °C
 * @param w humidity ratio [kg/kg]
 * @returns kJ a kg of dry air
 */
export function enthalpy(t: number, w: number): number {
  return 1.006 * t + w * (2501 + 1.86 * t);
}

/**
 * Specific volume of moist air.
 *
 * v = 0.287042 (t + 273.15) (1 + 1.607858 W) / p (ASHRAE Fundamentals 2017, ch. 1, eq. 26)
 *
 * @param t °C
 * @param w humidity ratio [kg/kg]
 * @param p Pa
 * @returns m3 a kg of dry air
 */
export function specificVolume(t: number, w: number, p: number): number {
  return (287.042 * (t + 273.15) * (1 + 1.607858 * w)) / p;
}

/**
 * Density of dry air over that at 20 °C and sea level [-].
 *
 * @param t °C
 * @param p Pa
 */
export function relativeDensity(t: number, p: number): number {
  return (p / seaLevelPa) * (293.15 / (t + 273.15));
}
