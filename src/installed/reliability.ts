import type { GradeWeights } from '../sources/grade.ts';
import type { Grade } from '../sources/source.ts';
import { beta } from '../stats/beta.ts';
import type { Distribution } from '../stats/distribution.ts';

/** Reliability of a source's report: beta of the letter, and the digit's factor. */
export function reliabilityOf(
  grade: Grade,
  grades: GradeWeights,
): { reliability: Distribution; credibility: number } {
  const { alpha, beta: b } = grades.letters[grade.reliability];
  return { reliability: beta(alpha, b), credibility: grades.digits[grade.credibility].factor };
}
