// Speed of one forward model, the hub of hub-sites.mjs, at equal draws and one core each: Sandtable (SIMD kernel and
// plain TypeScript), NumPy, Squiggle. Run by `npm run bench`, after `npm run build` and `npm --prefix bench ci`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beta } from '../dist/stats/beta.js';
import { gamma } from '../dist/stats/gamma.js';
import { lognormal } from '../dist/stats/lognormal.js';
import { normal } from '../dist/stats/normal.js';
import { openKernel } from '../dist/stats/open-kernel.js';
import { stream } from '../dist/stats/random.js';
import { scaled } from '../dist/stats/scaled.js';
import { compileTable } from '../dist/stats/table.js';
import { families, sites } from './hub-sites.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

const draws = Number(process.env.DRAWS ?? 100_000);
const repeats = Number(process.env.REPEATS ?? 5);
const squiggleRepeats = Number(process.env.SQUIGGLE_REPEATS ?? 3);

const constructors = { beta, gamma, lognormal, normal };
const quantities = Object.keys(families);

const probabilities = [0.05, 0.5, 0.95];

function described(column) {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const sorted = Float64Array.from(column).sort();
  return [mean, ...probabilities.map((p) => sorted[Math.round(p * (sorted.length - 1))])];
}

/** Standard errors of what `described` gives; of a quantile, half the distance of the ranks one such error away. */
function standardErrors(column) {
  const { length } = column;
  const mean = column.reduce((sum, x) => sum + x, 0) / length;
  const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / length;
  const sorted = Float64Array.from(column).sort();
  const quantileErrors = probabilities.map((p) => {
    const ranks = Math.sqrt(p * (1 - p) * length);
    return (sorted[Math.round(p * length + ranks)] - sorted[Math.round(p * length - ranks)]) / 2;
  });
  return [Math.sqrt(variance / length), ...quantileErrors];
}

function makeTables() {
  return sites.flatMap((site) =>
    quantities.map((name) => {
      const distribution = constructors[families[name]](...site[name]);
      return compileTable(name === 'megawatts' ? scaled(distribution, 1000) : distribution);
    }),
  );
}

/** Wall and processor seconds of a task; on a busy machine only the second is a fair measure. */
async function timed(task) {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const answer = await task();
  const used = process.cpuUsage(cpu);
  return { ...answer, wall: (performance.now() - begin) / 1000, cpu: (used.user + used.system) / 1e6 };
}

/** Site by site, so that ten tables stay in the cache; the hub's sums are columns of the kernel. */
function sandtable(kind, tables) {
  const blocks = Math.ceil(draws / 1024);
  const kernel = openKernel(tables, 4 + 2 * blocks, kind);
  const [a, b, wall, drawn] = kernel.columns;
  const chips = kernel.columns.slice(4, 4 + blocks);
  const work = kernel.columns.slice(4 + blocks);
  for (let i = 0; i < sites.length; i++) {
    const streams = quantities.map((name) => stream(1, `site-${i}/${name}`));
    for (let block = 0; block < blocks; block++) {
      const draw = (quantity, out) => {
        kernel.draw(i * quantities.length + quantity, streams[quantity], block, out);
        return out;
      };
      draw(0, a);
      kernel.multiply(a, draw(1, drawn), a);
      kernel.multiply(a, draw(2, drawn), a);
      draw(3, b);
      kernel.multiply(b, draw(4, drawn), b);
      kernel.multiply(draw(5, wall), draw(6, drawn), wall);
      kernel.divide(b, wall, b);
      kernel.minimum(a, b, a);
      kernel.add(chips[block], a, chips[block]);
      kernel.multiply(a, draw(7, drawn), a);
      kernel.multiply(a, draw(8, drawn), a);
      kernel.multiply(a, draw(9, drawn), a);
      kernel.add(work[block], a, work[block]);
    }
  }
  const columns = { chips: joined(chips), work: joined(work) };
  return { chips: described(columns.chips), work: described(columns.work), columns };
}

function joined(blocks) {
  const column = new Float64Array(draws);
  blocks.forEach((block, i) => {
    column.set(block.subarray(0, Math.min(1024, draws - i * 1024)), i * 1024);
  });
  return column;
}

function numpy(seed) {
  const script = fileURLToPath(new URL('hub-numpy.py', import.meta.url));
  const python = process.env.PYTHON ?? '/usr/bin/python3';
  const run = spawnSync(python, [script], {
    input: JSON.stringify({ sites, draws, seed, chunk: 16_384 }),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status === 0) return JSON.parse(run.stdout);
  print(`\n!!! NumPy SKIPPED: ${python} with numpy is missing (apt-get install python3-numpy)\n`);
  return undefined;
}

function squiggleText() {
  const list = sites.map((site) => `{${quantities.map((name) => `${name}: [${site[name]}]`).join(', ')}}`);
  const drawn = quantities
    .map((name) => `  ${name} = SampleSet.fromDist(${families[name]}(s.${name}[0], s.${name}[1]))`)
    .join('\n');
  return `
site(s) = {
${drawn}
  chips = SampleSet.min(claimed * delivered * fill, megawatts * hookup * 1000 / (pue * kilowatts))
  { chips: chips, work: chips * petaflops * utilisation * availability }
}
sites = List.map([${list.join(',\n')}], site)
total(of) = List.reduce(sites, 0, {|sum, site| sum + of(site)})
described(x) = [mean(x), quantile(x, 0.05), quantile(x, 0.5), quantile(x, 0.95)]
[described(total({|site| site.chips})), described(total({|site| site.work}))]
`;
}

async function squiggle(run, seed) {
  const environment = { sampleCount: draws, xyPointLength: 1000, seed: `${seed}` };
  const output = await run(squiggleText(), { environment });
  if (!output.result.ok) throw new Error(output.result.value.toString());
  const [chips, work] = output.result.value.result.asJS();
  return { chips, work };
}

async function loadSquiggle() {
  if (squiggleRepeats === 0) return undefined;
  try {
    return (await import('@quri/squiggle-lang')).run;
  } catch {
    print('\n!!! Squiggle SKIPPED: not installed (npm --prefix bench ci)\n');
    return undefined;
  }
}

/** All engines in turn, round after round, so that a busy minute meets all of them. */
async function measure() {
  const run = await loadSquiggle();
  const firstTables = await timed(() => ({ tables: makeTables() }));
  const tables = await timed(() => ({ tables: makeTables() }));
  const runs = new Map();
  const add = (name, result) => runs.set(name, [...(runs.get(name) ?? []), result]);
  await timed(() => sandtable('simd', tables.tables));
  await timed(() => sandtable('plain', tables.tables));
  for (let round = 0; round < repeats; round++) {
    add('Sandtable, SIMD kernel', await timed(() => sandtable('simd', tables.tables)));
    add('Sandtable, plain TypeScript', await timed(() => sandtable('plain', tables.tables)));
    const fromNumpy = numpy(round);
    if (fromNumpy) add(`NumPy ${fromNumpy.version}, SFC64`, fromNumpy);
    if (run && round < squiggleRepeats) {
      add('Squiggle 0.10.0', await timed(() => squiggle(run, round)));
    }
  }
  return { runs, tables, firstTables };
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Largest difference of mean and quantiles, in Monte Carlo standard errors of a difference. */
function disagreement(one, other) {
  return Math.max(
    ...['chips', 'work'].flatMap((name) => {
      const errors = standardErrors(one.columns[name]);
      return one[name].map((x, i) => Math.abs(x - other[name][i]) / (errors[i] * Math.SQRT2));
    }),
  );
}

const { runs, tables, firstTables } = await measure();
const [best] = runs.values();
const cpuOf = (results) => median(results.map(({ cpu }) => cpu));
const base = cpuOf(best);
print(
  `Hub of ${sites.length} sites, ${quantities.length} quantities each, ${draws} draws; medians of up to ${repeats} rounds\n`,
);
print(
  'engine                          wall s   cpu s  x cpu   mean chips      p5     p50     p95   off (se)',
);
let agree = true;
const ratios = [];
for (const [name, results] of runs) {
  const off = disagreement(best[0], results[0]);
  agree &&= off < 4.5;
  ratios.push([name, cpuOf(results) / base]);
  const row = [
    name.padEnd(29),
    median(results.map(({ wall }) => wall))
      .toFixed(3)
      .padStart(8),
    cpuOf(results).toFixed(3).padStart(7),
    (cpuOf(results) / base).toFixed(1).padStart(6),
    results[0].chips[0].toFixed(0).padStart(12),
    ...results[0].chips.slice(1).map((x) => x.toFixed(0).padStart(7)),
    off.toFixed(1).padStart(10),
  ];
  print(row.join(' '));
}
print(
  `\nSandtable makes its ${tables.tables.length} tables once per model: ${tables.cpu.toFixed(3)} s cpu, ${firstTables.cpu.toFixed(3)} s the first time.`,
);
let met = true;
for (const [engine, target] of [
  ['Squiggle', 100],
  ['NumPy', 4],
]) {
  const ratio = ratios.find(([name]) => name.startsWith(engine))?.[1];
  if (ratio === undefined) continue;
  met &&= ratio >= target;
  print(`${engine}: ${ratio.toFixed(1)} times slower (target ${target})`);
}
print(agree ? 'All engines agree within Monte Carlo error.' : 'ENGINES DISAGREE.');
process.exitCode = agree && met ? 0 : 1;
