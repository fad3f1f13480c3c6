import { cos, sin } from '../elementary/trigonometry.ts';
import { cosineZenith, declination, equationOfTime, extraterrestrial } from './sun.ts';
import type { Weather } from './weather.ts';

const rad = Math.PI / 180;

export interface PhotovoltaicConstants {
  /** Cell temperature at 800 W/m2, 20 °C and 1 m/s [°C]. */
  cellNoct: number;
  /** Power lost a kelvin above 25 °C [1/K]. */
  temperature: number;
  losses: number;
  inverter: number;
  /** Panels over inverters [-]. */
  dcOverAc: number;
  albedo: number;
}

/**
 * Cosine of the angle between sun and a surface that faces the equator.
 *
 * cos theta = cos(phi - beta) cos delta cos omega + sin(phi - beta) sin delta (Duffie and Beckman 2013, eq. 1.6.7a)
 *
 * @param latitude phi, and tilt beta [degrees]
 * @param solarHour noon at 12
 */
export function cosineIncidence(
  latitude: number,
  tilt: number,
  at: { day: number; solarHour: number },
): number {
  const inclined = (latitude >= 0 ? latitude - tilt : latitude + tilt) * rad;
  const delta = declination(at.day);
  const omega = (at.solarHour - 12) * 15 * rad;
  return cos(inclined) * cos(delta) * cos(omega) + sin(inclined) * sin(delta);
}

/**
 * Irradiance of a tilted surface, sky diffuse after Hay and Davies.
 *
 * G_T = (G_b + G_d A_i) R_b + G_d (1 - A_i) (1 + cos beta) / 2 + G rho (1 - cos beta) / 2, A_i = G_bn / G_on
 * (Hay and Davies 1980, as Duffie and Beckman 2013, eq. 2.16.4)
 *
 * @param irradiance global G and diffuse G_d of level ground, outside the atmosphere G_on [W/m2]
 * @param angles cosines of zenith and incidence, tilt [degrees]
 * @returns W/m2
 */
export function tiltedIrradiance(
  { global, diffuse, outside }: { global: number; diffuse: number; outside: number },
  { zenith, incidence, tilt }: { zenith: number; incidence: number; tilt: number },
  albedo: number,
): number {
  const slope = cos(tilt * rad);
  const beam = Math.max(0, global - diffuse);
  const ratio = zenith > 0.035 ? Math.max(0, incidence) / zenith : 0;
  const anisotropy = zenith > 0.035 ? Math.min(1, beam / zenith / outside) : 0;
  const sky = diffuse * (1 - anisotropy) * ((1 + slope) / 2);
  return (beam + diffuse * anisotropy) * ratio + sky + (global * albedo * (1 - slope)) / 2;
}

/**
 * Temperature of a cell: T = T_air + G_T / 800 (NOCT - 20) (Ross 1976).
 *
 * @returns °C
 */
export function cellTemperature(air: number, tilted: number, noct: number): number {
  return air + (tilted / 800) * (noct - 20);
}

/**
 * Output of a photovoltaic farm by hour, over its alternating-current rating.
 *
 * P = min(1, G_T / 1000 (1 - gamma (T_c - 25)) (1 - losses) inverter dcOverAc), as in PVWatts (Dobos 2014)
 *
 * @param tilt degrees; the latitude less 5 where left out
 * @returns shares of the rating, 0 to 1
 */
export function photovoltaicOutput(
  weather: Weather,
  constants: PhotovoltaicConstants,
  tilt?: number,
): Float64Array {
  const out = new Float64Array(weather.hours);
  const { latitude, longitude, zone } = weather;
  const beta = tilt ?? Math.max(5, Math.abs(latitude) - 5);
  const scale = ((1 - constants.losses) * constants.inverter * constants.dcOverAc) / 1000;
  for (let i = 0; i < weather.hours; i++) {
    if (!(weather.global[i]! > 0)) continue;
    const day = (Math.floor(i / 24) % 365) + 1;
    const solarHour = (i % 24) + 0.5 - zone + longitude / 15 + equationOfTime(day) / 60;
    const tilted = tiltedIrradiance(
      { global: weather.global[i]!, diffuse: weather.diffuse[i]!, outside: extraterrestrial(day) },
      {
        zenith: cosineZenith(latitude, day, solarHour),
        incidence: cosineIncidence(latitude, beta, { day, solarHour }),
        tilt: beta,
      },
      constants.albedo,
    );
    const cell = cellTemperature(weather.temperature[i]!, tilted, constants.cellNoct);
    out[i] = Math.min(1, Math.max(0, tilted * scale * (1 - constants.temperature * (cell - 25))));
  }
  return out;
}
