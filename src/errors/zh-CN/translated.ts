import type { Explanation } from '../catalogue.ts';

/** The Chinese of a chapter of the catalogue: every code of it, and no other. */
export type Translated<Chapter> = Readonly<Record<keyof Chapter, Explanation>>;
