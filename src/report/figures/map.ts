import type { Assessment, Estimate, SiteResult } from '../../assessment/assessment.ts';
import { amount, claim, intervalParts } from '../amount.ts';
import { said } from '../strings/strings.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, originOf, type Sheet, sheet } from './frame.ts';
import { covers, type Geography } from './geography.ts';
import type { Box } from './label-places.ts';
import { fit, textLine } from './lines.ts';
import { contourStep, ground } from './map-ground.ts';
import { labels, scaleBar } from './map-labels.ts';
import { doubtCircle, type Located, type Mark, marksOf, siteMark } from './map-sites.ts';
import { type LegendEntry, legend, ring } from './marks.ts';
import { projectionOf } from './projection.ts';
import { node } from './svg.ts';
import { sizes } from './theme.ts';

export interface MapOptions extends FigureOptions {
  /** Id of a site to look at closely; the whole hub where left out. */
  site?: string;
  /** What rings and wedges measure: compute of any chip, or accelerators as named. */
  measure?: 'compute' | 'accelerators';
  /** The sites are those of one world that was drawn: each has a stage, not chances. */
  world?: boolean;
  /** Ground and marks alone, for a card that says the rest. */
  little?: boolean;
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
  const { world = false, little = false } = options;
  const drawn = draw({ located, wanted, geography, amountOf, id, world, little }, on);
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
  world: boolean;
  little: boolean;
}

function draw({ located, wanted, geography, amountOf, id, world, little }: Subject, on: Sheet) {
  const keys = little ? { nodes: [], height: -8 } : legend(legendOf(located, amountOf, on), on);
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
  const words = grounded
    ? on.strings.figures.map.boundaries(String(contourStep(map, on)))
    : on.strings.figures.map.noGround;
  const notes = little ? [] : fit(words, on.inner, sizes.label);
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
    ...(little
      ? []
      : [
          ...labels(
            { marks, map, wanted: wanted?.id, geography: grounded ? geography : undefined, world },
            on,
          ),
          ...scaleBar(map, on),
        ]),
    node('rect', { ...box, rx: 2, fill: 'none', stroke: on.theme.quiet, 'stroke-width': 1 }),
    ...notes.map((line, i) =>
      textLine(line, 0, bottom + 18 + i * 17, { size: sizes.label, fill: on.theme.quiet }),
    ),
  ];
  return { nodes, map, grounded, height: bottom + 8 + notes.length * 17 };
}

const within = ({ place: [x, y] }: Mark, box: Box) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

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
