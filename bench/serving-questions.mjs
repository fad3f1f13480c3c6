/** Models on chips that bench/serving.mjs and bench/serving-browser.mjs search placements of. */
export const questions = [
  { id: 'llama-3.1-70b', chip: 'h100-sxm5', count: 8 },
  { id: 'llama-3.1-405b', chip: 'b200', count: 8 },
  { id: 'qwen-3-235b-a22b', chip: 'h200-sxm', count: 64 },
  { id: 'deepseek-v3', chip: 'h20', count: 256 },
];

/** The task that a question sets, and what it is called. */
export function taskOf({ id, chip, count }, { knowledge, servingTask }) {
  const model = knowledge.models.get(id);
  const machine = knowledge.machines.get(chip);
  const load = { inputTokens: 1000, outputTokens: 1000 };
  const task = servingTask({ model, group: { machine, count }, load }, knowledge);
  return { task, name: `${model.name} on ${count} x ${machine.name}` };
}

/** Questions with limits that bench/serving.mjs answers whole: placements, both ways simulated. */
export const limited = [
  { id: 'llama-3.1-70b', chip: 'h100-sxm5', count: 8, target: { ttft: 2, tpot: 0.04 } },
  { id: 'llama-3.1-405b', chip: 'b200', count: 8, target: { tpot: 0.05 } },
  { id: 'qwen-3-235b-a22b', chip: 'h200-sxm', count: 64, target: { ttft: 2, tpot: 0.05 } },
  { id: 'deepseek-v3', chip: 'h20', count: 64, target: { tpot: 0.05 } },
  { id: 'deepseek-v3', chip: 'ascend-910c', count: 384, target: { tpot: 0.015 } },
  { id: 'deepseek-v3', chip: 'h800-sxm', count: 2048, target: { ttft: 5, tpot: 0.05 } },
];

/** One of them as a question, and what it is called. */
export function limitedQuestion({ id, chip, count, target }, { models, machines }) {
  const model = models.get(id);
  const machine = machines.get(chip);
  const load = { inputTokens: 4096, outputTokens: 1024 };
  return {
    question: { model, group: { machine, count }, load, target },
    name: `${model.name} on ${count} x ${machine.name} within ${1000 * target.tpot} ms between tokens`,
  };
}
