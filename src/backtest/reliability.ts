import { likelihoodBands, likelihoodWord } from '../assessment/likelihood-word.ts';
import { LIT } from '../installed/world.ts';
import { beta } from '../stats/beta.ts';
import { bootstrapMean, type Interval } from './bootstrap.ts';
import type { Forecast } from './forecast.ts';
import type { GroupCalibration, WordRow } from './results.ts';
import { mean, type Scored } from './scored.ts';
import { truthOf } from './truth.ts';

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

/** Values of each hub. */
function grouped(forecasts: readonly YesOrNo[], of: (one: YesOrNo) => number): number[][] {
  const hubs = [...new Set(forecasts.map(({ hub }) => hub))];
  return hubs.map((id) => forecasts.filter(({ hub }) => hub === id).map(of));
}

/**
 * How often what was put into a word came true. A word holds where its range and the middle 90 % of the frequency over
 * resampled hubs meet; where all hubs are alike, resampling shows no noise, and that of so many single hubs stands in.
 */
export function wordRows(scored: readonly Scored[]): WordRow[] {
  const forecasts = yesOrNo(scored, ({ ordinary }) => ordinary.posterior);
  return likelihoodBands.flatMap(({ word, range }) => {
    const own = forecasts.filter(({ probability }) => likelihoodWord(probability) === word);
    if (own.length === 0) return [];
    const groups = grouped(own, ({ happened }) => happened);
    const happened = frequencyOf(groups);
    return [
      {
        word,
        range,
        hubs: groups.length,
        forecasts: own.length,
        mean: mean(own.map(({ probability }) => probability)),
        happened,
        holds: happened.low <= range[1] && happened.high >= range[0],
      },
    ];
  });
}

/** How often something happened over resampled hubs; where all are alike, that of so many single hubs. */
function frequencyOf(groups: readonly number[][]): Interval {
  const resampled = bootstrapMean(groups);
  return resampled.low < resampled.high ? resampled : unresampled(resampled.value, groups.length);
}

/** Jeffreys' middle 90 % of a frequency in so many hubs, closed at 0 and 1 (Brown, Cai and DasGupta 2001, section 3.1). */
function unresampled(value: number, hubs: number): Interval {
  const frequency = beta(0.5 + value * hubs, 0.5 + (1 - value) * hubs);
  return {
    value,
    low: value === 0 ? 0 : frequency.quantile(0.05),
    high: value === 1 ? 1 : frequency.quantile(0.95),
  };
}

/** Whether the yes-or-no forecasts of some hubs came true as often as they said, and how far they dared. */
export function calibrationOf(scored: readonly Scored[]): Omit<GroupCalibration, 'by' | 'group'> {
  const forecasts = yesOrNo(scored, ({ ordinary }) => ordinary.posterior);
  const groups = grouped(forecasts, ({ happened }) => happened);
  return {
    hubs: groups.length,
    forecasts: forecasts.length,
    mean: mean(forecasts.map(({ probability }) => probability)),
    happened: frequencyOf(groups),
    sharpness: bootstrapMean(grouped(forecasts, ({ probability: p }) => p * (1 - p))),
  };
}

/** Mean of p (1 - p) with evidence and without. */
export function sharpnessOf(scored: readonly Scored[]): { evidence: Interval; prior: Interval } {
  const of = (forecastOf: (one: Scored) => Forecast) =>
    bootstrapMean(grouped(yesOrNo(scored, forecastOf), ({ probability: p }) => p * (1 - p)));
  return { evidence: of(({ ordinary }) => ordinary.posterior), prior: of(({ ordinary }) => ordinary.prior) };
}
