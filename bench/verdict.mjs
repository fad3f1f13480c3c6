// Speed of the verdict itself on the flagship dossier: a fresh process from start to printed screen, its peak memory, and a
// what-if from loaded columns. Run by `npm run bench`, after `npm run build`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hubColumns } from '../dist/assessment/hub-columns.js';
import { parseWorldData } from '../dist/assessment/knowledge.js';
import { planRun } from '../dist/assessment/plan.js';
import { whatIf } from '../dist/assessment/what-if.js';
import { loadData } from '../dist/dossier/folder.js';
import { loadDossier } from '../dist/dossier/load.js';
import { infer } from '../dist/installed/infer.js';
import { presets } from '../dist/installed/presets.js';

const print = (line) => process.stdout.write(`${line}\n`);
const path = (below) => fileURLToPath(new URL(`../${below}`, import.meta.url));

const draws = Number(process.env.DRAWS ?? 100_000);
const runs = Number(process.env.RUNS ?? 7);
const flagship = 'xinjiang-qinghai';

/** What the measured process says of itself as it ends: processor seconds and largest resident memory [MB]. */
const confession = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('#' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

/** Runs the command in a process of its own; on a busy machine its processor seconds are the fairer measure. */
function cold() {
  const begin = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(confession)}`,
      path('dist/cli/main.js'),
      ...['assess', flagship, '--format', 'screen', '--draws', String(draws)],
    ],
    { cwd: path('.'), encoding: 'utf8' },
  );
  const wall = (performance.now() - begin) / 1000;
  if (run.status !== 0) throw new Error(`assess ended with ${run.status}: ${run.stderr}`);
  if (!run.stdout.includes('st1-')) throw new Error('assess printed no verdict');
  return { wall, ...JSON.parse(run.stderr.split('#').at(-1)) };
}

/** Milliseconds of each what-if: every item left out in turn, under each prior in turn. */
function whatIfs() {
  const data = loadData(path('data'));
  const dossier = loadDossier(path(`dossiers/${flagship}`), { data });
  const plan = planRun(dossier, parseWorldData(data), { draws });
  const posterior = infer(plan.compiled.model, plan);
  const loaded = { posterior, hub: hubColumns(plan, posterior.columns) };
  return plan.compiled.items.map(({ id }, i) => {
    const begin = performance.now();
    whatIf(plan, loaded, { drop: [id], prior: presets[i % presets.length] });
    return performance.now() - begin;
  });
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

let met = true;
/** A figure against its target: how many times the target it takes. */
function row(what, value, { unit, target }) {
  const ratio = value / target;
  met &&= ratio <= 1;
  const verdict = ratio <= 1 ? 'met' : 'MISSED';
  print(
    `${what.padEnd(46)} ${value.toPrecision(3).padStart(6)} ${unit}   target ${target} ${unit}   x ${ratio.toFixed(2)}   ${verdict}`,
  );
}

const coldRuns = Array.from({ length: runs }, cold);
const wall = coldRuns.map((run) => run.wall);
const cpu = coldRuns.map((run) => run.cpu);
const changes = whatIfs();
print(`${flagship}, ${draws} draws; ${runs} fresh processes, ${changes.length} what-ifs\n`);
row('verdict, from cold start to printed: fastest', Math.min(...wall), { unit: 's', target: 2 });
row('verdict, from cold start to printed: median', median(wall), { unit: 's', target: 2 });
row('what-if from loaded columns: median', median(changes), { unit: 'ms', target: 100 });
row('what-if from loaded columns: slowest', Math.max(...changes), { unit: 'ms', target: 100 });
print(
  `the verdict's processor seconds: fastest ${Math.min(...cpu).toFixed(2)}, median ${median(cpu).toFixed(2)}`,
);
print(`the verdict's peak memory: ${median(coldRuns.map((run) => run.megabytes)).toFixed(0)} MB\n`);
process.exitCode = met ? 0 : 1;
