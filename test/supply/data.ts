import { existsSync, readFileSync } from 'node:fs';
import type { GradeWeights } from '../../src/sources/grade.ts';
import { parseGrades } from '../../src/sources/grade.ts';
import { parseSupply } from '../../src/supply/parse.ts';
import { catalogue, dataFiles, sourceIds } from '../chips/data.ts';

const file = new URL('../../data/grades.yaml', import.meta.url);
const J = { basis: 'judged', by: 'x', why: 'x', sources: [] } as const;
const letter = (m: number) => ({ name: 'x', alpha: 10 * m, beta: 10 * (1 - m), citation: J });
const digit = (factor: number) => ({ name: 'x', factor, citation: J });
export const grades: GradeWeights = existsSync(file)
  ? parseGrades(readFileSync(file, 'utf8'), 'data/grades.yaml').value!
  : {
      letters: {
        A: letter(0.9),
        B: letter(0.75),
        C: letter(0.55),
        D: letter(0.35),
        E: letter(0.2),
        F: letter(0.4),
      },
      digits: { 1: digit(1), 2: digit(0.85), 3: digit(0.65), 4: digit(0.4), 5: digit(0.15), 6: digit(0.5) },
    };

export const { supply: parsed, faults } = parseSupply(dataFiles('supply'), {
  catalogue,
  grades,
  sources: sourceIds,
});
export const supply = parsed!;
