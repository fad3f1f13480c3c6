import { coefficientOfPerformance } from './chiller.ts';
import type { CoolingConstants, PlantKind } from './cooling-constants.ts';

/** What one hour of a plant takes, over the heat it removes; filled in place. */
export interface CoolingHour {
  /** Hall fans and heat exchangers' fans [-]. */
  fan: number;
  /** Pumps [-]. */
  pump: number;
  /** Fans of dry coolers and towers [-]. */
  rejection: number;
  /** Compressors with what runs beside them [-]. */
  mechanical: number;
  /** Water evaporated, blown down and drifted [L/kWh of heat]. */
  water: number;
  /** Heat that chillers must move [-]. */
  chilled: number;
  /** 0 free, 1 evaporating, 2 free and chillers, 3 chillers alone. */
  mode: number;
}

/** Air of the site, computed once a year of it. */
export interface SiteAir {
  /** Over sea level, at equal temperature [-]. */
  density: number;
  fanFactor: number;
  /** Capacity of air-cooled condensers over sea level [-]. */
  condenser: number;
}

/** Litres that evaporate for each kWh of latent heat: 3.6 MJ over 2.43 MJ/kg. */
export const litresPerKwh = 3.6 / 2.43;

/**
 * Water taken in over water evaporated, where what is bled keeps the salts at C times those of the make-up water.
 *
 * M / E = C / (C - 1), the balance of salts M = C (M - E) (US DOE, FEMP Best Management Practice 10)
 */
const makeUp = (cycles: number) => cycles / (cycles - 1);

export const emptyHour = (): CoolingHour => ({
  fan: 0,
  pump: 0,
  rejection: 0,
  mechanical: 0,
  water: 0,
  chilled: 0,
  mode: 0,
});

/** One hour of a plant. */
export type HourOf = (
  t: number,
  wetBulb: number,
  air: SiteAir,
  constants: CoolingConstants,
  out: CoolingHour,
) => void;

/**
 * Air-cooled halls with an economiser, wet pads where a hall has them, and air-cooled chillers for the rest.
 *
 * Where outdoor air is too warm, pads of effectiveness eps cool it to t_in = t - eps (t - t_w), or as far as is needed;
 * they evaporate (t - t_in) / (t_return - t_supply) of the heat, and are bled (`makeUp`). Free share x = (t_return - t_in - a) /
 * (t_return - t_supply) within 0 to 1; the chillers move 1 - x at COP(t + a_c / condenser capacity, t_supply - a_e).
 */
export const airChiller: HourOf = (t, wetBulb, { fanFactor, condenser }, constants, out) => {
  const { air, chiller, evaporative, water } = constants;
  const wanted = air.supply - air.economiserApproach;
  const enters = t > wanted ? Math.max(wanted, t - air.pads * (t - wetBulb)) : t;
  const free = clamp((air.rise - (enters - wanted)) / air.rise);
  const wet = free > 0 && enters < t;
  const rest = 1 - free;
  const cop = coefficientOfPerformance(
    t + air.condenserApproach / condenser,
    air.supply - air.evaporatorApproach,
    {
      share: chiller.carnotShare,
      leastLift: chiller.leastLift,
    },
  );
  const fan = air.fan * fanFactor;
  out.fan = fan;
  out.pump = wet ? evaporative.pump : 0;
  out.rejection = 0;
  out.chilled = rest * (1 + fan);
  out.mechanical = out.chilled * (1 / cop + air.auxiliary);
  out.water = wet ? ((t - enters) / air.rise) * litresPerKwh * makeUp(water.cycles) : 0;
  if (free >= 1) out.mode = wet ? 1 : 0;
  else out.mode = free > 0 ? 2 : 3;
};

/**
 * Indirect evaporative coolers with a trim chiller.
 *
 * Leaving air t_return - eps (t_return - t_in), t_in the outdoor air, or its wet bulb where water runs; what lies above the
 * supply is chilled. Water runs y = (1 - dry) / (wet - dry) of the hour, as much as is needed, and takes the heat but for a
 * sensible share.
 */
export const indirectEvaporative: HourOf = (
  t,
  wetBulb,
  { fanFactor, condenser },
  { air, chiller, evaporative, water },
  out,
) => {
  const back = air.supply + air.rise;
  const dry = clamp((evaporative.dry * (back - t)) / air.rise);
  let removed = dry;
  out.water = 0;
  if (dry < 1 && t > evaporative.freeze) {
    const wet = Math.max(dry, (evaporative.wet * (back - wetBulb)) / air.rise);
    const running = wet > dry ? clamp((1 - dry) / (wet - dry)) : 1;
    removed = Math.min(1, dry + running * (wet - dry));
    const evaporated = running * Math.min(wet, evaporative.most) * (1 - evaporative.sensible) * litresPerKwh;
    out.water = evaporated * makeUp(water.cycles);
  }
  const rest = 1 - removed;
  const cop = coefficientOfPerformance(
    t + air.condenserApproach / condenser,
    air.supply - air.evaporatorApproach,
    {
      share: chiller.carnotShare,
      leastLift: chiller.leastLift,
    },
  );
  out.fan = evaporative.fan * fanFactor;
  out.pump = out.water > 0 ? evaporative.pump : 0;
  out.rejection = 0;
  out.chilled = rest;
  out.mechanical = rest * (1 / cop + air.auxiliary);
  out.mode = rest > 0 ? 2 : out.water > 0 ? 1 : 0;
};

/**
 * Liquid to the chips with dry coolers and a trim chiller; the rest of the heat as in air-cooled halls.
 *
 * Flow over design f = a / (t_set - t) where that is below 1: fans take f^3 of their design power. Where
 * t + a > t_set the chillers move the part (t + a - t_set) / (a + r), all of it where the air is warmer than t_set by r.
 * Mode is that of the liquid.
 */
export const dryLiquid: HourOf = (t, wetBulb, site, constants, out) => {
  const { liquid, chiller, air } = constants;
  airChiller(t, wetBulb, site, constants, out);
  const { share } = liquid;
  const room = liquid.setPoint - t;
  const flow = room > 0 ? Math.min(1, Math.max(liquid.leastFlow, liquid.dryApproach / room)) : 1;
  const rest = clamp((t + liquid.dryApproach - liquid.setPoint) / (liquid.dryApproach + liquid.trimRise));
  const cop = coefficientOfPerformance(
    t + air.condenserApproach / site.condenser,
    liquid.setPoint - liquid.trimApproach,
    {
      share: chiller.carnotShare,
      leastLift: chiller.leastLift,
    },
  );
  const mechanical = rest * (1 / cop + air.auxiliary);
  out.fan *= 1 - share;
  out.pump = share * liquid.pump;
  out.rejection = share * liquid.dryFan * flow * flow * flow * site.fanFactor;
  out.mechanical = (1 - share) * out.mechanical + share * mechanical;
  out.chilled = (1 - share) * out.chilled + share * rest;
  out.mode = rest >= 1 ? 3 : rest > 0 ? 2 : 0;
};

/**
 * Cooling towers: liquid to the chips, the rest through coils fed by the same towers, with a water-cooled trim chiller.
 *
 * Tower water t_w + a serves the liquid where it is below its set point, and the coils where t_w + a + a_coil is below
 * the supply air; the missing share of the coils' rise is chilled. Heat leaves as vapour but for a sensible part that
 * falls from `sensible` at 0 °C wet bulb to none at `damp`.
 */
export const towerLiquid: HourOf = (
  _t,
  wetBulb,
  { fanFactor, density },
  { liquid, air, chiller, tower, water },
  out,
) => {
  const cold = wetBulb + tower.approach;
  const liquidRest = clamp((cold - liquid.setPoint) / liquid.rise);
  const airRest = clamp((cold + tower.coilApproach - air.supply) / air.rise);
  const rest = liquid.share * liquidRest + (1 - liquid.share) * airRest;
  const cop = coefficientOfPerformance(cold + tower.condenserApproach, air.supply - air.evaporatorApproach, {
    share: chiller.carnotShare * chiller.waterCooled,
    leastLift: chiller.leastLift,
  });
  out.chilled = rest;
  out.mechanical = rest * (1 / cop + tower.auxiliary * air.auxiliary);
  out.fan = (1 - liquid.share) * air.fan * fanFactor;
  out.pump = liquid.share * liquid.pump + tower.pump;
  const room = Math.min(air.supply - tower.coilApproach, liquid.setPoint) - wetBulb;
  const flow = room > tower.approach ? Math.max(tower.leastFlow, tower.approach / room) : 1;
  out.rejection = (tower.fan * flow * flow * flow) / density;
  const sensible = Math.max(0, tower.sensible * (1 - wetBulb / tower.damp));
  const evaporated = (1 + out.mechanical) * (1 - Math.min(tower.mostSensible, sensible)) * litresPerKwh;
  out.water = evaporated * (makeUp(water.cycles) + water.drift);
  out.mode = rest > 0 ? 2 : 1;
};

/** The hour function of each plant. */
export const hourOf: Readonly<Record<PlantKind, HourOf>> = {
  'air-chiller': airChiller,
  'indirect-evaporative': indirectEvaporative,
  'dry-liquid': dryLiquid,
  'tower-liquid': towerLiquid,
};

function clamp(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
