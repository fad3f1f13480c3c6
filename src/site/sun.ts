import { acos, cos, sin, tan } from '../elementary/trigonometry.ts';

const rad = Math.PI / 180;
/** Irradiance of the sun outside the atmosphere [W/m2]. */
export const solarConstant = 1367;

/**
 * Declination of the sun.
 *
 * delta = 23.45 sin(360 (284 + n) / 365) (Duffie and Beckman 2013, eq. 1.6.1a)
 *
 * @param day n of the year, from 1
 * @returns rad
 */
export function declination(day: number): number {
  return 23.45 * rad * sin(((360 * (284 + day)) / 365) * rad);
}

/**
 * Equation of time.
 *
 * E = 229.2 (0.000075 + 0.001868 cos B - 0.032077 sin B - 0.014615 cos 2B - 0.04089 sin 2B), B = 360 (n - 1) / 365
 * (Spencer 1971, as Duffie and Beckman 2013, eq. 1.5.3)
 *
 * @returns minutes that the sun is ahead of the mean sun
 */
export function equationOfTime(day: number): number {
  const b = (2 * Math.PI * (day - 1)) / 365;
  const sum = 0.000075 + 0.001868 * cos(b) - 0.032077 * sin(b);
  return 229.2 * (sum - 0.014615 * cos(2 * b) - 0.04089 * sin(2 * b));
}

/**
 * Irradiance outside the atmosphere, normal to the sun's rays.
 *
 * G_on = 1367 (1 + 0.033 cos(360 n / 365)) (Duffie and Beckman 2013, eq. 1.4.1a)
 *
 * @returns W/m2
 */
export function extraterrestrial(day: number): number {
  return solarConstant * (1 + 0.033 * cos((2 * Math.PI * day) / 365));
}

/**
 * Cosine of the zenith angle: below 0 the sun is down.
 *
 * cos theta_z = cos phi cos delta cos omega + sin phi sin delta (Duffie and Beckman 2013, eq. 1.6.5)
 *
 * @param latitude phi [degrees]
 * @param day of the year
 * @param solarHour solar time [h], noon at 12
 */
export function cosineZenith(latitude: number, day: number, solarHour: number): number {
  const phi = latitude * rad;
  const delta = declination(day);
  const omega = (solarHour - 12) * 15 * rad;
  return cos(phi) * cos(delta) * cos(omega) + sin(phi) * sin(delta);
}

/**
 * Hour angle of sunset.
 *
 * cos omega_s = -tan phi tan delta (Duffie and Beckman 2013, eq. 1.6.10)
 *
 * @returns rad: 0 in the polar night, pi where the sun does not set
 */
export function sunsetAngle(latitude: number, day: number): number {
  return acos(Math.min(1, Math.max(-1, -tan(latitude * rad) * tan(declination(day)))));
}

/**
 * Irradiation of a day outside the atmosphere on level ground.
 *
 * H_o = 24 / pi G_on (cos phi cos delta sin omega_s + omega_s sin phi sin delta) (Duffie and Beckman 2013, eq. 1.10.3)
 *
 * @returns Wh/m2
 */
export function extraterrestrialDay(latitude: number, day: number): number {
  const phi = latitude * rad;
  const delta = declination(day);
  const omega = sunsetAngle(latitude, day);
  const sum = cos(phi) * cos(delta) * sin(omega) + omega * sin(phi) * sin(delta);
  return (24 / Math.PI) * extraterrestrial(day) * sum;
}

/**
 * Share of a day's irradiation that falls in the hour around a moment.
 *
 * r_t = pi / 24 (a + b cos omega) (cos omega - cos omega_s) / (sin omega_s - omega_s cos omega_s),
 * a = 0.409 + 0.5016 sin(omega_s - 60°), b = 0.6609 - 0.4767 sin(omega_s - 60°)
 * (Collares-Pereira and Rabl 1979, as Duffie and Beckman 2013, eq. 2.13.2)
 *
 * @param omega hour angle of the middle of the hour [rad]
 * @param sunset hour angle of sunset [rad]
 */
export function hourShare(omega: number, sunset: number): number {
  if (Math.abs(omega) >= sunset || sunset < 1e-6) return 0;
  const a = 0.409 + 0.5016 * sin(sunset - 60 * rad);
  const b = 0.6609 - 0.4767 * sin(sunset - 60 * rad);
  const shape = (a + b * cos(omega)) * (cos(omega) - cos(sunset));
  return Math.max(0, ((Math.PI / 24) * shape) / (sin(sunset) - sunset * cos(sunset)));
}

/**
 * Diffuse share of the irradiation of an hour on level ground.
 *
 * k_d = 1 - 0.09 k for k <= 0.22; 0.9511 - 0.1604 k + 4.388 k^2 - 16.638 k^3 + 12.336 k^4 up to 0.8; 0.165 above
 * (Erbs, Klein and Duffie 1982, as Duffie and Beckman 2013, eq. 2.10.1)
 *
 * @param k clearness: irradiation over that outside the atmosphere [-]
 */
export function diffuseShare(k: number): number {
  if (k <= 0.22) return 1 - 0.09 * Math.max(0, k);
  if (k > 0.8) return 0.165;
  return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}
