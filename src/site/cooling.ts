import { capacityAt, fanFactor } from './altitude.ts';
import type { CoolingConstants, PlantKind } from './cooling-constants.ts';
import { plantKinds } from './cooling-constants.ts';
import { type CoolingHour, emptyHour, hourOf, type SiteAir } from './cooling-hour.ts';
import { relativeDensity } from './psychrometrics.ts';
import type { Weather } from './weather.ts';

/** How a site is cooled: shares of its halls by plant, summing to 1. */
export type Blend = Readonly<Partial<Record<PlantKind, number>>>;

export interface CoolingOptions {
  constants: CoolingConstants;
  blend: Blend;
  /** Heat that each plant's chillers can move, over the heat of its halls; what the hottest hour asks where left out. */
  trim?: number;
}

/** Hours of a cooling plant. */
export interface CoolingYear {
  /** Facility power over IT load by hour [-]. */
  pue: Float64Array;
  /** Water over IT energy by hour [L/kWh]. */
  wue: Float64Array;
  /** Means over equal IT load. */
  meanPue: number;
  meanWue: number;
  /** Hours a year free, evaporating, mixed, on chillers; of the halls of the largest share. */
  hoursByMode: readonly [number, number, number, number];
  /** Hours a year in which the chillers cannot hold the set point, and the outdoor temperature from which [°C]. */
  overheats: { hours: number; from: number } | null;
}

/** The air of a place as the plants feel it. */
export function siteAir({ altitude, pressure }: Pick<Weather, 'altitude' | 'pressure'>): SiteAir {
  const density = relativeDensity(20, pressure);
  return { density, fanFactor: fanFactor(density), condenser: capacityAt(altitude, 'air-cooled condenser') };
}

/** Electrical losses between meter and servers over IT load: 1 / (eta_transformer eta_ups eta_distribution) - 1. */
export function electricalLoss({ electrical }: CoolingConstants): number {
  return 1 / (electrical.transformer * electrical.ups * electrical.distribution) - 1;
}

/**
 * Runs a cooling plant through the hours of a weather.
 *
 * PUE = 1 + L + m + q (fan + pump + rejection + mechanical) / eta_transformer with L the electrical losses, m the rest of the
 * house and q = 1 + L s the heat of the halls, s the share of the losses inside.
 */
export function coolingYear(weather: Weather, { constants, blend, trim }: CoolingOptions): CoolingYear {
  const { hours, temperature, wetBulb } = weather;
  const air = siteAir(weather);
  const loss = electricalLoss(constants);
  const heat = 1 + loss * constants.electrical.inHall;
  const out = { pue: new Float64Array(hours), wue: new Float64Array(hours) };
  out.pue.fill(1 + loss + constants.electrical.misc);
  const modes = [0, 0, 0, 0];
  const hot = trim === undefined ? undefined : new Uint8Array(hours);
  const main = largest(blend);
  const hour = emptyHour();
  for (const kind of plantKinds) {
    const share = blend[kind] ?? 0;
    if (!(share > 0)) continue;
    const run = hourOf[kind];
    const scale = (share * heat) / constants.electrical.transformer;
    for (let i = 0; i < hours; i++) {
      const t = temperature[i]!;
      run(t, wetBulb[i]!, air, constants, hour);
      if (hot && capped(hour, trim! * chillerCapacity(t))) hot[i] = 1;
      out.pue[i]! += scale * (hour.fan + hour.pump + hour.rejection + hour.mechanical);
      out.wue[i]! += share * heat * hour.water;
      if (kind === main) modes[hour.mode]!++;
    }
  }
  const years = hours / 8760;
  return {
    ...out,
    meanPue: meanOf(out.pue),
    meanWue: meanOf(out.wue),
    hoursByMode: modes.map((count) => count / years) as [number, number, number, number],
    overheats: hot ? overheating(hot, weather) : null,
  };
}

/** Capacity of a chiller bought at 35 °C over what it was bought for: it falls by 1 % a kelvin above. */
function chillerCapacity(t: number): number {
  return Math.min(1, 1 - 0.01 * (t - 35));
}

/** Lets chillers do no more than they can; whether heat stays behind. */
function capped(hour: CoolingHour, most: number): boolean {
  if (hour.chilled <= most + 1e-9) return false;
  hour.mechanical *= Math.max(0, most) / hour.chilled;
  hour.chilled = Math.max(0, most);
  return true;
}

/** Hours a year in which the heat of some hall stays behind, and the least temperature of these [°C]. */
function overheating(hot: Uint8Array, { temperature, hours }: Weather): CoolingYear['overheats'] {
  let [count, from] = [0, Infinity];
  for (let i = 0; i < hours; i++) {
    if (hot[i] === 0) continue;
    count++;
    from = Math.min(from, temperature[i]!);
  }
  return count > 0 ? { hours: count / (hours / 8760), from } : null;
}

/** The plant with the largest share. */
export function largest(blend: Blend): PlantKind {
  return plantKinds.reduce((best, kind) => ((blend[kind] ?? 0) > (blend[best] ?? 0) ? kind : best));
}

function meanOf(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum / column.length;
}
