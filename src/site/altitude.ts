const heights = [0, 762, 1525, 2285, 3050];

/**
 * Capacity of heat rejection over that at sea level, by what is cooled with (manufacturers' table, "Effect of altitude").
 * Condensers lose with the density of the air that carries the heat; evaporation gains a little.
 */
const factors = {
  'air-cooled condenser': [1, 0.95, 0.9, 0.85, 0.8],
  'condensing unit': [1, 0.98, 0.97, 0.95, 0.93],
  'evaporative condenser': [1, 1, 1.01, 1.02, 1.03],
  'fan coil': [1, 0.92, 0.85, 0.78, 0.71],
} as const;

export type Rejection = keyof typeof factors;

/**
 * Capacity at an altitude over that at sea level: straight lines between the rows of the table, on beyond its last.
 *
 * @param altitude m
 */
export function capacityAt(altitude: number, rejection: Rejection): number {
  const row = factors[rejection];
  const z = Math.max(0, altitude);
  let i = heights.findIndex((height) => height > z) - 1;
  if (i < 0) i = heights.length - 2;
  const share = (z - heights[i]!) / (heights[i + 1]! - heights[i]!);
  return Math.max(0.3, row[i]! + share * (row[i + 1]! - row[i]!));
}

/**
 * Power of a fan that moves the same heat through the same ducts in thinner air.
 *
 * Volume flow grows as 1 / rho and pressure drop as rho v^2, so power as (rho_0 / rho)^2.
 *
 * @param density of the air over that at sea level [-]
 */
export function fanFactor(density: number): number {
  return 1 / (density * density);
}
