import { power } from '../elementary/power.ts';
import { secondsOfYear } from '../units/calendar.ts';
/** Money of a site: yuan for each watt of IT load, and years. */
export interface CostConstants {
  building: { shell: number; electrical: number; cooling: number; network: number; contingency: number };
  running: {
    discount: number;
    /** s */
    buildingLife: number;
    serverLife: number;
    upkeep: number;
    staff: number;
    utilisation: number;
  };
}

/**
 * Share of a capital that is due each year: r / (1 - (1 + r)^-n), the annuity factor.
 *
 * @param rate r of discount [1/yr]
 * @param years n
 */
export function annuity(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - power(1 + rate, -years));
}

export interface SiteCost {
  /** Capital by part [CNY]. */
  capital: {
    shell: number;
    electrical: number;
    cooling: number;
    servers: number;
    network: number;
    contingency: number;
  };
  /** Each year [CNY]. */
  yearly: { energy: number; upkeep: number; staff: number; capital: number };
  /** All of a year over the accelerator hours that are used [CNY]. */
  perChipHour: number;
}

/**
 * Cost of a site.
 *
 * capital due each year = sum over parts of capital x annuity(rate, life); cost of an accelerator hour =
 * (capital + energy + upkeep + staff) / (N 8,760 utilisation served)
 *
 * @param site accelerators [count], price of each with its share of the server [CNY], IT load [MW], energy bought in a year [MWh]
 * and its price [CNY/kWh], what a year of its own energy costs [CNY], and the share of the load that is served, 1 where left
 * out; accelerators stand still without power
 */
export function siteCost(
  site: {
    chips: number;
    chipPrice: number;
    itMw: number;
    energyMwh: number;
    tariff: number;
    ownEnergy?: number;
    served?: number;
  },
  { building, running }: CostConstants,
): SiteCost {
  const watts = site.itMw * 1e6;
  const servers = site.chips * site.chipPrice;
  const parts = {
    shell: building.shell * watts,
    electrical: building.electrical * watts,
    cooling: building.cooling * watts,
    servers,
    network: building.network * servers,
  };
  const house = parts.shell + parts.electrical + parts.cooling;
  const capital = { ...parts, contingency: building.contingency * house };
  const houseYears = running.buildingLife / secondsOfYear;
  const serverYears = running.serverLife / secondsOfYear;
  const yearly = {
    energy: site.energyMwh * 1000 * site.tariff + (site.ownEnergy ?? 0),
    upkeep: running.upkeep * (house + servers),
    staff: running.staff * watts,
    capital:
      (house + capital.contingency) * annuity(running.discount, houseYears) +
      (servers + capital.network) * annuity(running.discount, serverYears),
  };
  const sum = yearly.energy + yearly.upkeep + yearly.staff + yearly.capital;
  return {
    capital,
    yearly,
    perChipHour: sum / (site.chips * 8760 * running.utilisation * (site.served ?? 1)),
  };
}

/**
 * Levelised cost of the energy of farms and storage.
 *
 * LCOE = (sum of capital x (annuity + upkeep)) / energy used
 *
 * @param plan capital by part [CNY] with its life [yr]
 * @param usedMwh energy a year that reached the load [MWh]
 * @returns CNY/kWh
 */
export function levelisedCost(
  plan: readonly { capital: number; years: number }[],
  { usedMwh, discount, upkeep }: { usedMwh: number; discount: number; upkeep: number },
): number {
  const due = plan.reduce(
    (sum, { capital, years }) => sum + capital * (annuity(discount, years) + upkeep),
    0,
  );
  return due / (usedMwh * 1000);
}
