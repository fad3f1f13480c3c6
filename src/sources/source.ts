/** How far a figure can be trusted by its kind, not its author: shown with a glyph wherever the figure stands. */
export const bases = ['measured', 'reported', 'claimed', 'derived', 'judged'] as const;
export type Basis = (typeof bases)[number];

export const sourceTypes = [
  'government-approval',
  'official-statement',
  'tender',
  'company-filing',
  'journalism',
  'think-tank',
  'market-price',
  'court',
  'dataset',
  'reference',
  'paper',
  'forum',
] as const;
export type SourceType = (typeof sourceTypes)[number];

/**
 * A date as precisely as it is known.
 * `from` and `to` are the first and last day it can mean, as days since 1970-01-01.
 */
export interface PartialDate {
  /** `2024`, `2024-Q4`, `2024-11` or `2024-11-05`. */
  text: string;
  from: number;
  to: number;
}

/** Letters of a grade: how reliable the source is. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Admiralty grade: reliability of the source A-F, credibility of the information 1-6 (AJP-2.1). */
export interface Grade {
  reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  credibility: 1 | 2 | 3 | 4 | 5 | 6;
}

/** Words in one or more languages, keyed by BCP 47 tag; `en` is always there. */
export interface Localised {
  en: string;
  zh?: string;
}

/** One publication. */
export interface Source {
  id: string;
  title: Localised;
  producer: string;
  type: SourceType;
  published: PartialDate;
  url: string;
  /** Language of the publication, BCP 47. */
  language: string;
  grade: Grade;
  accessed: PartialDate;
  /** Whose page was read where the original was not: a mirror, an aggregator, a digest. */
  via?: string;
  archive?: string;
  note?: string;
}

/** A number of the world as it stands in `data/`: what, from where, how far to be trusted. */
export interface Citation {
  basis: Basis;
  /** Source ids; may be empty only where the basis is `judged`. */
  sources: readonly string[];
  /** Who judged, and why; required where the basis is `judged`. */
  by?: string;
  why?: string;
}
