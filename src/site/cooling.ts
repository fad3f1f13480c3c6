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
  /** PUE by hour if the chillers held the set point in every hour: `pue` where they are large enough [-]. */
  wantedPue: Float64Array;
  /** Hours a year free, evaporating, mixed, on chillers, of each plant of the blend; liquid halls count by their liquid. */
  modes: Readonly<Partial<Record<PlantKind, Modes>>>;
  /** Hours a year in which the chillers cannot hold the set point, and the outdoor temperature from which [°C]. */
  overheats: { hours: number; from: number } | null;
  /** Part of the heat that is held in all hours but 0.4 %: above 1 where chillers have room; null where they are not limited. */
  cooled: number | null;
}

export type Modes = readonly [free: number, evaporating: number, mixed: number, chillers: number];

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
  const short = trim === undefined ? undefined : shortfall(hours);
  const modes: Partial<Record<PlantKind, Modes>> = {};
  const hour = emptyHour();
  for (const kind of plantKinds) {
    const share = blend[kind] ?? 0;
    if (!(share > 0)) continue;
    const run = hourOf[kind];
    const scale = (share * heat) / constants.electrical.transformer;
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < hours; i++) {
      const t = temperature[i]!;
      run(t, wetBulb[i]!, air, constants, hour);
      if (short) capped(hour, { most: trim! * chillerCapacity(t, constants), short, i, scale });
      out.pue[i]! += scale * (hour.fan + hour.pump + hour.rejection + hour.mechanical);
      out.wue[i]! += share * heat * hour.water;
      counts[hour.mode]!++;
    }
    modes[kind] = counts.map((count) => (count * 8760) / hours) as unknown as Modes;
  }
  return {
    ...out,
    wantedPue: short ? out.pue.map((pue, i) => pue + short.undone[i]!) : out.pue,
    meanPue: meanOf(out.pue),
    meanWue: meanOf(out.wue),
    modes,
    overheats: short ? overheating(short.held, weather) : null,
    cooled: short ? cooledIn(short.held) : null,
  };
}

/** What chillers of a limited size leave undone, by hour: the part of the heat that is held, and PUE saved by not doing it. */
interface Shortfall {
  held: Float64Array;
  undone: Float64Array;
}

const shortfall = (hours: number): Shortfall => ({
  held: new Float64Array(hours).fill(Infinity),
  undone: new Float64Array(hours),
});

/** Capacity of a chiller over what it was bought for at its rated temperature: it falls above [-]. */
function chillerCapacity(t: number, { chiller }: CoolingConstants): number {
  return Math.max(0, Math.min(1, 1 - chiller.derating * (t - chiller.rated)));
}

/** Lets chillers do no more than they can, and notes what stays behind. */
function capped(
  hour: CoolingHour,
  { most, short, i, scale }: { most: number; short: Shortfall; i: number; scale: number },
): void {
  if (hour.chilled <= 1e-9) return;
  const held = most / hour.chilled;
  short.held[i] = Math.min(short.held[i]!, held);
  if (held >= 1) return;
  short.undone[i]! += scale * hour.mechanical * (1 - held);
  hour.mechanical *= held;
  hour.chilled = most;
}

/** Part of the heat that is held in all hours but 0.4 %; null where no hour that counts needs a chiller. */
function cooledIn(held: Float64Array): number | null {
  const worst = held.slice().sort()[Math.floor(0.004 * (held.length - 1))]!;
  return Number.isFinite(worst) ? worst : null;
}

/** Hours a year in which the heat of some hall stays behind, and the least temperature of these [°C]. */
function overheating(held: Float64Array, { temperature, hours }: Weather): CoolingYear['overheats'] {
  let [count, from] = [0, Infinity];
  for (let i = 0; i < hours; i++) {
    if (held[i]! >= 1 - 1e-9) continue;
    count++;
    from = Math.min(from, temperature[i]!);
  }
  return count > 0 ? { hours: count / (hours / 8760), from } : null;
}

function meanOf(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum / column.length;
}
