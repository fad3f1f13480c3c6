import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { written } from '../../src/errors/message.ts';
import { parseGrade, parseGrades } from '../../src/sources/grade.ts';
import { gradeText } from '../../src/sources/grade-text.ts';
import type { Refusal } from '../../src/sources/issue.ts';
import { reliabilities } from '../../src/sources/source.ts';
import { parseSources } from '../../src/sources/source-file.ts';

const credibilities = [1, 2, 3, 4, 5, 6] as const;

describe('parseGrade', () => {
  it('reads all grades and writes them back', () => {
    for (const reliability of reliabilities) {
      for (const credibility of credibilities) {
        const text = `${reliability}${credibility}`;
        const grade = parseGrade(text);
        expect(grade).toEqual({ reliability, credibility });
        expect(gradeText({ reliability, credibility })).toBe(text);
      }
    }
  });

  it.each(['', 'B', '2', 'G2', 'B7', 'B0', 'B22', 'b2', 'B 2', '2B', 'good'])('refuses %s', (text) => {
    expect(parseGrade(text)).toHaveProperty('code', 'ST-S032');
  });

  it.each(['b2', 'B-2', '2b', 'B 2', 'B/2'])('guesses what %s means', (text) => {
    expect(written((parseGrade(text) as Refusal).fix)).toBe('Did you mean B2?');
  });
});

describe('data/grades.yaml', () => {
  const { value, faults } = parseGrades(readFileSync('data/grades.yaml', 'utf8'), 'data/grades.yaml');
  const mean = (letter: (typeof reliabilities)[number]) => {
    const { alpha, beta } = value!.letters[letter];
    return alpha / (alpha + beta);
  };

  it('has no faults, and only sources that are described', () => {
    expect(faults).toEqual([]);
    const path = 'data/sources/grades.yaml';
    const { ids } = parseSources([{ path, text: readFileSync(path, 'utf8') }]);
    const entries = [...Object.values(value!.letters), ...Object.values(value!.digits)];
    for (const { citation } of entries) for (const id of citation.sources) expect(ids).toContain(id);
  });

  it('falls from A to E, never to 0 or 1, with F between', () => {
    expect(mean('A')).toBeLessThan(1);
    for (const [better, worse] of ['AB', 'BC', 'CD', 'DE'].map((two) => [...two] as ['A', 'B'])) {
      expect(mean(better)).toBeGreaterThan(mean(worse));
    }
    expect(mean('E')).toBeGreaterThan(0);
    expect(mean('F')).toBe(0.5);
  });

  it('stays near the published scale of MISP (100, 75, 50, 25, 0; F and 6: 50): letters by 0.1, digits by 0.25', () => {
    const misp = { A: 1, B: 0.75, C: 0.5, D: 0.25, E: 0, F: 0.5 };
    for (const letter of reliabilities)
      expect(Math.abs(mean(letter) - misp[letter])).toBeLessThanOrEqual(0.101);
    const digits = [1, 0.75, 0.5, 0.25, 0, 0.5];
    for (const digit of credibilities) {
      expect(Math.abs(value!.digits[digit].factor - digits[digit - 1]!)).toBeLessThanOrEqual(0.25);
    }
  });
});
