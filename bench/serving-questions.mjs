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
