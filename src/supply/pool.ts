import type { Catalogue, Chip } from '../chips/chip.ts';
import type { Figure } from '../chips/figure.ts';
import type { LogMoments } from '../chips/lognormal-match.ts';
import type { Place } from '../errors/fault.ts';
import type { GradeWeights } from '../sources/grade.ts';
import type { Citation, Grade, Localised, PartialDate } from '../sources/source.ts';
import type { Quantity } from '../units/quantity.ts';

/** Restricted: may not be sold to China. Legal: could when it was. Domestic: designed in China. */
export const pools = ['restricted', 'legal', 'domestic'] as const;
export type PoolId = (typeof pools)[number];

/** Accelerators in a country that came by one kind of way, with what others estimate of them. */
export interface Pool {
  id: PoolId;
  name: Localised;
  /** Parts that add up. */
  streams: readonly Stream[];
  /** Statements that are known but not counted, each with the reason. */
  context: readonly Context[];
}

/** One part of a pool. Estimates of one stream compete; streams add up. */
export interface Stream {
  id: string;
  name: Localised;
  /** Relative rate of arrival from a day on. An estimate sets the level, the rate carries it to other days. */
  rate: readonly Piece<number>[];
  /** Shares of the chips that arrive from a day on. */
  mix: readonly Piece<ReadonlyMap<Chip, number>>[];
  estimates: readonly Estimate[];
}

/** A value that holds from a day on, once it is known. */
export interface Piece<T> {
  from: PartialDate;
  /** When one could first know; absent where it was never news. */
  published?: PartialDate;
  value: T;
  citation: Citation;
  note?: string;
  /** Id of the export-control instrument that it follows from. */
  rule?: string;
}

/** What somebody says arrived in a stream. */
export interface Estimate {
  id: string;
  /** As published. */
  says: Quantity;
  /**
   * The same in accelerators, without the doubt of its grade: logarithm of the median as published, and mean square of
   * the logarithm about it; null for none.
   */
  reading: LogMoments | null;
  /** Share of the stream it sees; absent where it means all of it. */
  coverage?: { figure: Figure; moments: LogMoments };
  /** First and last day of a flow; for a stock from the start of the stream to its day. Days since 1970-01-01. */
  from: number;
  to: number;
  published: PartialDate;
  /** Estimates of one family share one voice. */
  family?: string;
  citation: Citation;
  grade: Grade;
  note?: string;
  /** Where it is written. */
  place: Place;
}

export interface Context {
  id: string;
  stream: string;
  says: string;
  published: PartialDate;
  sources: readonly string[];
  grade: Grade;
  why: string;
}

/** How estimates are brought together. */
export interface Pooling {
  /** Factor on the weight of an estimate that sees a part only. */
  partWeight: number;
  /** Standard deviation of the logarithm that credibility adds to an estimate's own interval. */
  spread: Readonly<Record<Grade['credibility'], number>>;
  /** Standard deviation of the logarithm for each root year beyond the time an estimate speaks about. */
  drift: number;
  /** Share of a stock that changes hands in a year. */
  resale: Quantity;
  citation: Citation;
}

/** All pools, with what is needed to bring them to one meaning. */
export interface Supply {
  pools: ReadonlyMap<PoolId, Pool>;
  pooling: Pooling;
  grades: GradeWeights;
  catalogue: Catalogue;
}

/** Counts of accelerators, or H100 SXM5 of the same dense FP16 peak. */
export const measures = ['h100-equivalents', 'accelerators'] as const;
export type Measure = (typeof measures)[number];
