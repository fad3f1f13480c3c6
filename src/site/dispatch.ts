/** What feeds a site, beside what it draws. */
export interface SupplyPlan {
  /** Ratings of the farms [MW], and hourly outputs over rating. */
  photovoltaicMw: number;
  windMw: number;
  photovoltaic: Float64Array;
  wind: Float64Array;
  /** Most that the grid gives [MW]; surplus is not fed back. */
  gridMw: number;
  storage: {
    /** Energy between empty and full [MWh], and power each way [MW]. */
    mwh: number;
    mw: number;
    /** Energy out over energy in [-]. */
    roundTrip: number;
    /** Share of the energy that is never drawn [-]. */
    floor: number;
  };
  /** Share of what the farms make that is curtailed before the site [-]. */
  curtailment: number;
}

/** Energy of all hours [MWh] and what became of it. */
export interface Dispatch {
  hours: number;
  load: number;
  photovoltaic: number;
  wind: number;
  /** Farm output that served the load in its hour. */
  direct: number;
  /** Farm output that nobody took, by the grid's curtailment and for want of load. */
  curtailed: number;
  charged: number;
  discharged: number;
  stored: { first: number; last: number };
  lostInStorage: number;
  grid: number;
  /** Load that nothing served. */
  unserved: number;
  hoursUnserved: number;
  /** Highest hour of the grid [MW]. */
  gridPeakMw: number;
  /** Of each hour [MW], for figures. */
  byHour: { grid: Float64Array; direct: Float64Array; discharge: Float64Array; unserved: Float64Array };
}

/**
 * Serves a load hour by hour: farms first, then storage, then the grid; surplus charges storage, the rest is curtailed.
 *
 * Losses are taken at charging and discharging alike: sqrt(roundTrip) each way. Every MWh is accounted for:
 * photovoltaic + wind = direct + charged + curtailed, and load = direct + discharged + grid + unserved.
 *
 * @param loadMw by hour; not negative
 */
export function dispatch(loadMw: Float64Array, plan: SupplyPlan): Dispatch {
  const hours = loadMw.length;
  const column = () => new Float64Array(hours);
  const byHour = { grid: column(), direct: column(), discharge: column(), unserved: column() };
  const { storage } = plan;
  const oneWay = Math.sqrt(storage.roundTrip);
  const least = storage.floor * storage.mwh;
  let level = (least + storage.mwh) / 2;
  const total = emptyTotals(hours, level);
  for (let i = 0; i < hours; i++) {
    const load = loadMw[i]!;
    const sun = plan.photovoltaicMw * plan.photovoltaic[i]!;
    const wind = plan.windMw * plan.wind[i]!;
    const made = (sun + wind) * (1 - plan.curtailment);
    const direct = Math.min(load, made);
    const charge = Math.max(0, Math.min(made - direct, storage.mw, (storage.mwh - level) / oneWay));
    const asked = load - direct;
    const discharge = charge > 0 ? 0 : Math.max(0, Math.min(asked, storage.mw, (level - least) * oneWay));
    const grid = Math.max(0, Math.min(asked - discharge, plan.gridMw));
    level += charge * oneWay - discharge / oneWay;
    const unserved = Math.max(0, asked - discharge - grid);
    total.load += load;
    total.photovoltaic += sun;
    total.wind += wind;
    total.direct += direct;
    total.curtailed += sun + wind - direct - charge;
    total.charged += charge;
    total.discharged += discharge;
    total.grid += grid;
    total.unserved += unserved;
    if (unserved > 1e-9 * Math.max(1, load)) total.hoursUnserved++;
    total.gridPeakMw = Math.max(total.gridPeakMw, grid);
    byHour.grid[i] = grid;
    byHour.direct[i] = direct;
    byHour.discharge[i] = discharge;
    byHour.unserved[i] = unserved;
  }
  total.stored.last = level;
  total.lostInStorage = total.charged - total.discharged - (level - total.stored.first);
  return { ...total, byHour };
}

function emptyTotals(hours: number, level: number): Omit<Dispatch, 'byHour'> {
  return {
    hours,
    load: 0,
    photovoltaic: 0,
    wind: 0,
    direct: 0,
    curtailed: 0,
    charged: 0,
    discharged: 0,
    stored: { first: level, last: level },
    lostInStorage: 0,
    grid: 0,
    unserved: 0,
    hoursUnserved: 0,
    gridPeakMw: 0,
  };
}

/**
 * Firm capacity of farms and storage: the largest constant load that goes unserved in at most a share of the hours with no grid.
 *
 * @param share of the hours, such as 0.001
 * @returns MW, within 0.1 %
 */
export function firmCapacity(plan: SupplyPlan, share: number): number {
  const hours = plan.photovoltaic.length;
  const load = new Float64Array(hours);
  const holds = (mw: number) =>
    dispatch(load.fill(mw), { ...plan, gridMw: 0 }).hoursUnserved <= share * hours;
  let [low, high] = [0, plan.photovoltaicMw + plan.windMw];
  for (let round = 0; round < 12; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
