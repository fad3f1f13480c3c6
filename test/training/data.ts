import { readFileSync } from 'node:fs';
import { parseTrainingKnowledge } from '../../src/training/knowledge.ts';
import { parseTraining } from '../../src/training/parse.ts';
import { catalogue, dataFiles, sourceIds } from '../chips/data.ts';
import { models } from '../models/data.ts';

export { models };

export const { training: parsed, faults } = parseTraining(dataFiles('training'), {
  catalogue,
  sources: sourceIds,
});
export const training = parsed!;
export const numbers = { constants: training.constants, memory: training.memory };

/** Text of the table of published runs. */
export const published = readFileSync(
  new URL('../../data/published/training-runs.csv', import.meta.url),
  'utf8',
);

const folders = ['sources', 'chips', 'site', 'models', 'training'];
export const knowledge = parseTrainingKnowledge(
  { files: folders.flatMap((folder) => dataFiles(folder)), digest: '' },
  published,
);
