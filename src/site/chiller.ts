/**
 * Capacity of a comfort-cooling chiller over its rating.
 *
 * c = 0.944836 - 0.0570088 d + 0.00185486 d^2, d = (t_c - 35) / 2.778 - (t_e - 6.67)
 * (BLAST chiller of the EnergyPlus engineering reference, coefficients of its unit tests)
 *
 * @param condenser entering condenser temperature t_c [°C]
 * @param evaporator leaving evaporator temperature t_e [°C]
 */
export function capacityRatio(condenser: number, evaporator: number): number {
  const d = (condenser - 35) / 2.778 - (evaporator - 6.67);
  return 0.944836 - 0.0570088 * d + 0.00185486 * d * d;
}

/** Full-load power over capacity, relative to the rating: 2.333 - 1.975 c + 0.6121 c^2 (EnergyPlus, as above). */
export function powerRatio(capacity: number): number {
  return 2.333 - 1.975 * capacity + 0.6121 * capacity * capacity;
}

/** Power at a share x of full load, over full-load power: 0.03303 + 0.6852 x + 0.2818 x^2 (EnergyPlus, as above). */
export function partLoad(x: number): number {
  return 0.03303 + 0.6852 * x + 0.2818 * x * x;
}

/**
 * Coefficient of performance of a chiller at any temperatures: a share of Carnot's.
 *
 * COP = eta (t_e + 273.15) / max(lift, t_c - t_e)
 *
 * The curves above come from comfort cooling and turn back on themselves for warm water; with eta 0.43 and 12 K between
 * outdoor air and condenser this agrees with them within 7 % where they are valid.
 *
 * @param condenser condensing temperature t_c [°C]
 * @param evaporator leaving evaporator temperature t_e [°C]
 * @param share eta [-]
 * @param leastLift K
 */
export function coefficientOfPerformance(
  condenser: number,
  evaporator: number,
  { share, leastLift }: { share: number; leastLift: number },
): number {
  return (share * (evaporator + 273.15)) / Math.max(leastLift, condenser - evaporator);
}
