import { parseSite } from '../../src/site/parse.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';

export const { site: parsed, faults } = parseSite(dataFiles('site'), sourceIds);
export const site = parsed!;
