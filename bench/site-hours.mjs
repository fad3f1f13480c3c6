// Speed of the site model on one core, in processor seconds: site-hours a second of the plants, of dispatch, of making weather years,
// of both together, and of the cells that the verdict uses. Run by `npm run bench:site`. A peer is run in the same process group where its checkout is given:
// SUSTAIN_CLUSTER=<folder of HewlettPackard/sustain-cluster> npm run bench:site (needs Python with NumPy and pandas).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coolingYear } from '../dist/site/cooling.js';
import { plantKinds } from '../dist/site/cooling-constants.js';
import { dispatch } from '../dist/site/dispatch.js';
import { generateWeather } from '../dist/site/generator.js';
import { coolingMiddles, parseGrounds } from '../dist/site/grounds.js';
import { binned, binnedMeans } from '../dist/site/weather-bins.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['regions', 'plants', 'published'].flatMap((folder) =>
  readdirSync(`${root}data/${folder}`).map((name) => {
    const path = `data/${folder}/${name}`;
    return { path, text: readFileSync(`${root}${path}`, 'utf8') };
  }),
);
const grounds = parseGrounds(files);
const constants = coolingMiddles(grounds);
const print = (line) => process.stdout.write(`${line}\n`);

/** Best of several runs: processor seconds, as other work shares the machine. */
function seconds(run, repeats = 7) {
  let best = Infinity;
  for (let i = 0; i < repeats; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

const climate = grounds.climates.get('hami');
const years = 20;
const weather = generateWeather(climate, { constants: grounds.generator, seed: 1, years });
const rate = (hours, s) => `${(hours / s / 1e6).toFixed(2)} M site-hours/s`;
const million = [];

for (const kind of plantKinds) {
  const s = seconds(() => coolingYear(weather, { constants, blend: { [kind]: 1 } }));
  million.push(weather.hours / s);
  print(`${kind.padEnd(30)} ${rate(weather.hours, s)}`);
}
const blend = Object.fromEntries(plantKinds.map((kind) => [kind, 0.25]));
const all = seconds(() => coolingYear(weather, { constants, blend }));
million.push(weather.hours / all);
print(`${'all four blended'.padEnd(30)} ${rate(weather.hours, all)}`);

const load = new Float64Array(weather.hours).fill(10);
const half = new Float64Array(weather.hours).fill(0.5);
const storage = { mwh: 40, mw: 10, roundTrip: 0.86, floor: 0.15 };
const plan = {
  photovoltaicMw: 20,
  windMw: 5,
  photovoltaic: half,
  wind: half,
  gridMw: 5,
  storage,
  curtailment: 0.05,
};
print(
  `${'dispatch'.padEnd(30)} ${rate(
    weather.hours,
    seconds(() => dispatch(load, plan)),
  )}`,
);
const made = () => generateWeather(climate, { constants: grounds.generator, seed: 2, years: 4 });
const generating = seconds(made);
million.push((8760 * 4) / generating);
print(`${'weather generator'.padEnd(30)} ${rate(8760 * 4, generating)}`);
for (const kind of plantKinds) {
  const both = seconds(() => coolingYear(made(), { constants, blend: { [kind]: 1 } }));
  million.push((8760 * 4) / both);
  print(`${`weather, ${kind}`.padEnd(30)} ${rate(8760 * 4, both)}`);
}
const whole = seconds(() => coolingYear(made(), { constants, blend }));
print(`${'weather, all four blended'.padEnd(30)} ${rate(8760 * 4, whole)}`);
million.push((8760 * 4) / whole);

const bins = binned(weather);
const cells = seconds(() => binnedMeans(bins, { constants, blend }));
print(
  `cells of ${years} years: ${bins.weights.length} in place of ${weather.hours} hours, ${(cells * 1e3).toFixed(2)} ms for four plants`,
);
print(`39 sites x ${years} years by cells: ${(39 * cells * 1e3).toFixed(0)} ms`);
print(`slowest: ${(Math.min(...million) / 1e6).toFixed(2)} M site-hours/s (wanted: 1)`);

if (process.env.SUSTAIN_CLUSTER) {
  const peer = fileURLToPath(new URL('./site-peer.py', import.meta.url));
  const { stdout, stderr } = spawnSync('python3', [peer, process.env.SUSTAIN_CLUSTER], { encoding: 'utf8' });
  print(stdout || stderr.split('\n').slice(-3).join('\n'));
}
