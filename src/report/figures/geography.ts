import type { Localised } from '../../sources/source.ts';

/** A line as hundredths of a degree, longitude and latitude in turn. */
type Packed = readonly number[];

/** What lies under the sites of a map: public-domain geography, as `data/geography` holds it. */
export interface Geography {
  licence: string;
  sources: readonly string[];
  /** West, south, east, north [degrees]. */
  window: readonly [number, number, number, number];
  /** Radius that stands for a precision [km]. */
  precisionKm: Readonly<Record<string, number>>;
  borders: readonly Packed[];
  disputed: readonly Packed[];
  provinces: readonly Packed[];
  rivers: readonly Packed[];
  lakes: readonly Packed[];
  /** Contour lines by height [m]. */
  relief: readonly { height: number; lines: readonly Packed[] }[];
  names: readonly PlaceName[];
  cities: readonly PlaceName[];
}

export interface PlaceName {
  name: Localised;
  at: readonly [number, number];
}

/** Reads a file of `data/geography`. */
export function parseGeography(text: string): Geography {
  return JSON.parse(text) as Geography;
}

/** The points of a line as longitude and latitude [degrees]. */
export function unpacked(line: Packed): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]! / 100, line[2 * i + 1]! / 100]);
}

/** Whether the geography has something to draw around a place. */
export function covers(
  { window: [west, south, east, north] }: Geography,
  [x, y]: readonly [number, number],
): boolean {
  return x > west && x < east && y > south && y < north;
}
