import type { Grade } from './source.ts';

/** An Admiralty grade as people write it: `B2`. */
export function gradeText({ reliability, credibility }: Grade): string {
  return `${reliability}${credibility}`;
}
