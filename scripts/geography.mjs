// Writes data/geography/*.json: what the map draws under the sites. Everything in it is in the public domain.
//
//   node scripts/geography.mjs FOLDER
//
// FOLDER holds GeoJSON of Natural Earth (naturalearthdata.com) under its own names, and etopo-30min.nc, the grid of
// half a degree that NOAA's ETOPO1 service gives (format netcdf, resolution 30 minutes, whole Earth).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contours } from 'd3-contour';
import { netcdfGrid } from './netcdf.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Give the folder with the GeoJSON of Natural Earth.');

/** West, south, east, north: the western half of China with what lies around it. */
const window = [64, 26, 116, 57];
const heights = [500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000];

const features = (name) =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')).features.filter(({ geometry }) => geometry);

/** Lines of a geometry, rings of areas included. */
function linesOf({ type, coordinates }) {
  if (type === 'LineString') return [coordinates];
  if (type === 'MultiLineString' || type === 'Polygon') return coordinates;
  return coordinates.flat();
}

const inside = ([x, y]) => x >= window[0] && x <= window[2] && y >= window[1] && y <= window[3];

/** The stretches of a line inside the window, one point beyond it at each end. */
function clipped(line) {
  const parts = [];
  let part = null;
  line.forEach((point, i) => {
    if (inside(point)) {
      part ??= i > 0 ? [line[i - 1]] : [];
      part.push(point);
    } else if (part) {
      parts.push([...part, point]);
      part = null;
    }
  });
  return part ? [...parts, part] : parts;
}

/** Douglas and Peucker: leaves out points nearer than `tolerance` to the line through those kept [degrees]. */
function simplified(line, tolerance) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(dx, dy);
  let [far, most] = [0, -1];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = [line[i][0] - a[0], line[i][1] - a[1]];
    const off = long === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / long;
    if (off > most) [far, most] = [i, off];
  }
  if (most <= tolerance) return [a, b];
  return [
    ...simplified(line.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplified(line.slice(far), tolerance),
  ];
}

/** A line as whole hundredths of a degree, longitude and latitude in turn. */
function packed(line, tolerance) {
  return simplified(line, tolerance).flatMap(([x, y]) => [Math.round(x * 100), Math.round(y * 100)]);
}

const pack = (lines, tolerance) =>
  lines.map((line) => packed(line, tolerance)).filter((line) => line.length >= 4);

/** Edges that two areas share, joined into lines: each border once. */
function sharedEdges(areas) {
  const seen = new Map();
  const key = ([x, y]) => `${x.toFixed(4)},${y.toFixed(4)}`;
  const lines = [];
  for (const ring of areas.flatMap(({ geometry }) => linesOf(geometry))) {
    let line = [];
    for (let i = 1; i < ring.length; i++) {
      const edge = [key(ring[i - 1]), key(ring[i])].sort().join(' ');
      if (seen.has(edge)) line = line.length > 0 ? [...line, ring[i]] : [ring[i - 1], ring[i]];
      else {
        seen.set(edge, true);
        if (line.length > 0) lines.push(line);
        line = [];
      }
    }
    if (line.length > 0) lines.push(line);
  }
  return lines;
}

/** Cubic through four values (Catmull and Rom), `t` between the middle two. */
const cubic = ([a, b, c, d], t) =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

/** Contour lines of the grid inside the window, made smooth between its points. */
function reliefLines(grid) {
  const fine = 5;
  const height = (lon, lat) => {
    const [x, y] = [(lon - grid.west) / grid.step, (lat - grid.south) / grid.step];
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const row = (k) =>
      cubic(
        [-1, 0, 1, 2].map((m) => grid.at(i + m, j + k)),
        x - i,
      );
    return cubic([-1, 0, 1, 2].map(row), y - j);
  };
  const step = grid.step / fine;
  const columns = Math.round((window[2] - window[0]) / step);
  const rows = Math.round((window[3] - window[1]) / step);
  const values = Array.from({ length: columns * rows }, (_, n) =>
    height(window[0] + ((n % columns) + 0.5) * step, window[1] + (Math.floor(n / columns) + 0.5) * step),
  );
  const edge = ([x, y]) => x <= 0.5 || y <= 0.5 || x >= columns - 0.5 || y >= rows - 0.5;
  const place = ([x, y]) => [window[0] + x * step, window[1] + y * step];
  return contours()
    .size([columns, rows])
    .thresholds(heights)(values)
    .map(({ value, coordinates }) => {
      const open = coordinates.flat().flatMap((ring) => inner(ring, edge));
      const long = open.filter((line) => line.length > 24);
      return {
        height: value,
        lines: pack(
          long.map((line) => line.map(place)),
          0.05,
        ),
      };
    });
}

/** The parts of a ring off the edge of the grid. */
function inner(ring, edge) {
  const parts = [];
  let part = [];
  for (const point of ring) {
    if (!edge(point)) part.push(point);
    else if (part.length > 0) {
      parts.push(part);
      part = [];
    }
  }
  return part.length > 0 ? [...parts, part] : parts;
}

const doubtful = (kind) => !/^International boundary/.test(kind);
const land = features('ne_50m_admin_0_boundary_lines_land');
const bordersOf = (wanted) =>
  land
    .filter(({ properties }) => doubtful(properties.featurecla) === wanted)
    .flatMap(({ geometry }) => linesOf(geometry))
    .flatMap(clipped);

/** Names on the map; where Natural Earth has a district or traditional characters, the usual short name. */
const usual = {
  Hami: '哈密',
  Yinchuan: '银川',
  Lanzhou: '兰州',
  Jiayuguan: '嘉峪关',
  Xigaze: '日喀则',
  Almaty: '阿拉木图',
};
const shown = new Set(
  'Ürümqi,Hami,Xining,Golmud,Lanzhou,Lhasa,Kashgar,Hotan,Yining,Altay,Dunhuang,Jiayuguan,Yinchuan,Almaty,Chengdu,Xian,Hohhot,Ulaanbaatar,Bishkek,Zhangye'.split(
    ',',
  ),
);

const region = {
  licence: 'public domain',
  sources: [
    'Natural Earth 1:50m: admin 0 boundary lines, admin 1 states, lakes, rivers, populated places (naturalearthdata.com)',
    'ETOPO1, NOAA National Centers for Environmental Information, at 30 arc minutes, doi:10.7289/V5C8276M',
  ],
  unit: 'hundredths of a degree, longitude and latitude in turn; heights in metres',
  window,
  precisionKm: { building: 0.5, town: 10, county: 70, prefecture: 190, province: 500 },
  precisionBasis:
    'judged by Sandtable: radius of a circle as large as a usual place of the kind in Xinjiang, whose 107 counties and 14 prefectures cover 1.66 million km2',
  borders: pack(bordersOf(false), 0.03),
  disputed: pack(bordersOf(true), 0.03),
  provinces: pack(sharedEdges(features('ne_50m_admin_1_states_provinces')).flatMap(clipped), 0.03),
  rivers: pack(
    features('ne_50m_rivers_lake_centerlines')
      .filter(({ properties }) => properties.scalerank <= 6)
      .flatMap(({ geometry }) => linesOf(geometry))
      .flatMap(clipped),
    0.04,
  ),
  lakes: pack(
    features('ne_50m_lakes')
      .flatMap(({ geometry }) => linesOf(geometry))
      .filter((ring) => ring.every(inside)),
    0.02,
  ),
  relief: reliefLines(netcdfGrid(readFileSync(join(folder, 'etopo-30min.nc')))),
  names: features('ne_50m_admin_1_states_provinces')
    .map(({ properties: p }) => ({
      name: {
        en: p.name.replace('Inner Mongol', 'Inner Mongolia'),
        zh: p.name_zh.replace(/(省|市|(维吾尔|回族|壮族)?自治区)$/, ''),
      },
      at: [Math.round(p.longitude * 100), Math.round(p.latitude * 100)],
    }))
    .filter(({ at }) => inside([at[0] / 100, at[1] / 100])),
  cities: features('ne_50m_populated_places')
    .filter(({ properties }) => shown.has(properties.NAME))
    .filter(({ geometry }) => inside(geometry.coordinates))
    .sort((a, b) => a.properties.SCALERANK - b.properties.SCALERANK)
    .map(({ properties: p, geometry }) => ({
      name: {
        en: p.NAME === 'Xian' ? 'Xi’an' : p.NAME.replace('Ürümqi', 'Urumqi'),
        zh: usual[p.NAME] ?? p.NAME_ZH,
      },
      at: geometry.coordinates.map((degrees) => Math.round(degrees * 100)),
    })),
};

/** One key a line, one shape a line: short enough, and a change shows as a diff. */
function written(value) {
  const body = Object.entries(value).map(([key, one]) => {
    const list = Array.isArray(one) && typeof one[0] === 'object';
    return list
      ? ` ${JSON.stringify(key)}: [\n${one.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ]`
      : ` ${JSON.stringify(key)}: ${JSON.stringify(one)}`;
  });
  return `{\n${body.join(',\n')}\n}\n`;
}

const out = join(import.meta.dirname, '..', 'data', 'geography', 'western-china.json');
writeFileSync(out, written(region));
