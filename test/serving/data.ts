import { parseWorkloads } from '../../src/serving/workloads.ts';
import { parseSources } from '../../src/sources/source-file.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';

export const { workloads: parsed, faults } = parseWorkloads(dataFiles('workloads'), sourceIds);
export const workloads = parsed!;
export const { sources } = parseSources(dataFiles('sources'));
