import type { Precision } from '../dossier/dossier.ts';
import type { Fault } from '../errors/fault.ts';
import type { LookGap } from '../installed/hub-look.ts';
import type { ByPreset, Preset } from '../installed/presets.ts';
import type { Basis, Grade, Localised } from '../sources/source.ts';

export type { LookGap } from '../installed/hub-look.ts';
export type { ByPreset, Preset } from '../installed/presets.ts';
export { presets } from '../installed/presets.ts';

/** What sort of world a site or the hub is in; the columns of the evidence matrix. */
export const hypotheses = [
  'as-claimed',
  'legal-substitutes',
  'domestic-chips',
  'partly-built',
  'not-lit',
] as const;
export type Hypothesis = (typeof hypotheses)[number];

/** The answer of Sandtable for one dossier: plain data, the same bits for the same inputs. */
export interface Assessment {
  run: Run;
  hub: HubSummary;
  /** Yes-or-no questions; the first is the headline. */
  questions: readonly Question[];
  /** Quantities of the hub; the first is the headline. */
  quantities: readonly Estimate[];
  sites: readonly SiteResult[];
  /**
   * Id of the question that the evidence is ranked by: the headline, or where that is beyond doubt (under 1 %, over 99 %)
   * the one whose probability the items move most.
   */
  focus: string;
  /** Every item used, those first that move the focus most. */
  evidence: readonly ItemResult[];
  /** Set where the run looks from a day that the dossier was not gathered for. */
  dateCaution: DateCaution | null;
  /** Set when one weak source carries the headline word. */
  weakSource: WeakSource | null;
  /** Observations still to be made, most valuable first. */
  looks: readonly LookResult[];
  /** Observations of the dossier whose worth cannot be told, in its order. */
  looksLeftOut: readonly LookLeftOut[];
  diagnostics: Diagnostics;
  /** How far this engine has been right before. */
  record?: TrackRecord;
  /** Warnings of the dossier and of the run. */
  warnings: readonly Fault[];
}

/** How the engine did on hubs whose outcome is known: Brier scores of "in time", a month before they were due. */
export interface TrackRecord {
  hubs: number;
  /** Hubs among them that the scores are means over: their date had passed, or they had been given up. */
  scored: number;
  evidence: number;
  climatology: number;
  /** The same of what runs there, of the hubs that were lit, at all three points; skill: 1 - evidence / climatology. */
  route: {
    hubs: number;
    evidence: number;
    climatology: number;
    skill: { value: number; low: number; high: number };
  };
}

export interface Run {
  /** `st1-` and twelve hex digits of the digest of data, dossier, engine, seed, draws and overrides. */
  id: string;
  engine: string;
  dataDigest: string;
  dossierDigest: string;
  seed: number;
  draws: number;
  /** As written: `2026-06-30`. */
  asOf: string;
  prior: Preset;
  drop: readonly string[];
  set: Readonly<Record<string, string>>;
  /** SHA-256 over the posterior columns: equal digests mean equal draws. */
  columnsDigest: string;
}

export interface HubSummary {
  id: string;
  name: Localised;
  summary: Localised;
  sites: number;
  projects: number;
  /** Claims that others make; what the dossier derives from them is not counted. */
  claims: number;
  evidence: number;
  origins: number;
  /** Date of the newest item used. */
  newest: string;
  /** Assumptions whose basis is `judged`. */
  judged: number;
  /** Assumptions in all: parameters of the world and kinds of evidence. */
  figures: number;
  /** Items left out because they were published after `asOf`. */
  later: number;
  /** Items left out because nothing that says a size was known of their sites by then. */
  unplaced: number;
}

/** ICD 203 likelihood words, or beyond their scale. */
export type LikelihoodWord =
  | 'almost no chance'
  | 'very unlikely'
  | 'unlikely'
  | 'roughly even chance'
  | 'likely'
  | 'very likely'
  | 'almost certain';

export type Confidence = 'low' | 'moderate' | 'high';

export interface Question {
  id: string;
  text: Localised;
  /** What a word of the question means, where it does not say so itself. */
  means?: Localised;
  /** Under the chosen prior, in [0, 1]. */
  probability: number;
  /** Monte Carlo standard error of `probability`. */
  error: number;
  word: LikelihoodWord;
  /** Before any evidence, same prior. */
  prior: number;
  byPreset: ByPreset<number>;
}

/** The largest run that is finished in some days, if the fleet stays as it is [FLOP]. */
export interface RunSpan {
  days: number;
  median: number;
  low: number;
  high: number;
  claimed: number | null;
}

/** A quantity: median and middle 90 %, never a naked number. */
export interface Estimate {
  id: string;
  label: Localised;
  /** Unit symbol of every number here: `MW`, `FLOP/s`, `P`, empty for a count. */
  unit: string;
  median: number;
  low: number;
  high: number;
  /** 50 equally likely values, ascending: the dots of the dotplot. */
  dots: readonly number[];
  bases: readonly Basis[];
  byPreset: ByPreset<{ median: number; low: number; high: number }>;
  /** Before any evidence. */
  prior: { median: number; low: number; high: number };
  /** What the claim amounts to in this quantity; null where nothing was claimed. */
  claimed: { median: number; low: number; high: number } | null;
  /** What physics permits (upper bound, middle 90 %); null where no limit is known. */
  permitted: { median: number; low: number; high: number } | null;
  /** Of the load at the meter: PUE of the hub, by which the IT load is multiplied [1]. */
  pue?: { median: number; low: number; high: number };
  /** Of a training run: the same in 30, 90 and 180 days. */
  spans?: readonly RunSpan[];
}

export interface SiteResult {
  id: string;
  name: Localised;
  role: 'hub' | 'context';
  region: string;
  count: number;
  projects: number;
  place: { latitude: number; longitude: number; precision: Precision } | null;
  /** Probability of each stage at `asOf`; they sum to 1 (for a group: the expected shares). */
  stages: Readonly<Record<'paper' | 'construction' | 'shell' | 'lit', number>>;
  /** Probability of each route, given lit; they sum to 1. */
  routes: Readonly<Record<'named' | 'legal' | 'domestic', number>>;
  /** Restricted-class accelerators running, P lit and IT load; totals over a group. */
  accelerators: Estimate;
  compute: Estimate;
  itLoad: Estimate;
  evidence: readonly string[];
}

/** What one item did to the headline, and to the question that the evidence is ranked by. */
export interface ItemResult {
  id: string;
  kind: string;
  /** What the kind is called. */
  kindName: Localised;
  about: readonly string[];
  says: Localised;
  quote?: string;
  date: string;
  published: string;
  source: string;
  grade: Grade;
  origin: string;
  /** Odds of the headline with the item over the odds without it; above 1 speaks for. */
  factor: number;
  /** Headline probability without the item. */
  without: number;
  /** The same of the question that the evidence is ranked by. */
  moved: { factor: number; without: number };
  /** Headline median without the item. */
  medianWithout: number;
  /** False where reweighting is not to be trusted for this item (Pareto k). */
  reliable: boolean;
  /** Shape of the tail of the weights without the item; 0 where there is none, 1 where hardly a draw is left. */
  pareto: number;
  /** How much likelier the item is under each hypothesis than on average, as a ratio. */
  matrix: Readonly<Record<Hypothesis, number | null>>;
  /** How far the item moved the hypotheses: Kullback-Leibler divergence, bits. */
  diagnosticity: number;
}

export interface DateCaution {
  /** Later than the dossier's own date, or earlier than the claim that it measures against was published. */
  about: 'later' | 'before-claim';
  /** The dossier's own date. */
  dossier: string;
  says: Localised;
}

export interface WeakSource {
  item: string;
  grade: Grade;
  origin: string;
  /** The word with it and without it. */
  word: LikelihoodWord;
  without: LikelihoodWord;
}

export interface LookResult {
  id: string;
  name: Localised;
  about: readonly string[];
  /** Expected share of the headline quantity's variance (of its logarithm) that the look removes, 0..1. */
  sharpening: number;
  /** The same for all compute lit, whatever the chip. */
  sharpeningCompute: number;
  /** Expected information on the headline question, bits. */
  information: number;
  /** Cost in CNY or USD as written, and days. */
  cost: string;
  lead: string;
  /** What each outcome would make of the headline probability. */
  outcomes: readonly { finding: string; probability: number; headline: number }[];
}

export interface LookLeftOut {
  id: string;
  name: Localised;
  why: LookGap;
}

export interface Diagnostics {
  /** Kish effective sample size of the posterior draws. */
  ess: number;
  essByPreset: ByPreset<number>;
  /** Pareto k of the importance weights; the answer stands only below `paretoLimit`. */
  pareto: number;
  paretoByPreset: ByPreset<number>;
  paretoLimit: number;
  /** `good`; `rescued`: moved by tempered SMC where weighting failed; `poor`: named, exit code 5. */
  state: 'good' | 'rescued' | 'poor';
  /** Log odds one more restricted accelerator costs: how hard the pool presses (0: not at all). */
  shadowPrice: number;
  /** Claimed restricted accelerators over the median of what the hub's share of the pool holds. */
  claimOverPool: number;
  /** Probability that the fleet the evidence alone implies fits the hub's share of the pool; small means conflict. */
  poolFit: number;
  confidence: Confidence;
  /** Why that confidence. */
  confidenceReasons: readonly ConfidenceReason[];
}

/** One reason for the confidence; the report has words for it. */
export type ConfidenceReason =
  /**
   * Independent origins graded A or B that bear on the answer, of all so graded; those that speak, on balance, for and
   * against it, and whether they contradict each other.
   */
  | {
      about: 'origins';
      telling: number;
      strong: number;
      for: number;
      against: number;
      contested: boolean;
    }
  /** Different likelihood words that the three priors give. */
  | { about: 'priors'; words: number }
  /** The item of a weak source that carries the word, or none. */
  | { about: 'weak-source'; item: string | null }
  /** Days from the newest fact to the date of the verdict; null without evidence. */
  | { about: 'age'; days: number | null };
