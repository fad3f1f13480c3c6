import { readFileSync } from 'node:fs';
import { parseGrades } from '../../src/sources/grade.ts';
import { parseSupply } from '../../src/supply/parse.ts';
import { catalogue, dataFiles, sourceIds } from '../chips/data.ts';
import { controls } from '../controls/data.ts';

const file = new URL('../../data/grades.yaml', import.meta.url);

export const grades = parseGrades(readFileSync(file, 'utf8'), 'data/grades.yaml').value!;

export const { supply: parsed, faults } = parseSupply(dataFiles('supply'), {
  catalogue,
  grades,
  controls,
  sources: sourceIds,
});
export const supply = parsed!;
