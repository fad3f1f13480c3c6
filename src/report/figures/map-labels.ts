import type { SiteResult } from '../../assessment/assessment.ts';
import { percent } from '../amount.ts';
import { said, saidOtherwise } from '../strings/strings.ts';
import type { Sheet } from './frame.ts';
import type { Geography } from './geography.ts';
import { type Box, freeSpots, type Wanted } from './label-places.ts';
import { shortened, textLine, widthOf } from './lines.ts';
import { scaleLength } from './map-ground.ts';
import type { Mark } from './map-sites.ts';
import type { MapProjection } from './projection.ts';
import { node, type SvgNode } from './svg.ts';
import { serif, sizes } from './theme.ts';

/** What is named on a map. */
export interface MapLabels {
  marks: readonly Mark[];
  map: MapProjection;
  /** Id of the site that is named first. */
  wanted?: string | undefined;
  /** Provinces and towns; none where left out. */
  geography?: Geography | undefined;
  /** Whether sites are told of with the one stage they have, not with the chance that they are lit. */
  world?: boolean;
}

const barPlace = ({ box }: MapProjection, px: number): Box => ({
  x: box.x + box.width - px - 20,
  y: box.y + box.height - 34,
  width: px + 16,
  height: 30,
});

/** A bar of a round length in the lower right corner. */
export function scaleBar(map: MapProjection, { theme, narrow, strings: s }: Sheet): SvgNode[] {
  const { km, px } = scaleLength(map.perKm, narrow ? 80 : 140);
  const { x, y } = barPlace(map, px);
  const [left, base] = [x + 4, y + 22];
  return [
    node('path', {
      d: `M${left.toFixed(1)} ${base - 5}v5h${px.toFixed(1)}v-5`,
      fill: 'none',
      stroke: theme.ink,
      'stroke-width': 1.4,
    }),
    textLine(s.figures.map.km(s.number(km, 2)), left + px / 2, base - 8, {
      size: sizes.label,
      fill: theme.ink,
      anchor: 'middle',
      halo: theme.paper,
    }),
  ];
}

/** Names of sites in both languages, then of provinces and towns, each where there is room. */
export function labels({ marks, map, wanted, geography, world = false }: MapLabels, on: Sheet): SvgNode[] {
  const { theme } = on;
  const ordered = [...marks].sort(
    (p, q) => Number(q.site.id === wanted) - Number(p.site.id === wanted) || q.r - p.r,
  );
  const others = geography ? placesOf(geography, map, on) : [];
  const bar = barPlace(map, scaleLength(map.perKm, on.narrow ? 80 : 140).px);
  const rings = marks.map(({ x, y, r }) => ({
    x: x - r - 1,
    y: y - r - 1,
    width: 2 * r + 2,
    height: 2 * r + 2,
  }));
  const dots = others
    .filter(({ town }) => town)
    .map(({ label: { x, y } }) => ({ x: x - 3, y: y - 3, width: 6, height: 6 }));
  const inner = { x: map.box.x + 4, y: map.box.y + 3, width: map.box.width - 8, height: map.box.height - 6 };
  const taken: Box[] = [...rings, ...dots, bar];
  const named = ordered.map((mark) => {
    const placed = placedName(mark, { taken, within: inner, world }, on);
    if (placed) taken.push(placed.spot);
    return placed;
  });
  const found = freeSpots(
    others.map(({ label }) => label),
    { taken, within: inner },
  );
  const siteNames = named.flatMap((placed, i) => {
    if (!placed) return [];
    const { lines: pair, spot } = placed;
    const end = spot.x + spot.width / 2 < ordered[i]!.x - 4;
    const x = end ? spot.x + spot.width : spot.x;
    return pair.map((line, l) =>
      textLine(line, x, spot.y + 13 + l * 16, {
        size: sizes.label,
        fill: l === 0 ? theme.ink : theme.quiet,
        ...(l === 0 && { weight: 600 }),
        anchor: end ? 'end' : 'start',
        halo: theme.paper,
      }),
    );
  });
  const placeNames = others.flatMap(({ name, town, label }, i) => {
    const spot = found[i];
    if (!spot) return [];
    const style = { fill: theme.quiet, halo: theme.paper };
    return town
      ? [
          node('circle', { cx: label.x, cy: label.y, r: 1.8, fill: theme.quiet }),
          textLine(name, spot.x, spot.y + 13, { ...style, size: sizes.label }),
        ]
      : [textLine(name, spot.x, spot.y + 13, { ...style, size: sizes.text, font: serif })];
  });
  return [...placeNames, ...siteNames];
}

const blockOf = (lines: readonly string[]) => ({
  // The first line is in bold.
  width: Math.max(...lines.map((line, i) => widthOf(line, sizes.label) * (i === 0 ? 1.06 : 1))) + 3,
  height: lines.length * 16 + 2,
});

/** The name of a site where there is room for it: whole, else as much of it as is enough to know it by. */
function placedName(
  { site, x, y, r }: Mark,
  { taken, within, world }: { taken: readonly Box[]; within: Box; world: boolean },
  on: Sheet,
): { lines: string[]; spot: Box } | undefined {
  for (const room of on.narrow ? [220, 110] : [320, 150]) {
    const lines = siteLines(site, { room, world }, on);
    const [spot] = freeSpots([{ x, y, reach: r + 5, ...blockOf(lines) }], { taken, within });
    if (spot) return { lines, spot };
  }
  return undefined;
}

/** Short names in both languages, with the chance that it is lit, or the stage that it has. */
function siteLines(
  { name, stages }: SiteResult,
  { room, world }: { room: number; world: boolean },
  { strings: s, narrow }: Sheet,
): string[] {
  const brief = (text: string) => text.replace(/\s*[([（].*$/, '').replace(/^(\S+ \S+ \S+ \S+) .*$/, '$1');
  const other = saidOtherwise(name, s);
  const one = (['paper', 'construction', 'shell', 'lit'] as const).find((stage) => stages[stage] === 1);
  const how = world && one ? s.stage[one] : `${s.stage.lit} ${percent(stages.lit, s)}`;
  const cut = (text: string) => shortened(text, room, sizes.label);
  return [cut(brief(said(name, s))), narrow || other === undefined ? how : `${cut(brief(other))} · ${how}`];
}

interface NamedPlace {
  name: string;
  town: boolean;
  label: Wanted;
}

function placesOf({ names, cities }: Geography, map: MapProjection, on: Sheet): NamedPlace[] {
  const { strings: s, narrow } = on;
  const inBox = ([x, y]: readonly [number, number]) =>
    x > map.box.x && x < map.box.x + map.box.width && y > map.box.y && y < map.box.y + map.box.height;
  const made = (town: boolean) => (one: Geography['names'][number]) => {
    const [x, y] = map.at([one.at[0] / 100, one.at[1] / 100]);
    const [first, second] = [said(one.name, s), saidOtherwise(one.name, s)];
    const name = second && !(narrow && town) ? `${first} ${second}` : first;
    const label = {
      x,
      y,
      width: widthOf(name, town ? sizes.label : sizes.text) + 3,
      height: 17,
      reach: 5,
      over: !town,
    };
    return { name, town, label };
  };
  return [...names.map(made(false)), ...cities.map(made(true))].filter(({ label }) =>
    inBox([label.x, label.y]),
  );
}
