import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { mapFigure } from '../../../src/report/figures/map.ts';
import { scaleLength } from '../../../src/report/figures/map-ground.ts';
import { marksOf } from '../../../src/report/figures/map-sites.ts';
import { projectionOf } from '../../../src/report/figures/projection.ts';
import { invented } from '../../fixtures/assessment/invented.ts';
import { geography, onTheGround } from './every.ts';

const box = { x: 0, y: 0, width: 700, height: 400 };
const places = [
  [94.68, 43.25],
  [101.77, 36.62],
] as const;
const map = projectionOf(places, box, { leastKm: 500, pad: 40 });

describe('the map', () => {
  it('gives every site on the ground a mark that can be found, and says where the ground comes from', () => {
    const svg = figureSvg(mapFigure(onTheGround, geography));
    for (const id of ['first-terrace', 'second-terrace', 'unnamed']) expect(svg).toContain(`data-id="${id}"`);
    expect(svg).not.toContain('data-id="lowland"');
    expect(svg).toContain('Natural Earth');
    expect(svg).toContain('no view of any claim is implied');
  });

  it('says that it has no geography of other parts of the world', () => {
    const svg = figureSvg(mapFigure(invented, geography));
    expect(svg).toContain('sites stand on plain paper');
    expect(svg).not.toContain('Natural Earth');
  });

  it('says so where no site has a place', () => {
    const nowhere = { ...invented, sites: invented.sites.map((site) => ({ ...site, place: null })) };
    const { sentence, table } = mapFigure(nowhere, geography);
    expect(sentence).toBe('No source gives the place of a site.');
    expect(table.rows).toHaveLength(3);
  });

  it('has no place in its table that is sharper than the dossier', () => {
    const { table } = mapFigure(onTheGround, geography);
    expect(table.rows[0]!.slice(2, 5)).toEqual([43.25, 94.68, 'county']);
  });
});

describe('the projection', () => {
  it('measures kilometres: Yiwu to Xining are about 950 km', () => {
    const [a, b] = places.map(map.at) as [readonly [number, number], readonly [number, number]];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1]) / map.perKm).toBeGreaterThan(900);
    expect(Math.hypot(a[0] - b[0], a[1] - b[1]) / map.perKm).toBeLessThan(1000);
  });

  it('keeps areas: a degree square has the same area over its own at both ends', () => {
    const area = ([lon, lat]: readonly [number, number]) => {
      const [o, e, n] = [map.at([lon, lat]), map.at([lon + 0.1, lat]), map.at([lon, lat + 0.1])];
      const pixels = Math.abs((e[0] - o[0]) * (n[1] - o[1]) - (e[1] - o[1]) * (n[0] - o[0]));
      return pixels / Math.cos((lat * Math.PI) / 180);
    };
    expect(area(places[0]) / area(places[1])).toBeCloseTo(1, 2);
  });

  it('has a scale of round length', () => {
    expect(scaleLength(0.5, 140)).toEqual({ km: 200, px: 100 });
  });
});

it('moves marks apart that share a place, the same way every time', () => {
  const sites = onTheGround.sites.filter((site) => site.place !== null) as Parameters<typeof marksOf>[0];
  const options = { amountOf: (site: (typeof sites)[number]) => site.compute, largest: 26, precisionKm: {} };
  const marks = marksOf(sites, map, options as never);
  const [a, b] = marks as [(typeof marks)[number], (typeof marks)[number]];
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r);
  expect(marksOf(sites, map, options as never)).toEqual(marks);
});

it('bundles little geography, all of it in the public domain', () => {
  const file = new URL('../../../data/geography/western-china.json', import.meta.url);
  expect(statSync(file).size).toBeLessThan(150_000);
  expect(geography.licence).toBe('public domain');
  expect(geography.relief.map(({ height }) => height)).toContain(4000);
});

it('in little is ground and marks alone, and says in words what it shows', () => {
  const figure = mapFigure(onTheGround, geography, { width: 320, height: 196, bare: true, little: true });
  const svg = figureSvg(figure);
  expect(svg).not.toContain('<text');
  expect(svg.match(/data-id=/g)!.length).toBeGreaterThan(2);
  expect(svg).toContain(figure.sentence);
});
