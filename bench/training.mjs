// Speed of the search for training plans, on one core: Sandtable's own questions, and the candidates of Calculon's spaces.
//
//   npm run build && node bench/training.mjs
//
// Recorded of Calculon (github.com/calculon-ai/calculon, Python, two cores, 2026-11): 296 to 410 candidates a second with
// most of them rejected early, `bin/calculon llm-optimal-execution models/turing-530B.json 5128 2520 float16
// systems/a100_80g.json out.json -m -c 2`; the two spaces of a million candidates were not finished after 1,500 s.
//
// Processor time is what is compared: wall time of a shared machine says little.
import { readFileSync } from 'node:fs';
import { loadData } from '../dist/dossier/folder.js';
import * as parameters from '../dist/models/parameters.js';
import * as checks from '../dist/training/check-plan.js';
import { parseTrainingKnowledge } from '../dist/training/knowledge.js';
import * as memory from '../dist/training/memory.js';
import * as layers from '../dist/training/model-time.js';
import * as search from '../dist/training/search.js';
import * as step from '../dist/training/step.js';
import { calculonSpace, spaces } from './calculon-space.mjs';
import { questions } from './training-questions.mjs';

const root = new URL('..', import.meta.url);
const { training, models } = parseTrainingKnowledge(
  loadData(new URL('data', root).pathname),
  readFileSync(new URL('data/published/training-runs.csv', root), 'utf8'),
);
const numbers = { constants: training.constants, memory: training.memory };
const sandtable = { ...parameters, ...checks, ...memory, ...layers, ...search, ...step };
let missed = 0;

function timed(work) {
  let best = { cpu: Infinity, wall: Infinity };
  let value;
  for (let round = 0; round < 5; round++) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    value = work();
    const used = process.cpuUsage(cpu).user / 1e6;
    if (used < best.cpu) best = { cpu: used, wall: (performance.now() - start) / 1e3 };
  }
  return { ...best, value };
}

function row(name, { cpu, wall, value }, target) {
  const rate = value.counted / cpu / 1e6;
  const met = target ? value.counted === target.candidates && cpu <= target.seconds : rate >= 1;
  if (!met) missed++;
  const wanted = target ? `${target.candidates} in ${target.seconds} s` : '1.00 million a second';
  process.stdout.write(
    `${name.padEnd(56)} ${String(value.counted).padStart(9)} plans  ${cpu.toFixed(3)} s processor  ${wall.toFixed(3)} s wall  ${rate.toFixed(2)} million a second  (target ${wanted}: ${met ? 'met' : 'missed'})\n`,
  );
}

const machine = training.machines.get('a100-80');
for (const space of spaces) {
  const problem = { model: models.get(space.id), machine, numbers };
  row(
    `Calculon's space: ${space.name}`,
    timed(() => calculonSpace(sandtable, problem, space)),
    space,
  );
}
for (const space of spaces) {
  const problem = { model: models.get(space.id), machine, numbers };
  const whole = { ...space, all: true };
  row(
    `the same with every micro-batch: ${space.name}`,
    timed(() => calculonSpace(sandtable, problem, whole)),
  );
}
for (const { id, chip, ...rest } of questions) {
  const question = { model: models.get(id), machine: training.machines.get(chip), year: 2026, ...rest };
  row(
    `own space: ${id} on ${rest.chips} ${chip}`,
    timed(() => search.searchPlans(question, numbers)),
  );
}
process.exitCode = missed > 0 ? 1 : 0;
