import type { Assessment, Estimate, SiteResult } from '../../assessment/assessment.ts';
import { amount, claim, intervalParts, percent } from '../amount.ts';
import { said, saidOtherwise } from '../strings/strings.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, originOf, type Sheet, sheet } from './frame.ts';
import { covers, type Geography } from './geography.ts';
import { type Box, freeSpots, type Wanted } from './label-places.ts';
import { fit, shortened, textLine, widthOf } from './lines.ts';
import { contourStep, ground, scaleLength } from './map-ground.ts';
import { doubtCircle, type Located, type Mark, marksOf, siteMark } from './map-sites.ts';
import { type LegendEntry, legend, ring } from './marks.ts';
import { type MapProjection, projectionOf } from './projection.ts';
import { node, type SvgNode } from './svg.ts';
import { serif, sizes } from './theme.ts';

export interface MapOptions extends FigureOptions {
  /** Id of a site to look at closely; the whole hub where left out. */
  site?: string;
  /** What rings and wedges measure: compute of any chip, or accelerators as named. */
  measure?: 'compute' | 'accelerators';
}

/**
 * The sites of a hub on the ground: ring area is what is claimed, the wedge what is inferred, a dashed circle how sharply
 * the source locates them.
 *
 * @param a what `assess` returned
 * @param geography from `parseGeography`; without it, or where it does not reach, sites stand on plain paper
 */
export function mapFigure(a: Assessment, geography: Geography | undefined, options: MapOptions = {}): Figure {
  const probe = sheet(options, 0);
  const on = sheet(options, Math.round(Math.max(300, Math.min(620, probe.inner * 0.62))));
  const { strings: s } = on;
  const amountOf = (site: SiteResult) => site[options.measure ?? 'compute'];
  const ours = a.sites.filter(({ role }) => role === 'hub');
  const located = ours.filter((site): site is Located => site.place !== null);
  const wanted = located.find(({ id }) => id === options.site);
  const id = `${a.run.id}-map${wanted ? `-${wanted.id}` : ''}`;
  const drawn = draw({ located, wanted, geography, amountOf, id }, on);
  const largest = [...located].sort((p, q) => sizeOf(amountOf(q)) - sizeOf(amountOf(p)))[0];
  const shown = wanted ?? largest;
  return frame(
    {
      id,
      title: wanted ? said(wanted.name, s) : s.figures.map.title(said(a.hub.name, s)),
      sentence: sentenceOf({ shown, wanted, ours, located }, amountOf, on),
      from: withGround(originOf(a, on), geography && drawn.grounded ? geography : undefined, on),
      definitions: [node('clipPath', { id: `${id}-clip` }, node('rect', { ...drawn.map.box, rx: 2 }))],
      plot: drawn.nodes,
      plotHeight: drawn.height,
      table: tableOf(ours, amountOf, on),
    },
    on,
  );
}

function sentenceOf(
  of: {
    shown: Located | undefined;
    wanted: Located | undefined;
    ours: readonly SiteResult[];
    located: readonly Located[];
  },
  amountOf: (site: SiteResult) => Estimate,
  on: Sheet,
): string {
  const { map } = on.strings.figures;
  if (!of.shown) return map.nowhere;
  const facts = { name: said(of.shown.name, on.strings), ...amounts(amountOf(of.shown), on) };
  if (of.wanted) return map.sentenceOne(facts);
  const count = (sites: readonly SiteResult[]) => sites.reduce((sum, one) => sum + one.count, 0);
  return map.sentence({ ...facts, located: count(of.located), sites: count(of.ours) });
}

const sizeOf = ({ claimed, median }: Estimate) => claimed?.median ?? median;

function amounts(of: Estimate, { strings: s }: Sheet) {
  const { middle, range } = intervalParts(of, of.unit, s);
  return { inferred: middle, range, claimed: of.claimed ? claim(of.claimed, of.unit, s) : s.notKnown };
}

function withGround(
  origin: ReturnType<typeof originOf>,
  geography: Geography | undefined,
  { strings: s }: Sheet,
): ReturnType<typeof originOf> {
  if (!geography) return origin;
  return { ...origin, circumstances: [...(origin.circumstances ?? []), s.figures.map.ground] };
}

interface Subject {
  located: readonly Located[];
  wanted: Located | undefined;
  geography: Geography | undefined;
  amountOf: (site: SiteResult) => Estimate;
  id: string;
}

function draw(subject: Subject, on: Sheet) {
  const { located, wanted, geography, amountOf, id } = subject;
  const keys = legend(legendOf(located, amountOf, on), on);
  const box: Box = { x: 0, y: keys.height + 8, width: on.inner, height: on.height };
  const places = (wanted ? [wanted] : located).map(({ place }) => [place.longitude, place.latitude] as const);
  const [first] = places;
  const grounded =
    first !== undefined && geography !== undefined && places.every((one) => covers(geography, one));
  const map = projectionOf(places.length > 0 ? places : [[0, 0]], box, {
    leastKm: wanted ? 260 : 500,
    pad: wanted ? 12 : on.narrow ? 44 : 96,
  });
  const marks = marksOf(located, map, {
    amountOf,
    largest: on.narrow ? 17 : 26,
    precisionKm: geography?.precisionKm ?? {},
  }).filter((mark) => within(mark, box));
  const notes = fit(
    grounded
      ? on.strings.figures.map.boundaries(String(contourStep(map, on)))
      : on.strings.figures.map.noGround,
    on.inner,
    sizes.label,
  );
  const bottom = box.y + box.height;
  const nodes = [
    ...keys.nodes,
    node(
      'g',
      { 'clip-path': `url(#${id}-clip)` },
      ...(geography && grounded ? ground(geography, map, on) : []),
      ...marks.flatMap((mark) => doubtCircle(mark, on)),
      ...marks.map((mark) => siteMark(mark, amountOf(mark.site), on)),
    ),
    ...labels(subject, { marks, map, grounded }, on),
    ...scaleBar(map, on),
    node('rect', { ...box, rx: 2, fill: 'none', stroke: on.theme.quiet, 'stroke-width': 1 }),
    ...notes.map((line, i) =>
      textLine(line, 0, bottom + 18 + i * 17, { size: sizes.label, fill: on.theme.quiet }),
    ),
  ];
  return { nodes, map, grounded, height: bottom + 8 + notes.length * 17 };
}

const within = ({ place: [x, y] }: Mark, box: Box) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

const barPlace = ({ box }: MapProjection, px: number): Box => ({
  x: box.x + box.width - px - 20,
  y: box.y + box.height - 34,
  width: px + 16,
  height: 30,
});

function scaleBar(map: MapProjection, { theme, narrow, strings: s }: Sheet): SvgNode[] {
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
function labels(
  { geography, wanted }: Subject,
  { marks, map, grounded }: { marks: readonly Mark[]; map: MapProjection; grounded: boolean },
  on: Sheet,
): SvgNode[] {
  const { theme } = on;
  const ordered = [...marks].sort(
    (p, q) => Number(q.site.id === wanted?.id) - Number(p.site.id === wanted?.id) || q.r - p.r,
  );
  const lines = ordered.map(({ site }) => siteLines(site, on));
  const sites: Wanted[] = ordered.map(({ x, y, r }, i) => ({ x, y, reach: r + 5, ...blockOf(lines[i]!) }));
  const others = geography && grounded ? placesOf(geography, map, on) : [];
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
  const found = freeSpots([...sites, ...others.map(({ label }) => label)], {
    taken: [...rings, ...dots, bar],
    within: inner,
  });
  const siteNames = lines.flatMap((pair, i) => {
    const spot = found[i];
    if (!spot) return [];
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
    const spot = found[sites.length + i];
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
  width: Math.max(...lines.map((line) => widthOf(line, sizes.label))) + 3,
  height: lines.length * 16 + 2,
});

/** Short names in both languages, with the chance that it is lit. */
function siteLines({ name, stages }: SiteResult, { strings: s, narrow }: Sheet): string[] {
  const brief = (text: string) => text.replace(/ [([（].*$/, '').replace(/^(\S+ \S+ \S+ \S+) .*$/, '$1');
  const other = saidOtherwise(name, s);
  const lit = `${s.stage.lit} ${percent(stages.lit, s)}`;
  const cut = (text: string) => shortened(text, narrow ? 110 : 190, sizes.label);
  return [
    cut(brief(said(name, s))),
    narrow || other === undefined ? lit : `${shortened(brief(other), 150, sizes.label)} · ${lit}`,
  ];
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

function legendOf(
  located: readonly Located[],
  amountOf: (site: SiteResult) => Estimate,
  on: Sheet,
): LegendEntry[] {
  const { theme, strings: s } = on;
  const words = s.figures.map;
  const unit = located[0] ? amountOf(located[0]).unit : '';
  const most = Math.max(0, ...located.map((site) => amountOf(site).claimed?.median ?? 0));
  const slice = (end: string, opacity: number) => (x: number, y: number) =>
    node('path', {
      d: `M${x + 7} ${y - 5}V${y - 12}${end}Z`.replace('@', `${x + 7}`),
      fill: theme.inferred,
      'fill-opacity': opacity,
    });
  return [
    {
      mark: (x, y) => ring(x + 7, y - 5, { theme, r: 7 }),
      text: most > 0 ? words.ring(amount(most, unit, s)) : s.claimed,
      fill: theme.claimed,
    },
    {
      mark: (x, y) => slice(`A7 7 0 0 1 ${x + 14} ${y - 5}`, 1)(x, y),
      text: words.wedge,
      fill: theme.inferred,
    },
    {
      mark: (x, y) => slice(`A7 7 0 0 1 ${x + 7} ${y + 2}`, 0.3)(x, y),
      text: words.band,
      fill: theme.inferred,
    },
    {
      mark: (x, y) =>
        node('circle', {
          cx: x + 7,
          cy: y - 5,
          r: 7,
          fill: 'none',
          stroke: theme.quiet,
          'stroke-dasharray': '3 3',
        }),
      text: words.doubt,
      fill: theme.quiet,
    },
  ];
}

function tableOf(
  sites: readonly SiteResult[],
  amountOf: (site: SiteResult) => Estimate,
  { strings: s }: Sheet,
): FigureTable {
  const { column, map } = s.figures;
  const unit = sites[0] ? amountOf(sites[0]).unit : '';
  const of = (id: string, label: string) => ({ id, label, ...(unit && { unit }) });
  return {
    columns: [
      { id: 'site', label: s.sitesHead },
      { id: 'name', label: column.name },
      { id: 'latitude', label: map.latitude, unit: '°' },
      { id: 'longitude', label: map.longitude, unit: '°' },
      { id: 'precision', label: map.precision },
      of('claimed', s.claimed),
      of('median', column.median),
      of('low', column.low),
      of('high', column.high),
      { id: 'lit', label: s.stage.lit },
    ],
    rows: sites.map((site) => {
      const { claimed, median, low, high } = amountOf(site);
      const { place } = site;
      return [
        site.id,
        said(site.name, s),
        place?.latitude,
        place?.longitude,
        place?.precision,
        claimed?.median,
        median,
        low,
        high,
        site.stages.lit,
      ];
    }),
  };
}
