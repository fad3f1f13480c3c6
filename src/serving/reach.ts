import { coherent } from '../chips/figure.ts';
import { greatCircle } from '../site/climate-file.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import type { City, FibreNumbers } from './workloads.ts';

/** Speed of light in vacuum [km/s], exact. */
const lightSpeed = 299_792.458;

export interface Place {
  latitude: number;
  longitude: number;
}

/**
 * Time that a message takes there and back.
 *
 * 2 d f n / c + equipment: great circle d, length of the route over it f, group index of the glass n
 *
 * @param distance great circle [km]
 * @returns s
 */
export function roundTrip(
  distance: number,
  { routeFactor, index, equipment }: { routeFactor: number; index: number; equipment: number },
): number {
  return (2 * distance * routeFactor * index) / lightSpeed + equipment;
}

/** How far a city is: kilometres as the crow flies, the bound that light sets, and what is to be expected [s]. */
export interface Reach {
  city: City;
  distance: number;
  bound: number;
  expected: { median: number; low: number; high: number };
}

/** Round trips from a place to cities, nearest first; the middle 90 % over routes and equipment. */
export function reachOf(
  from: Place,
  { cities, fibre }: { cities: readonly City[]; fibre: FibreNumbers },
  { seed, draws = 8192 }: { seed: number; draws?: number },
): Reach[] {
  const index = coherent(fibre.index.quantity)!.quantile(0.5);
  const equipment = column(fibre.equipment, 'equipment', { seed, draws });
  return cities
    .map((city) => {
      const distance = greatCircle(from, city);
      const factors = column(fibre[city.route], `route/${city.id}`, { seed, draws });
      const times = factors
        .map((routeFactor, i) => roundTrip(distance, { routeFactor, index, equipment: equipment[i]! }))
        .sort();
      const at = (p: number) => times[Math.floor(p * draws)]!;
      return {
        city,
        distance,
        bound: roundTrip(distance, { routeFactor: 1, index, equipment: 0 }),
        expected: { median: at(0.5), low: at(0.05), high: at(0.95) },
      };
    })
    .sort((a, b) => a.distance - b.distance);
}

function column(
  figure: FibreNumbers[keyof FibreNumbers],
  name: string,
  { seed, draws }: { seed: number; draws: number },
): Float64Array {
  const out = new Float64Array(draws);
  drawColumn(compileTable(coherent(figure.quantity)!), stream(seed, `reach/${name}`), 0, out);
  return out;
}
