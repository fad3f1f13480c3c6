import { plural } from './plural.ts';

/** What is said of a replay over the hubs of known outcome; the app, which shows none, does without. */
export const backtestEn = {
  backtestTitle: (hubs: number): string =>
    `Would it have known? ${plural(hubs, 'hub')} with known outcome, replayed`,
  backtestLead:
    'Each hub is forecast 30 days after its claim (P1), midway (P2) and 30 days before it was due (P3), by a model fitted to the other hubs. Lower scores are better.',
  backtestScore: 'score',
  backtestMeasure: {
    inTime: 'in time (Brier)',
    inTimeLog: 'in time (log)',
    within: 'within a year (Brier)',
    withinLog: 'within a year (log)',
    stage: 'stage at due date (Brier)',
    stageLog: 'stage at due date (log)',
    fraction: 'fraction lit (CRPS)',
    fractionLater: 'fraction a year later (CRPS)',
    route: 'route if lit (Brier)',
    routeLog: 'route if lit (log)',
  },
  backtestColumns: {
    forecasts: 'n',
    evidence: 'evidence (90 %)',
    strict: 'strict',
    prior: 'prior',
    climatology: 'climate',
    commitment: 'committed',
    skill: 'skill',
  },
  backtestPoint: { p1: 'P1', p2: 'P2', p3: 'P3', all: 'all points' },
  backtestHindsight:
    'strict: only pages that had come out by then; its distance from evidence is the hindsight. climate: frequencies of the other hubs; committed: of those as committed at their claim.',
  backtestGroups: 'by group, all points (ten scores: --format md)',
  backtestGroup: {
    region: 'region',
    type: 'type',
    horizon: 'horizon',
    commitment: 'commitment',
    confidence: 'confidence',
  },
  backtestHubs: 'hubs',
  backtestWords: 'words and what came true',
  backtestWord: 'word',
  backtestHappened: 'came true (90 %)',
  backtestHolds: { true: 'holds', false: 'does not hold' },
  backtestKinds: 'what each kind of evidence is worth (nat a forecast)',
  backtestKind: 'kind',
  backtestGain: 'gain (90 %)',
  backtestVerdict: {
    helps: 'helps',
    harms: 'harms',
    unclear: 'unclear',
    slight: 'no matter',
    few: 'too few hubs',
  },
  backtestStanding: (facts: {
    point: string;
    scores: number;
    better: number;
    surely: number;
    committed: number;
    surelyCommitted: number;
  }): string =>
    `${facts.point}: better than climatology on ${facts.better} of ${facts.scores} scores, on ${facts.surely} by more than the bootstrap noise; better than climatology given commitment on ${facts.committed}, on ${facts.surelyCommitted} by more than the noise.`,
  backtestGap: (list: string): string => `Hindsight, strict replay less ordinary: ${list}.`,
  backtestSharpness: (evidence: string, prior: string): string =>
    `Sharpness, mean of p (1 - p): ${evidence} with evidence, ${prior} without.`,
  backtestPresets: (facts: { sceptic: string; neutral: string; believer: string }): string =>
    `In time (Brier) at P3 under each prior: sceptic ${facts.sceptic}, neutral ${facts.neutral}, believer ${facts.believer}.`,
  backtestCount: (hubs: number): string => plural(hubs, 'hub'),
  backtestLoss: (facts: { what: string; evidence: string; other: string }): string =>
    `${facts.what} ${facts.evidence} against ${facts.other}`,
  backtestLosses: {
    climatology: (list: string): string => `Worse than climatology: ${list}.`,
    commitment: (list: string): string => `Worse than climatology given commitment: ${list}.`,
    elsewhere: (list: string): string => `Worse than climatology on another of the ten scores: ${list}.`,
    prior: (list: string): string => `Worse with evidence than by the prior alone: ${list}.`,
  },
  backtestNowhere: 'nowhere',
  backtestKindLists: {
    helps: (list: string): string => `Help by more than the noise: ${list}.`,
    promising: (list: string): string => `Seem to help, within the noise: ${list}.`,
    doubtful: (list: string): string => `Do not help, within the noise: ${list}.`,
    slight: (list: string): string => `Make no difference: ${list}.`,
    harms: (list: string): string => `Harm by more than the noise: ${list}.`,
    few: (list: string): string => `Met at too few hubs to tell: ${list}.`,
  },
  backtestThin: (list: string): string => `Words that rest on few hubs: ${list}.`,
  backtestBehind: (forecasts: number, hubs: number): string =>
    `${plural(forecasts, 'forecast')} of ${plural(hubs, 'hub')}`,
  backtestNone: 'none',
  backtestWorst: 'the worst misses at P3',
  backtestMiss: (facts: { asOf: string; items: number; inTime: string; lit: string }): string =>
    `as of ${facts.asOf}, ${plural(facts.items, 'item')} known · forecast: in time ${facts.inTime}, lit on the day it is scored ${facts.lit}`,
  backtestCame: (what: string): string => `what happened: ${what}`,
  backtestMisled: (kind: string): string => `better off without: ${kind}`,
};
