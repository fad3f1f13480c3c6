import type { LikelihoodWord } from '../assessment/assessment.ts';
import { likelihoodWord } from '../assessment/likelihood-word.ts';
import { LIT } from '../installed/world.ts';
import { bootstrapMean } from './bootstrap.ts';
import type { Forecast } from './forecast.ts';
import type { WordRow } from './results.ts';
import { mean, type Scored } from './scored.ts';
import { truthOf } from './truth.ts';

/** Words and the ends of their ranges. */
const words: readonly [LikelihoodWord, number, number][] = [
  ['almost no chance', 0, 0.05],
  ['very unlikely', 0.05, 0.2],
  ['unlikely', 0.2, 0.45],
  ['roughly even chance', 0.45, 0.55],
  ['likely', 0.55, 0.8],
  ['very likely', 0.8, 0.95],
  ['almost certain', 0.95, 1],
];

interface YesOrNo {
  hub: string;
  probability: number;
  happened: number;
}

/** Forecasts of yes or no: delivered in time, delivered within a year, anything lit by the due date. */
function yesOrNo(scored: readonly Scored[], of: (one: Scored) => Forecast): YesOrNo[] {
  return scored.flatMap((one) => {
    const truth = truthOf(one.hub);
    const forecast = of(one);
    const add = (probability: number, happened: boolean | null) =>
      happened === null ? [] : [{ hub: one.hub.dossier.id, probability, happened: Number(happened) }];
    return [
      ...add(forecast.inTime[1]!, truth.inTime),
      ...add(forecast.within[1]!, truth.within),
      ...add(forecast.stage[LIT]!, truth.stage === null ? null : truth.stage === LIT),
    ];
  });
}

/**
 * How often what was put into a word came true. A word holds where its range and the middle 90 % of the frequency over
 * resampled hubs meet.
 */
export function wordRows(scored: readonly Scored[]): WordRow[] {
  const forecasts = yesOrNo(scored, ({ ordinary }) => ordinary.posterior);
  return words.flatMap(([word, low, high]) => {
    const own = forecasts.filter(({ probability }) => likelihoodWord(probability) === word);
    if (own.length === 0) return [];
    const hubs = [...new Set(own.map(({ hub }) => hub))];
    const groups = hubs.map((id) => own.filter(({ hub }) => hub === id).map(({ happened }) => happened));
    const happened = bootstrapMean(groups);
    return [
      {
        word,
        range: [low, high] as const,
        hubs: hubs.length,
        forecasts: own.length,
        mean: mean(own.map(({ probability }) => probability)),
        happened,
        holds: happened.low <= high && happened.high >= low,
      },
    ];
  });
}

/** Mean of p (1 - p) with evidence and without. */
export function sharpnessOf(scored: readonly Scored[]): { evidence: number; prior: number } {
  const of = (forecastOf: (one: Scored) => Forecast) =>
    mean(yesOrNo(scored, forecastOf).map(({ probability: p }) => p * (1 - p)));
  return { evidence: of(({ ordinary }) => ordinary.posterior), prior: of(({ ordinary }) => ordinary.prior) };
}
