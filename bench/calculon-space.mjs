// The candidates that Calculon enumerates for a problem, each evaluated and ranked by Sandtable. Runs in Node and in a
// browser's worker: what it needs of Sandtable is given to it.
//
// Calculon (github.com/calculon-ai/calculon, calculon/llm/optimal_execution.py) walks tensor and pipeline degrees, pieces,
// recomputation, sharding of the optimiser, kinds of tensor exchange, their overlap, offload of weights, activations and
// optimiser, micro-batches, and one of two networks for each exchange. The counts of 7,296, 1,096,832 and 1,045,152 are those of
// its dry run with an early stop (`-d -m`), which takes the first micro-batch of each; `all` takes every one.
//
// Overlap, kind of network and what is offloaded besides activations become the same plan here; each candidate is evaluated
// and ranked again all the same, none is left out.

/** Calculon's problems, with its model files' heads and layers and the counts of its dry run. */
export const spaces = [
  {
    name: '530B on 5,128 A100, batch 2,520',
    id: 'mt-nlg-530b',
    chips: 5128,
    batch: 2520,
    heads: 128,
    layers: 105,
    candidates: 7296,
    seconds: 0.05,
  },
  {
    name: 'GPT-3 175B on 512 A100, batch 1,536',
    id: 'gpt-3-175b',
    chips: 512,
    batch: 1536,
    heads: 96,
    layers: 96,
    candidates: 1096832,
    seconds: 2,
  },
  {
    name: '1T on 3,072 A100, batch 3,072',
    id: 'megatron-1t',
    chips: 3072,
    batch: 3072,
    heads: 160,
    layers: 128,
    candidates: 1045152,
    seconds: 2,
  },
];

const recomputes = { full: 'full', attn_only: 'selective', none: 'none' };
const top = 10;

/** The ten fastest candidates, as times a sequence; `worst` is what a new one must beat. */
class Ranking {
  best = [];
  worst = Infinity;
  add(time, index) {
    if (time >= this.worst) return;
    const at = this.best.findIndex((one) => one.time > time);
    this.best.splice(at < 0 ? this.best.length : at, 0, { time, index });
    if (this.best.length > top) this.best.pop();
    if (this.best.length === top) this.worst = this.best[top - 1].time;
  }
}

/** Enumerates and ranks a space: how many candidates there are, how many fit, and the fastest ones. */
export function calculonSpace(
  { parametersOf, divisorsOf, fullestTotal, memoryBase, modelTime, planOf, stepBase, variantTime, noTime },
  { model, machine, numbers },
  { chips, batch: most, heads, layers, all = false },
) {
  const counts = parametersOf(model);
  const variant = { schedule: '1f1b', chunks: 1, recompute: 'none', shard: 0, shardGroup: 0, offload: 0 };
  const time = noTime();
  const ranking = new Ranking();
  const times = new Map();
  let [counted, fitting] = [0, 0];
  for (const tensor of divisorsOf(chips).filter((t) => heads % t === 0 && model.hidden % t === 0)) {
    const largest = Math.min(Math.floor(chips / tensor), layers);
    for (const pipeline of divisorsOf(largest).filter(
      (p) => chips % (tensor * p) === 0 && layers % p === 0,
    )) {
      const data = chips / (tensor * pipeline);
      const batch = Math.floor(most / data) * data;
      if (batch === 0) continue;
      const sizes = divisorsOf(batch / data).filter((b) => (b * 2048) % tensor === 0);
      for (const microBatch of all ? sizes : sizes.slice(0, 1)) {
        for (const sequenceParallel of [false, true]) {
          const outer = { tensor, pipeline, context: 1, data, expert: 1, microBatch };
          const task = { model, machine, chips, batch, sequence: 2048, precision: 'bf16', year: 2024 };
          const plan = { ...planOf(outer, task, '1f1b'), sequenceParallel, attention: 'written' };
          const key = `${tensor} ${microBatch} ${sequenceParallel}`;
          if (!times.has(key))
            times.set(key, modelTime(model, { plan, machine, constants: numbers.constants }));
          const input = { model, counts, machine, plan };
          const base = stepBase({ ...input, times: times.get(key), constants: numbers.constants });
          const memory = memoryBase({ ...input, constants: numbers.memory });
          // Of three kinds of tensor exchange, one keeps norms whole; one may gather again in the backward pass.
          const kinds = sequenceParallel ? ['p2p_rs_ag', 'rs_ag'] : ['ar'];
          for (const chunks of pipeline === 1 ? [1] : divisorsOf(layers / pipeline)) {
            variant.chunks = chunks;
            variant.schedule = chunks > 1 ? 'interleaved' : '1f1b';
            for (const name in recomputes) {
              variant.recompute = recomputes[name];
              for (const shard of data > 1 ? [1, 0] : [0]) {
                variant.shard = shard;
                for (const kind of kinds) {
                  const redo = kind === 'rs_ag' && name !== 'full' ? 2 : 1;
                  const overlaps = (data > 1 ? 2 : 1) * (tensor > 1 ? 3 : 1);
                  const nets = (tensor > 1 ? 2 : 1) * (pipeline > 1 ? 2 : 1) * (data > 1 ? 2 : 1);
                  const activations = name === 'full' ? 1 : 2;
                  const same = redo * overlaps * 4 * activations * nets;
                  for (let i = 0; i < same; i++) {
                    variant.offload = activations === 2 && i % 2 === 1 ? 1 : 0;
                    counted++;
                    if (fullestTotal(memory, variant, numbers.memory) > machine.memory) continue;
                    fitting++;
                    ranking.add(variantTime(base, variant, time).total / batch, counted);
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  return { counted, fitting, best: ranking.best };
}
