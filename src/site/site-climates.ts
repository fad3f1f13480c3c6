import { atAltitude, type Climate } from './climate.ts';
import { greatCircle } from './climate-file.ts';

/** Where a site lies: its altitude may be known only within a range [m]. */
export interface SitePlace {
  latitude: number;
  longitude: number;
  altitude?: readonly [low: number, high: number];
}

/** Metres of height that part two places as much as a kilometre of distance does. */
const metresLikeKm = 2;
/** A range of altitudes below this has one climate [m]. */
const oneClimate = 300;

/**
 * Climates of a site: that of the nearest place, moved to the site's altitude; two where the sources leave more than 300 m
 * open, one for each end.
 *
 * A place's distance is its great circle in kilometres plus half its difference of height in metres.
 */
export function climatesOf(climates: ReadonlyMap<string, Climate>, place: SitePlace): Climate[] {
  const [low, high] = place.altitude ?? [];
  if (low === undefined || high === undefined) return [nearest(climates, place)];
  const ends = high - low > oneClimate ? [low, high] : [(low + high) / 2];
  return ends.map((altitude) => {
    const station = nearest(climates, { ...place, altitude });
    const moved = Math.abs(station.altitude - altitude) > 50 ? atAltitude(station, altitude) : station;
    return { ...moved, proxy: station.proxy ?? station.id };
  });
}

function nearest(
  climates: ReadonlyMap<string, Climate>,
  { latitude, longitude, altitude }: { latitude: number; longitude: number; altitude?: unknown },
): Climate {
  const away = (climate: Climate) =>
    greatCircle(climate, { latitude, longitude }) +
    (typeof altitude === 'number' ? Math.abs(climate.altitude - altitude) / metresLikeKm : 0);
  return [...climates.values()].reduce((best, one) => (away(one) < away(best) ? one : best));
}
