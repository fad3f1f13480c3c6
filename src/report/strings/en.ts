import type {
  Confidence,
  ConfidenceReason,
  Hypothesis,
  LikelihoodWord,
  LookGap,
  Preset,
} from '../../assessment/assessment.ts';
import type { Basis } from '../../sources/source.ts';
import { formatNumber } from '../../units/format.ts';
import type { Quantity } from '../../units/quantity.ts';
import { cardsEn } from './cards-en.ts';
import { compareEn } from './compare-en.ts';
import { controlsEn } from './controls-en.ts';
import { figuresEn } from './figures-en.ts';
import { libraryEn } from './library-en.ts';
import { plural } from './plural.ts';
import { reachEn } from './reach-en.ts';
import { serveEn } from './serve-en.ts';
import { siteEn } from './site-en.ts';
import { trainEn } from './train-en.ts';

type Stage = 'paper' | 'construction' | 'shell' | 'lit';
type Route = 'named' | 'legal' | 'domestic';

function sides({ telling, for: yes, against, contested }: ConfidenceReason & { about: 'origins' }): string {
  if (telling === 0) return '';
  const contradict = contested ? '; strong sources contradict each other' : '';
  return ` (${yes} for it, ${against} against)${contradict}`;
}

function reason(of: ConfidenceReason): string {
  switch (of.about) {
    case 'origins':
      return `${plural(of.telling, 'independent origin')} graded A or B ${of.telling === 1 ? 'bears' : 'bear'} on the answer, of ${of.strong}${sides(of)}`;
    case 'priors':
      return of.words === 1
        ? 'all three priors give the same word'
        : `the priors give ${of.words} different words`;
    case 'weak-source':
      return of.item === null
        ? 'no single weak source carries the word'
        : `one weak source carries the word (${of.item})`;
    case 'age':
      return of.days === null ? 'no evidence' : `newest fact ${plural(of.days, 'day')} before the date`;
  }
}

const lookGaps: Readonly<Record<LookGap, string>> = {
  total: 'a total bounds its sites from above; how large it would be nobody can foretell',
  hub: 'this kind of evidence has no probabilities about a hub as a whole',
  site: 'none of its sites was known by the date',
  kind: 'no model foretells what this kind of evidence would say',
};

/** Everything Sandtable says to people, in English. The other languages have the type of this object. */
export const en = {
  tag: 'en' as 'en' | 'zh-CN',
  /** A number with at most `digits` significant figures. */
  number: (value: number, digits: number): string => formatNumber(value, { figures: digits }),
  /** A quantity as its author wrote it. */
  quantity: ({ text }: Quantity): string => text,
  /** A chip that a claim names, `unnamed` or `domestic`. */
  chipSaid: (chip: string): string => chip,
  /** A count that fits a line: `14.8 T`, `671 B`. */
  brief: (value: number): string => {
    const [size, suffix] =
      value >= 1e12
        ? [1e12, ' T']
        : value >= 1e9
          ? [1e9, ' B']
          : value >= 1e6
            ? [1e6, ' M']
            : value >= 1e4
              ? [1e3, ' k']
              : [1, ''];
    return `${Number((value / size).toPrecision(3))}${suffix}`;
  },
  /** A power of ten on an axis, short: `10k`. */
  tickShort: (value: number): string => {
    const [size, suffix] =
      value >= 1e9 ? [1e9, 'G'] : value >= 1e6 ? [1e6, 'M'] : value >= 1e3 ? [1e3, 'k'] : [1, ''];
    return `${Number((value / size).toPrecision(3))}${suffix}`;
  },
  /** A power of ten on an axis, in words: `10 thousand`. */
  tick: (value: number): string => {
    const [size, word] =
      value >= 1e9
        ? [1e9, ' billion']
        : value >= 1e6
          ? [1e6, ' million']
          : value >= 1e3
            ? [1e3, ' thousand']
            : [1, ''];
    return `${Number((value / size).toPrecision(3))}${word}`;
  },
  percent: (text: string): string => `${text} %`,
  percentChange: (from: string, to: string): string => `${from} → ${to} %`,
  range: (low: string, high: string): string => `${low} – ${high}`,
  upTo: (amount: string): string => `up to ${amount}`,
  ninety: '90 %',
  nothing: 'none',
  notKnown: 'not known',
  preset: { sceptic: 'sceptic', neutral: 'neutral', believer: 'believer' } as Record<Preset, string>,
  word: {
    'almost no chance': 'almost no chance',
    'very unlikely': 'very unlikely',
    unlikely: 'unlikely',
    'roughly even chance': 'roughly even chance',
    likely: 'likely',
    'very likely': 'very likely',
    'almost certain': 'almost certain',
  } as Record<LikelihoodWord, string>,
  confidenceWord: { low: 'low', moderate: 'moderate', high: 'high' } as Record<Confidence, string>,
  basis: {
    measured: 'measured',
    reported: 'reported',
    claimed: 'claimed',
    derived: 'derived',
    judged: 'judged',
  } as Record<Basis, string>,
  stage: {
    paper: 'paper',
    construction: 'under construction',
    shell: 'shell',
    lit: 'lit',
  } as Record<Stage, string>,
  route: {
    named: 'chips as named',
    legal: 'legal substitutes',
    domestic: 'domestic chips',
  } as Record<Route, string>,
  hypothesis: {
    'as-claimed': 'as claimed',
    'legal-substitutes': 'legal substitutes',
    'domestic-chips': 'domestic chips',
    'partly-built': 'partly built',
    'not-lit': 'not lit',
  } as Record<Hypothesis, string>,
  hypothesisShort: {
    'as-claimed': 'claimed',
    'legal-substitutes': 'legal',
    'domestic-chips': 'domestic',
    'partly-built': 'partly',
    'not-lit': 'not lit',
  } as Record<Hypothesis, string>,

  asOf: (date: string): string => `as of ${date}`,
  underPrior: (preset: string): string => `${preset} prior`,
  scope: (projects: number, sites: number): string =>
    `${plural(projects, 'project')} at ${plural(sites, 'site')}`,
  basisOfAnswer: (claims: number, items: number, origins: number): string =>
    `${plural(claims, 'claim')} · ${plural(items, 'evidence item')} from ${plural(origins, 'independent origin')}`,
  later: (n: number): string => `${plural(n, 'item')} published later and left out`,
  unplaced: (n: number): string =>
    `${plural(n, 'item')} left out: no claim of a size was known of the sites by then`,
  before: (percent: string): string => `before the evidence ${percent}`,
  confidence: 'Confidence',
  confidenceReasons: (reasons: readonly ConfidenceReason[]): string => reasons.map(reason).join('; '),
  byPrior: 'by prior',
  claimed: 'claimed',
  permitted: 'in country',
  inferred: 'inferred',
  sentence: (facts: {
    label: string;
    below: string;
    worlds: number;
    none: number;
    claim?: { amount: string; reached: number };
  }): string => {
    const parts = [
      `at most ${facts.below} in ${facts.worlds} of 50 worlds that fit the evidence`,
      ...(facts.none > 0 ? [`none in ${facts.none} of them`] : []),
      ...(facts.claim
        ? [`nine tenths of the claimed ${facts.claim.amount} or more in ${facts.claim.reached}`]
        : []),
    ];
    return `${facts.label[0]!.toUpperCase()}${facts.label.slice(1)}: ${parts.join(', ')}.`;
  },

  otherQuestions: 'other questions',
  probability: 'probability',
  beforeEvidence: 'before',
  amountsTo: 'what it amounts to',
  spans: (days: string): string => `${days} days`,
  spansNote: 'in proportion to its days, if the fleet stays as it is',
  spansOf: {
    'largest-run': 'largest training run, all sites',
    'largest-run-site': 'largest training run, one site',
  } as Readonly<Record<string, string>>,
  asClaimed: 'as claimed',
  asInferred: 'as inferred (90 %)',
  basisHead: 'basis',
  routesHead: 'what runs where anything is lit',
  routesNote: 'expected share of the lit sites',
  sitesHead: 'sites',
  moved: 'what moved the answer',
  without: 'without it',
  medianWithout: 'median without',
  onHeadline: 'on headline',
  rankedBy: (question: string): string =>
    `The headline is beyond doubt, so items are ranked by what they do to: ${question}`,
  reweighted: (points: string): string =>
    `Without an item: the same draws reweighted, give or take ${points} points; --drop draws anew, and may differ by as much.`,
  gradeHead: 'grade',
  more: (n: number): string =>
    `${plural(n, 'more item')}: add --matrix for the evidence by hypothesis, --format csv for all`,
  noSuchWorld: 'no world that was drawn is of this kind: nothing can be said',
  tellsNothing: 'explains everything, tells nothing',
  unreliable: (ids: string): string =>
    `~ leaving this item out by reweighting is not to be trusted (Pareto k); run with --drop ${ids}`,
  weakSource: (item: string, word: string, grade: string): string =>
    `one weak source carries the verdict: without ${item} the word becomes "${word}". It is graded ${grade} and has one origin.`,
  notConverged: 'NOT CONVERGED',
  poor: (ess: string, draws: string, pareto: string, limit: string): string =>
    `NOT CONVERGED: effective sample size ${ess} of ${draws} draws, Pareto k ${pareto} (limit ${limit}). The numbers on this screen are not an answer. Try more --draws, or drop an assumption that contradicts the evidence.`,
  rescued: (ess: string): string =>
    `Plain weighting did not converge; tempered sampling did (effective sample size ${ess}).`,
  conflict: (p: string): string =>
    `CONFLICT: the fleet that the evidence alone implies fits the hub's share of the supply pool with a chance of ${p}. Evidence and supply disagree; look at both before quoting a number.`,
  supply: (ratio: string): string =>
    `The claim is ${ratio} times what the hub's share of the supply pool holds (median).`,
  lookNext: 'look next',
  sharpening: 'sharpens chips',
  sharpeningCompute: 'compute',
  looksLeftOut: (entries: readonly { name: string; why: LookGap }[]): string =>
    `worth not known: ${entries.map(({ name, why }) => `${name} (${lookGaps[why]})`).join('; ')}`,
  costHead: 'cost',
  runLine: (facts: { id: string; seed: number; draws: string; engine: string; data: string }): string =>
    `run ${facts.id} · seed ${facts.seed} · ${facts.draws} draws · engine ${facts.engine} · data ${facts.data}`,
  samplingLine: (facts: { ess: string; pareto: string; error: string }): string =>
    `effective sample size ${facts.ess} · Pareto k ${facts.pareto} · sampling error ${facts.error} points`,
  trackRecord: (facts: {
    hubs: number;
    scored: number;
    time: readonly [evidence: string, climatology: string];
    routeHubs: number;
    route: readonly [evidence: string, climatology: string];
    skill: string;
  }): string =>
    `Record on ${facts.hubs} hubs with known outcome. In time or not, asked of ${facts.scored} due or given up 30 days ahead: Brier score ${facts.time[0]}, their base rate ${facts.time[1]}. What runs there once lit, which the headline turns on, asked of ${facts.routeHubs}: ${facts.route[0]}, their base rate ${facts.route[1]}, a skill of ${facts.skill}, where 0 is no better (sandtable backtest).`,
  judgedLine: (judged: number, figures: number, warnings: number): string =>
    `${judged} of ${plural(figures, 'assumption')} are judged${warnings > 0 ? ` · ${plural(warnings, 'warning')}: sandtable check` : ''}`,
  seconds: (s: string): string => `${s} s`,
  next: 'next',
  overrides: (text: string): string => `changed: ${text}`,
  dropped: (ids: string): string => `without ${ids}`,

  month: 'as of',
  items: 'items',
  matrixHead: 'evidence by hypothesis: how much likelier each item is than on average',
  itemHead: 'item',
  same: 'No figure differs.',
  controls: controlsEn,

  asTable: 'the same numbers as a table',
  licence: (name: string): string => `licence ${name}`,
  source: 'source',
  figureSource: (origins: number, items: number): string =>
    `Sandtable, from ${plural(items, 'item')} of ${plural(origins, 'independent origin')}`,
  run: (id: string): string => `run ${id}`,
  speaksFor: 'speaks for',
  speaksAgainst: 'speaks against',
  /** Ends a sentence. */
  stop: '.',
  /** Between a name and what it is. */
  colon: ': ',
  comma: ', ',
  train: trainEn,
  figures: figuresEn,
  reach: reachEn,
  serve: serveEn,
  site: siteEn,
  cards: cardsEn,
  compare: compareEn,
  library: libraryEn,
};

export type Strings = typeof en;
