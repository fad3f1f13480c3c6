import { exp } from '../elementary/exponential.ts';
import { greatCircle } from './climate-file.ts';

/** How days differ at the stations around a point, beside what normals say: logarithms of factors on their spread. */
export interface DepartureCell {
  latitude: number;
  longitude: number;
  /** How many stations. */
  stations: number;
  departure: Departure;
}

export interface Departure {
  /** Of daily means, in the warmest and in the coldest month. */
  warm: number;
  cold: number;
  /** Of dew points, in the warmest month. */
  dewPoint: number;
}

export interface Departures {
  /** Distance at which a cell counts exp(-1/2) of what it would here [km]. */
  reach: number;
  /** Stations without a departure that every place has beside it. */
  prior: number;
  cells: readonly DepartureCell[];
}

/**
 * Departure of a place: the mean of those around it, drawn to none where few are near.
 *
 * d = sum_i n_i w_i d_i / (prior + sum_i n_i w_i), w_i = exp(-(r_i / reach)^2 / 2), r_i the great circle to cell i of n_i stations
 */
export function departureAt(
  place: { latitude: number; longitude: number },
  { reach, prior, cells }: Departures,
): Departure {
  const sum = { warm: 0, cold: 0, dewPoint: 0 };
  let all = prior;
  for (const cell of cells) {
    const weight = cell.stations * exp(-((greatCircle(cell, place) / reach) ** 2) / 2);
    all += weight;
    sum.warm += weight * cell.departure.warm;
    sum.cold += weight * cell.departure.cold;
    sum.dewPoint += weight * cell.departure.dewPoint;
  }
  return { warm: sum.warm / all, cold: sum.cold / all, dewPoint: sum.dewPoint / all };
}
