import { type GeoProjection, geoConicEqualArea } from 'd3-geo';
import type { Box } from './label-places.ts';

export type Place = readonly [longitude: number, latitude: number];

/** A map's projection, and what it takes to measure on it. */
export interface MapProjection {
  /** Pixels of a place. */
  at: (place: Place) => readonly [x: number, y: number];
  /** Pixels of a kilometre at the centre. */
  perKm: number;
  box: Box;
}

const earthKm = 6371;

/**
 * An equal-area conic projection (H. C. Albers, 1805) that shows all of some places with room around them.
 *
 * @param places at least one
 * @param box where the map is drawn [px]
 * @param leastKm distance across that the map shows at least [km]
 */
export function projectionOf(
  places: readonly Place[],
  box: Box,
  { leastKm, pad }: { leastKm: number; pad: number },
): MapProjection {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const half = ((leastKm / 2) * 180) / (Math.PI * earthKm);
  const wide = half / Math.cos((lat * Math.PI) / 180);
  const corners = [
    [Math.min(west, lon - wide), Math.min(south, lat - half)],
    [Math.max(east, lon + wide), Math.min(south, lat - half)],
    [Math.min(west, lon - wide), Math.max(north, lat + half)],
    [Math.max(east, lon + wide), Math.max(north, lat + half)],
    [lon, Math.max(north, lat + half)],
  ];
  const projection = conic(lon, [corners[0]![1]!, corners[2]![1]!]);
  projection.fitExtent(
    [
      [box.x + pad, box.y + pad],
      [box.x + box.width - pad, box.y + box.height - pad],
    ],
    { type: 'MultiPoint', coordinates: corners as [number, number][] },
  );
  const at = (place: Place) => projection([place[0], place[1]])!;
  const [a, b] = [at([lon, lat]), at([lon, lat + 0.1])];
  const perKm = Math.hypot(a[0] - b[0], a[1] - b[1]) / ((0.1 * Math.PI * earthKm) / 180);
  return { at, perKm, box };
}

/** Standard parallels a sixth inside the ends; near the equator they may not cancel out. */
function conic(lon: number, [south, north]: [number, number]): GeoProjection {
  const sixth = (north - south) / 6;
  const [a, b] = [south + sixth, north - sixth];
  const apart: [number, number] = Math.abs(a + b) < 1 ? [a, a + 2] : [a, b];
  return geoConicEqualArea().rotate([-lon, 0]).parallels(apart);
}
