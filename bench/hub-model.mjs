// Speed of one forward model, the hub of hub-sites.mjs, at equal draws and one core each: Sandtable (SIMD kernel, and
// without SIMD), NumPy, Squiggle. Run by `npm run bench`, after `npm run build` and `npm --prefix bench ci`.
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
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i];
  const work = Float64Array.from(column);
  const ranks = probabilities.map((p) => Math.round(p * (work.length - 1)));
  return [sum / column.length, ...ranks.map((rank, i) => select(work, rank, ranks[i - 1] ?? 0))];
}

/** The value of a rank, by Hoare's quickselect (NumPy's quantiles also select rather than sort). */
function select(list, rank, from) {
  let [low, high] = [from, list.length - 1];
  while (low < high) {
    const pivot = list[(low + high) >> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (list[i] < pivot) i++;
      while (list[j] > pivot) j--;
      if (i > j) break;
      [list[i], list[j]] = [list[j], list[i]];
      i++;
      j--;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return list[rank];
  }
  return list[rank];
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

const blocks = Math.ceil(draws / 1024);

/** What is made once per model and then serves every run and what-if: tables, and the kernel that holds them. */
function prepare(kind) {
  return { kernel: openKernel(makeTables(), 4 + 2 * blocks, kind) };
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
function timed(task) {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const answer = task();
  const used = process.cpuUsage(cpu);
  return { ...answer, wall: (performance.now() - begin) / 1000, cpu: (used.user + used.system) / 1e6 };
}

/** Site by site, so that ten tables stay in the cache; the hub's sums are columns of the kernel. */
function sandtable(kernel) {
  const [a, b, wall, drawn] = kernel.columns;
  const chips = kernel.columns.slice(4, 4 + blocks);
  const work = kernel.columns.slice(4 + blocks);
  for (const sum of [...chips, ...work]) sum.fill(0);
  for (let i = 0; i < sites.length; i++) {
    const streams = quantities.map((name) => stream(1, `site-${i}/${name}`));
    const draw = (quantity, block, out) => {
      kernel.draw(i * quantities.length + quantity, streams[quantity], block, out);
      return out;
    };
    for (let block = 0; block < blocks; block++) {
      draw(0, block, a);
      kernel.multiply(a, draw(1, block, drawn), a);
      kernel.multiply(a, draw(2, block, drawn), a);
      draw(3, block, b);
      kernel.multiply(b, draw(4, block, drawn), b);
      kernel.multiply(draw(5, block, wall), draw(6, block, drawn), wall);
      kernel.divide(b, wall, b);
      kernel.minimum(a, b, a);
      kernel.add(chips[block], a, chips[block]);
      kernel.multiply(a, draw(7, block, drawn), a);
      kernel.multiply(a, draw(8, block, drawn), a);
      kernel.multiply(a, draw(9, block, drawn), a);
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

/** Runs a peer in its own process, which measures itself; undefined, and said loudly, where it is missing. */
function peer(name, command, script, seed) {
  const run = spawnSync(command, [fileURLToPath(new URL(script, import.meta.url))], {
    input: JSON.stringify({ sites, draws, seed, chunk: 16_384 }),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status === 0) return JSON.parse(run.stdout);
  const reason = String(run.error ?? run.stderr)
    .trim()
    .split('\n')
    .at(-1);
  print(`\n!!! ${name} SKIPPED: ${reason}\n`);
  return undefined;
}

const python = process.env.PYTHON ?? '/usr/bin/python3';
const numpy = (seed) => peer('NumPy (apt-get install python3-numpy)', python, 'hub-numpy.py', seed);
const squiggle = (seed) =>
  peer('Squiggle (npm --prefix bench ci)', process.execPath, 'hub-squiggle.mjs', seed);

/** All engines in turn, round after round, so that a busy minute meets all of them. */
function measure() {
  const firstModel = timed(() => prepare('simd'));
  const model = timed(() => prepare('simd'));
  const plain = prepare('plain');
  const runs = new Map();
  const add = (name, result) => runs.set(name, [...(runs.get(name) ?? []), result]);
  // Until the engine has compiled what runs: a model that answers what-ifs is warm, as a peer is after its first second.
  for (let run = 0; run < 4; run++) sandtable(model.kernel);
  sandtable(plain.kernel);
  for (let round = 0; round < repeats; round++) {
    add(
      'Sandtable, SIMD kernel',
      timed(() => sandtable(model.kernel)),
    );
    add(
      'Sandtable, without SIMD',
      timed(() => sandtable(plain.kernel)),
    );
    const fromNumpy = numpy(round);
    if (fromNumpy) add(`NumPy ${fromNumpy.version}, SFC64`, fromNumpy);
    const fromSquiggle = round < squiggleRepeats && squiggle(round);
    if (fromSquiggle) add(`Squiggle ${fromSquiggle.version}`, fromSquiggle);
  }
  return { runs, model, firstModel };
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

const { runs, model, firstModel } = measure();
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
  `\nSandtable prepares its model (390 tables) once: ${model.cpu.toFixed(3)} s cpu, ${firstModel.cpu.toFixed(3)} s in a cold process.`,
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
