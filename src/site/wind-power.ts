import { power } from '../elementary/power.ts';
import { relativeDensity } from './psychrometrics.ts';
import type { Weather } from './weather.ts';

export interface WindConstants {
  /** Height of the hub [m]. */
  hub: number;
  /** Exponent of the power law [-]. */
  shear: number;
  cutIn: number;
  rated: number;
  cutOut: number;
  losses: number;
  availability: number;
}

/**
 * Wind speed at the hub.
 *
 * v = v_10 (h / 10)^alpha (power law; alpha 1/7 over open land)
 */
export function hubSpeed(v10: number, { hub, shear }: Pick<WindConstants, 'hub' | 'shear'>): number {
  return v10 * power(hub / 10, shear);
}

/**
 * Power of a turbine over its rating: the cube between cut-in and rated speed.
 *
 * P = (v^3 - v_i^3) / (v_r^3 - v_i^3), speeds corrected for density: v (rho / rho_0)^(1/3) (IEC 61400-12-1:2017, eq. 6)
 *
 * @param density over that of the curve, 1.225 kg/m3 [-]
 */
export function turbinePower(v: number, density: number, { cutIn, rated, cutOut }: WindConstants): number {
  const normal = v * power(density, 1 / 3);
  if (normal < cutIn || v > cutOut) return 0;
  if (normal >= rated) return 1;
  return (cube(normal) - cube(cutIn)) / (cube(rated) - cube(cutIn));
}

const cube = (v: number) => v * v * v;

/** Most that a station's speeds are multiplied by [-]. */
const strongest = 12;

/**
 * Output of a wind farm by hour over its rating, scaled to what farms of the region reach.
 *
 * Town stations stand in the lee: their speeds are multiplied by the factor, found by bisection, that gives the wanted mean; the
 * course of the hours is the station's.
 *
 * @param capacityFactor mean output over rating after all losses, such as 2,272 h / 8,760 h
 * @returns null where the station is too calm: even its strongest multiple does not reach the wanted mean
 */
export function windOutput(
  weather: Weather,
  constants: WindConstants,
  capacityFactor: number,
): Float64Array | null {
  const out = new Float64Array(weather.hours);
  if (run(out, strongest, { weather, constants }) < capacityFactor) return null;
  let [low, high] = [0, strongest];
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2;
    if (run(out, middle, { weather, constants }) < capacityFactor) low = middle;
    else high = middle;
  }
  run(out, (low + high) / 2, { weather, constants });
  return out;
}

/** Fills the output at a multiple of the station's speeds; returns its mean. */
function run(
  out: Float64Array,
  factor: number,
  { weather, constants }: { weather: Weather; constants: WindConstants },
): number {
  const density = relativeDensity(15, weather.pressure) * (288.15 / 293.15);
  const kept = (1 - constants.losses) * constants.availability;
  let sum = 0;
  for (let i = 0; i < weather.hours; i++) {
    out[i] = kept * turbinePower(factor * hubSpeed(weather.wind[i]!, constants), density, constants);
    sum += out[i]!;
  }
  return sum / weather.hours;
}
