import type { Grade } from '../../sources/source.ts';

/** Letters of grades, the least reliable first, as a slider has them; F, of which nothing is known, between D and C. */
export const letters = ['E', 'D', 'F', 'C', 'B', 'A'] as const satisfies readonly Grade['reliability'][];
export type Letter = (typeof letters)[number];

const path = /^origins\.(.+)\.reliability$/;

/** Where the letter of an origin is set. */
export const letterPath = (origin: string): string => `origins.${origin}.reliability`;

/** Letters that were set, by origin. */
export function lettersOf(set: Readonly<Record<string, string>>): Readonly<Record<string, Letter>> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([at, value]) => {
      const [, origin] = path.exec(at) ?? [];
      const letter = letters.find((one) => one === value);
      return origin !== undefined && letter ? [[origin, letter]] : [];
    }),
  );
}

/** Settings that other worlds must be drawn for, without those that only reweight what was drawn. */
export function drawnSettings(set: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(set).filter(([at]) => !path.test(at)));
}
