import type { Estimate, SiteResult } from '../../assessment/assessment.ts';
import { said } from '../strings/strings.ts';
import type { Sheet } from './frame.ts';
import { sectorPath } from './path.ts';
import type { MapProjection } from './projection.ts';
import { decimal, node, type SvgNode } from './svg.ts';

/** A site on the map: where it is, and where its mark stands. */
export interface Mark {
  site: SiteResult;
  /** The published place [px]. */
  place: readonly [number, number];
  /** Where the mark is drawn: beside the place where marks would lie on each other. */
  x: number;
  y: number;
  /** Of the ring [px]. */
  r: number;
  /** Radius of the place's precision [px]. */
  doubt: number;
}

export type Located = SiteResult & { place: NonNullable<SiteResult['place']> };

/**
 * The marks of sites, moved apart until none lies on another.
 *
 * @param largest radius of the largest ring [px]
 */
export function marksOf(
  sites: readonly Located[],
  map: MapProjection,
  {
    amountOf,
    largest,
    precisionKm,
  }: {
    amountOf: (site: SiteResult) => Estimate;
    largest: number;
    precisionKm: Readonly<Record<string, number>>;
  },
): Mark[] {
  const size = (site: SiteResult) => Math.max(amountOf(site).claimed?.median ?? 0, amountOf(site).median);
  const most = Math.max(...sites.map(size), Number.MIN_VALUE);
  const marks = sites.map((site): Mark => {
    const place = map.at([site.place.longitude, site.place.latitude]);
    const claimed = amountOf(site).claimed?.median ?? 0;
    const r = Math.max(5, largest * Math.sqrt((claimed || size(site)) / most));
    return {
      site,
      place,
      x: place[0],
      y: place[1],
      r,
      doubt: (precisionKm[site.place.precision] ?? 0) * map.perKm,
    };
  });
  return spread(marks, map);
}

/** Pushes marks apart, the same way every time, and keeps them on the map. */
function spread(marks: readonly Mark[], { box }: MapProjection): Mark[] {
  const moved = marks.map((mark) => ({ ...mark }));
  for (let round = 0; round < 200; round++) {
    let still = true;
    moved.forEach((a, i) => {
      moved.slice(i + 1).forEach((b, k) => {
        const need = a.r + b.r + 5;
        let [dx, dy] = [b.x - a.x, b.y - a.y];
        if (Math.hypot(dx, dy) >= need) return;
        still = false;
        if (Math.hypot(dx, dy) < 0.01) [dx, dy] = [Math.cos(2.4 * (i + k + 1)), Math.sin(2.4 * (i + k + 1))];
        const long = Math.hypot(dx, dy);
        const push = (need - Math.min(long, need)) / 2 + 0.05;
        [a.x, a.y] = [a.x - (push * dx) / long, a.y - (push * dy) / long];
        [b.x, b.y] = [b.x + (push * dx) / long, b.y + (push * dy) / long];
      });
    });
    for (const one of moved) {
      one.x = Math.min(box.x + box.width - one.r - 3, Math.max(box.x + one.r + 3, one.x));
      one.y = Math.min(box.y + box.height - one.r - 3, Math.max(box.y + one.r + 3, one.y));
    }
    if (still) break;
  }
  return moved;
}

/**
 * A site: ring area is what is claimed, the filled wedge the inferred median, the light one reaches to the end of the middle
 * 90 %. What is more than was claimed is a disc larger than the ring.
 */
export function siteMark(mark: Mark, estimate: Estimate, on: Sheet): SvgNode {
  const name = said(mark.site.name, on.strings);
  const { theme } = on;
  const { x, y, r, place, site } = mark;
  const claimed = estimate.claimed?.median || Math.max(estimate.median, Number.MIN_VALUE);
  const away = Math.hypot(x - place[0], y - place[1]) > 2;
  return node(
    'g',
    { 'data-id': site.id },
    node('title', {}, name),
    ...(away
      ? [
          node('line', { x1: place[0], y1: place[1], x2: x, y2: y, stroke: theme.quiet, 'stroke-width': 1 }),
          node('circle', { cx: place[0], cy: place[1], r: 2, fill: theme.ink }),
        ]
      : []),
    node('circle', { cx: x, cy: y, r, fill: theme.paper, 'fill-opacity': 0.8 }),
    wedge(mark, estimate.high / claimed, { fill: theme.inferred, 'fill-opacity': 0.25 }),
    wedge(mark, estimate.median / claimed, { fill: theme.inferred }),
    node('circle', {
      cx: x,
      cy: y,
      r,
      fill: 'none',
      stroke: theme.claimed,
      'stroke-width': r < 8 ? 1.6 : 2.4,
      'stroke-dasharray': estimate.claimed?.median ? undefined : '1 2',
    }),
  );
}

function wedge({ x, y, r }: Mark, share: number, paint: SvgNode['attributes']): SvgNode {
  if (share >= 0.999) return node('circle', { cx: x, cy: y, r: r * Math.sqrt(Math.min(share, 9)), ...paint });
  const d = sectorPath(r, Math.max(0, share));
  return node('path', { d, transform: `translate(${decimal(x)} ${decimal(y)})`, ...paint });
}

/** The circle that a site may lie in. */
export function doubtCircle({ place, doubt, r }: Mark, { theme }: Sheet): SvgNode[] {
  if (doubt < r + 2) return [];
  return [
    node('circle', {
      cx: place[0],
      cy: place[1],
      r: doubt,
      fill: 'none',
      stroke: theme.quiet,
      'stroke-width': 1,
      // A province-wide circle says little and crosses everything: it recedes.
      'stroke-opacity': doubt > 160 ? 0.45 : 0.9,
      'stroke-dasharray': '3 4',
    }),
  ];
}
