import { parseTraining } from '../../src/training/parse.ts';
import { catalogue, dataFiles, sourceIds } from '../chips/data.ts';

export const { training: parsed, faults } = parseTraining(dataFiles('training'), {
  catalogue,
  sources: sourceIds,
});
export const training = parsed!;
