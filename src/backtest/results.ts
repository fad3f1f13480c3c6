import type { LikelihoodWord } from '../assessment/assessment.ts';
import type { Preset } from '../installed/presets.ts';
import type { Interval } from './bootstrap.ts';
import type { Measure } from './case-scores.ts';
import type { Point } from './replay.ts';

/** One measure at one point, or at all of them: lower is better. */
export interface ScoreRow {
  /** By date published, or by the date of the page that was read. */
  replay: 'ordinary' | 'strict';
  point: Point | 'all';
  measure: Measure;
  forecasts: number;
  evidence: Interval;
  /** Of the prior alone. */
  prior: number;
  /** Of the frequencies of all other hubs, and of those as committed at the claim. */
  climatology: number;
  commitment: number;
  /** 1 - evidence / climatology. */
  skill: Interval;
  /** Climatology less evidence: above 0 is better. */
  gain: Interval;
  gainOnCommitment: Interval;
}

export interface GroupRow {
  by: 'region' | 'type' | 'horizon' | 'commitment' | 'confidence';
  group: string;
  measure: Measure;
  hubs: number;
  forecasts: number;
  evidence: Interval;
  prior: number;
  climatology: number;
  skill: Interval;
}

/** Forecasts of yes or no in a group: whether they came true as often as they said, and how far they dare. */
export interface GroupCalibration {
  by: GroupRow['by'];
  group: string;
  hubs: number;
  forecasts: number;
  /** Mean probability, and how often it came true. */
  mean: number;
  happened: Interval;
  /** Mean of p (1 - p). */
  sharpness: Interval;
}

/** What the items of a kind add: how much worse the log scores are without them. */
export interface KindRow {
  kind: string;
  hubs: number;
  forecasts: number;
  /** Log score of in time and of the stage together, a forecast [nat]. */
  gain: Interval;
  /**
   * `few`: too few hubs to tell; `slight`: the middle 90 % lies so near 0 that the kind makes no difference; `helps`, `harms`:
   * it lies on one side of 0; `unclear` otherwise.
   */
  verdict: 'helps' | 'harms' | 'unclear' | 'slight' | 'few';
}

/** Forecasts that were put into one word, and how often they came true. */
export interface WordRow {
  word: LikelihoodWord;
  range: readonly [number, number];
  hubs: number;
  forecasts: number;
  mean: number;
  happened: Interval;
  holds: boolean;
}

/** A hub that was forecast badly a month before it was due. */
export interface Story {
  id: string;
  name: string;
  asOf: string;
  score: number;
  inTime: number;
  stage: readonly number[];
  known: readonly { id: string; date: string; says: string }[];
  happened: string;
  /** Kind whose items misled most, where one did. */
  misled: string | null;
  note: string | null;
}

/** One forecast with evidence, as it was made. */
export interface CaseRow {
  id: string;
  point: Point;
  asOf: string;
  items: number;
  inTime: number;
  within: number;
  stage: readonly number[];
  route: readonly number[];
}

export interface Results {
  hubs: number;
  forecasts: number;
  rows: readonly ScoreRow[];
  groups: readonly GroupRow[];
  calibration: readonly GroupCalibration[];
  kinds: readonly KindRow[];
  words: readonly WordRow[];
  /** Mean of p (1 - p) over yes-or-no forecasts: 0 is sharpest, 0.25 says nothing. */
  sharpness: { evidence: Interval; prior: Interval };
  /** On-time Brier score at P3 under each prior. */
  presets: Readonly<Record<Preset, number>>;
  worst: readonly Story[];
  cases: readonly CaseRow[];
}
