import { readFileSync } from 'node:fs';
import { parseServingKnowledge } from '../../src/serving/knowledge.ts';
import type { Placement } from '../../src/serving/placement.ts';
import { servingTask } from '../../src/serving/serve.ts';
import type { ServingTask } from '../../src/serving/ways.ts';
import { dataFiles } from '../chips/data.ts';

const folders = ['sources', 'chips', 'site', 'models', 'training', 'serving'];

/** Text of the table of published rates. */
export const published = readFileSync(
  new URL('../../data/published/serving-runs.csv', import.meta.url),
  'utf8',
);

export const knowledge = parseServingKnowledge(
  { files: folders.flatMap((folder) => dataFiles(folder)), digest: '' },
  published,
  readFileSync(new URL('../../data/published/serving-held-out.csv', import.meta.url), 'utf8'),
);
export const { machines, models, serving } = knowledge;
export const { constants } = serving;

/** A model with experts on sixteen H20, as a published service has it. */
export const spread: Placement = {
  tensor: 1,
  data: 16,
  pipeline: 1,
  expertParallel: true,
  formats: { mixer: 'fp8', dense: 'fp8', experts: 'fp8', core: 'fp8', cache: 1 },
  overlap: false,
  balance: 'balanced',
  guessed: 0,
  accepted: 0,
  engine: 'sglang',
  year: 2025.7,
};

/** A dense model on eight chips that share every matrix. */
export const shared: Placement = {
  ...spread,
  tensor: 8,
  data: 1,
  expertParallel: false,
  engine: 'trtllm',
};

/** A task of a model on chips, under requests of so many tokens in and out. */
export function taskOf(
  model: string,
  { chip, count }: { chip: string; count: number },
  [inputTokens, outputTokens]: readonly [number, number],
): ServingTask {
  const group = { machine: machines.get(chip)!, count };
  return servingTask({ model: models.get(model)!, group, load: { inputTokens, outputTokens } }, knowledge);
}
