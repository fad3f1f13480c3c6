// Speed of the search for training plans, on one core: Sandtable's own spaces, and the candidates of Calculon's spaces.
//
//   npm run build && node bench/training.mjs
//
// Recorded of Calculon (github.com/calculon-ai/calculon, Python, two cores, 2026-11): 296 to 410 candidates a second with
// most of them rejected early, `bin/calculon llm-optimal-execution models/turing-530B.json 5128 2520 float16
// systems/a100_80g.json out.json -m -c 2`; the two spaces of a million candidates were not finished after 1,500 s.
//
// Processor time is what is compared: wall time of a shared machine says little.
import { readFileSync } from 'node:fs';
import { loadData } from '../dist/dossier/load.js';
import { parametersOf } from '../dist/models/parameters.js';
import { divisorsOf } from '../dist/training/check-plan.js';
import { parseTrainingKnowledge } from '../dist/training/knowledge.js';
import { fullestTotal, memoryBase } from '../dist/training/memory.js';
import { modelTime } from '../dist/training/model-time.js';
import { planOf, searchPlans } from '../dist/training/search.js';
import { noTime, stepBase, variantTime } from '../dist/training/step.js';

const root = new URL('..', import.meta.url);
const knowledge = parseTrainingKnowledge(
  loadData(new URL('data', root).pathname),
  readFileSync(new URL('data/published/training-runs.csv', root), 'utf8'),
);
const { training, models } = knowledge;
const numbers = { constants: training.constants, memory: training.memory };
const machine = training.machines.get('a100-80');

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

const task = (model, chips, batch) => ({
  model: models.get(model),
  machine,
  chips,
  batch,
  sequence: 2048,
  precision: 'bf16',
  year: 2024,
});

/** The candidates that Calculon enumerates for a problem, each evaluated and ranked by Sandtable. */
function calculonSpace({ model, chips, batch: most, heads, layers }) {
  const counts = parametersOf(model);
  const variant = { schedule: '1f1b', chunks: 1, recompute: 'none', shard: 0, shardGroup: 0, offload: 0 };
  const time = noTime();
  const recomputes = { full: 'full', attn_only: 'selective', none: 'none' };
  let [counted, fitting, best] = [0, 0, Infinity];
  const times = new Map();
  const factorsOf = new Map();
  const factors = (whole) => {
    if (!factorsOf.has(whole)) factorsOf.set(whole, divisorsOf(whole));
    return factorsOf.get(whole);
  };
  for (const tensor of factors(chips).filter((t) => heads % t === 0 && model.hidden % t === 0)) {
    const largest = Math.min(chips / tensor, layers);
    for (const pipeline of factors(largest).filter((p) => chips % (tensor * p) === 0 && layers % p === 0)) {
      const data = chips / (tensor * pipeline);
      const batch = Math.floor(most / data) * data;
      if (batch === 0) continue;
      for (const microBatch of factors(batch / data).filter((b) => (b * 2048) % tensor === 0)) {
        for (const sequenceParallel of [false, true]) {
          const outer = { tensor, pipeline, context: 1, data, expert: 1, microBatch };
          const plan = {
            ...planOf(outer, { ...task('gpt-3-175b', chips, batch), model }, '1f1b'),
            sequenceParallel,
            attention: 'written',
          };
          const key = `${tensor} ${microBatch} ${sequenceParallel}`;
          const on = { plan, machine, constants: numbers.constants };
          if (!times.has(key)) times.set(key, modelTime(model, on));
          const input = { model, counts, machine, plan };
          const base = stepBase({ ...input, times: times.get(key), constants: numbers.constants });
          const memory = memoryBase({ ...input, constants: numbers.memory });
          // Of three kinds of tensor communication one keeps norms whole; overlap, network tier and what is offloaded
          // are choices of Calculon's that become the same plan here: each is evaluated again all the same.
          const kinds = sequenceParallel ? ['p2p_rs_ag', 'rs_ag'] : ['ar'];
          for (const chunks of pipeline === 1 ? [1] : factors(layers / pipeline)) {
            variant.chunks = chunks;
            variant.schedule = chunks > 1 ? 'interleaved' : '1f1b';
            for (const [name, recompute] of Object.entries(recomputes)) {
              variant.recompute = recompute;
              for (const shard of data > 1 ? [1, 0] : [0]) {
                variant.shard = shard;
                for (const kind of kinds) {
                  const redo = kind === 'rs_ag' && name !== 'full' ? 2 : 1;
                  const overlaps = (data > 1 ? 2 : 1) * (tensor > 1 ? 3 : 1);
                  const offloads = 4;
                  const activations = name === 'full' ? 1 : 2;
                  const nets = (tensor > 1 ? 2 : 1) * (pipeline > 1 ? 2 : 1) * (data > 1 ? 2 : 1);
                  const same = redo * overlaps * offloads * activations * nets;
                  for (let i = 0; i < same; i++) {
                    variant.offload = activations === 2 && i % 2 === 1 ? 1 : 0;
                    counted++;
                    if (fullestTotal(memory, variant, numbers.memory) > machine.memory) continue;
                    fitting++;
                    const { total } = variantTime(base, variant, time);
                    if (total / batch < best) best = total / batch;
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  return { counted, fitting, best };
}

const spaces = [
  {
    name: '530B on 2,520 A100, batch 5,128',
    id: 'mt-nlg-530b',
    chips: 2520,
    batch: 5128,
    heads: 128,
    layers: 105,
  },
  {
    name: 'GPT-3 175B on 512 A100, batch 1,536',
    id: 'gpt-3-175b',
    chips: 512,
    batch: 1536,
    heads: 96,
    layers: 96,
  },
  {
    name: '1T on 3,072 A100, batch 3,072',
    id: 'megatron-1t',
    chips: 3072,
    batch: 3072,
    heads: 160,
    layers: 128,
  },
];
const row = (name, counted, { cpu, wall }) =>
  process.stdout.write(
    `${name.padEnd(44)} ${String(counted).padStart(9)} plans  ${cpu.toFixed(3)} s processor  ${wall.toFixed(3)} s wall  ${(counted / cpu / 1e6).toFixed(2)} million a second\n`,
  );

for (const space of spaces) {
  const model = models.get(space.id);
  const made = timed(() => calculonSpace({ ...space, model }));
  row(`Calculon's space: ${space.name}`, made.value.counted, made);
}
const own = [
  ['gpt-3-175b', 'a100-80', 512, 1536, 2048, 'bf16'],
  ['deepseek-v3', 'h800-sxm', 2048, 15360, 4096, 'fp8'],
  ['llama-3.1-405b', 'h100-sxm5', 16384, 2048, 8192, 'bf16'],
];
for (const [id, chip, chips, batch, sequence, precision] of own) {
  const question = {
    model: models.get(id),
    machine: training.machines.get(chip),
    chips,
    batch,
    sequence,
    precision,
    year: 2026,
  };
  const made = timed(() => searchPlans(question, numbers));
  row(`own space: ${id} on ${chips} ${chip}`, made.value.counted, made);
}
