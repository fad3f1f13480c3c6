import { parseModels } from '../../src/models/parse.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';

export const { models, faults } = parseModels(dataFiles('models'), sourceIds);
