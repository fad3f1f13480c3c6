import type { Sheet } from './frame.ts';
import { type Geography, unpacked } from './geography.ts';
import { smoothPath } from './path.ts';
import type { MapProjection } from './projection.ts';
import { decimal, node, type SvgNode } from './svg.ts';

/** Contour lines, waters and boundaries under the sites; what lies outside the map is left out. */
export function ground(geography: Geography, map: MapProjection, on: Sheet): SvgNode[] {
  const { theme } = on;
  const water = theme.permitted;
  const every = contourStep(map, on);
  return [
    ...geography.relief
      .filter(({ height }) => height % every === 0)
      .map(({ height, lines }) =>
        node('path', {
          d: lines.map((one) => smooth(one, map)).join(''),
          fill: 'none',
          stroke: theme.quiet,
          'stroke-opacity': height % 1000 === 0 ? 0.36 : 0.2,
          'stroke-width': 0.9,
        }),
      ),
    shape(geography.rivers, map, { stroke: water, 'stroke-width': 0.9, 'stroke-opacity': 0.45 }),
    shape(geography.lakes, map, { stroke: water, 'stroke-width': 0.7, fill: water, 'fill-opacity': 0.25 }),
    shape(geography.provinces, map, {
      stroke: theme.quiet,
      'stroke-width': 0.8,
      'stroke-dasharray': '5 2 1 2',
      'stroke-opacity': 0.75,
    }),
    shape(geography.borders, map, { stroke: theme.quiet, 'stroke-width': 1.3 }),
    shape(geography.disputed, map, { stroke: theme.quiet, 'stroke-width': 1.3, 'stroke-dasharray': '2 4' }),
  ];
}

/** Between two contour lines [m]. */
export const contourStep = ({ perKm }: MapProjection, { narrow }: Sheet): number =>
  narrow && perKm < 0.6 ? 1000 : 500;

type Packed = readonly number[];

function shape(lines: readonly Packed[], map: MapProjection, attributes: SvgNode['attributes']): SvgNode {
  const d = lines
    .map((one) => visible(one, map))
    .filter((points) => points !== null)
    .map((points) => points!.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${decimal(x)} ${decimal(y)}`).join(''))
    .join('');
  return node('path', { d, fill: 'none', ...attributes });
}

function smooth(packed: Packed, map: MapProjection): string {
  return smoothPath(visible(packed, map) ?? []);
}

/** The points of a line in pixels; null where none of them is near the map. */
function visible(packed: Packed, { at, box }: MapProjection): [number, number][] | null {
  const points = unpacked(packed).map((place) => at(place) as [number, number]);
  const near = ([x, y]: readonly [number, number]) =>
    x > box.x - 40 && x < box.x + box.width + 40 && y > box.y - 40 && y < box.y + box.height + 40;
  return points.some(near) ? points : null;
}

/** A bar of a round length with its kilometres. */
export function scaleLength(perKm: number, room: number): { km: number; px: number } {
  const most = room / perKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((step) => step * power).find((length) => length <= most)!;
  return { km, px: km * perKm };
}
