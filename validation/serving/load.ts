import { readFileSync } from 'node:fs';
import { publishedServing } from '../../src/serving/published.ts';
import { load as loadTraining } from '../training/load.ts';

/** Everything that scoring the serving model needs. */
export function load(file = 'data/published/serving-runs.csv') {
  const { models, training } = loadTraining();
  const read = publishedServing(readFileSync(file, 'utf8'), models, {
    'Llama-2-70B': 0.7,
    'Mixtral-8x7B': 0.8,
    'DeepSeek-R1': 1,
    'Llama-3.1-405B': 0.5,
    'Llama-3.1-8B': 0.3,
  });
  return { models, machines: training.machines, ...read };
}

export type Loaded = ReturnType<typeof load>;
