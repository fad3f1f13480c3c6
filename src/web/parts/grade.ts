import type { Grade } from '../../sources/source.ts';

/** Admiralty grade as people write it: `B2`. */
export const gradeOf = (grade: Grade): string => `${grade.reliability}${grade.credibility}`;
