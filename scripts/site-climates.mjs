// Computes data/site/climates.yaml, the yearly PUE of every plant in the climates of the hub, and prints it.
// Run after `npm run build`: node scripts/site-climates.mjs > data/site/climates.yaml
import { readdirSync, readFileSync } from 'node:fs';
import { atAltitude } from '../dist/site/climate.js';
import { requireClimate } from '../dist/site/climate-file.js';
import { climatePue } from '../dist/site/climate-pue.js';
import { parseGrounds } from '../dist/site/grounds.js';

const files = ['regions', 'plants', 'published'].flatMap((folder) =>
  readdirSync(`data/${folder}`).map((name) => {
    const path = `data/${folder}/${name}`;
    return { path, text: readFileSync(path, 'utf8') };
  }),
);
const grounds = parseGrounds(files);
const own = ['hami', 'urumqi', 'karamay', 'naomaohu', 'xining', 'golmud'];
const moved = [
  { id: 'yiwu-valley', from: 'naomaohu', latitude: 43.25, longitude: 94.68, altitude: 1700 },
  { id: 'delingha', from: 'golmud', latitude: 37.37, longitude: 97.37, altitude: 2980 },
];
const places = [
  ...own.map((id) => requireClimate(grounds.climates, id)),
  ...moved.map(({ from, altitude, ...place }) => ({
    ...atAltitude(requireClimate(grounds.climates, from), altitude),
    ...place,
  })),
];
const print = (line) => process.stdout.write(`${line}\n`);

print(
  '# Yearly PUE of every plant in the climates of the hub, over weather years, plant constants and operators; `peak` is the',
);
print(
  '# 99.6 % hour over the year. Computed from data/regions and data/plants by scripts/site-climates.mjs; a test holds it to that.',
);
print('climates:');
for (const place of places) {
  print(`  - id: ${place.id}`);
  print(`    latitude: ${place.latitude}`);
  print(`    longitude: ${place.longitude}`);
  print(`    altitude: ${place.altitude} m`);
  print('    plants:');
  for (const [plant, { low, median, high, peak }] of Object.entries(climatePue(place, grounds))) {
    print(`      ${plant}: { pue: ${median} (${low}..${high}), peak: ${peak} }`);
  }
  print('    basis: derived');
  print(`    sources: [cswd-2010, gsf-cloud-regions]`);
}
