import type { Forecast } from './forecast.ts';
import { brier, brierOfClasses, crpsOfFraction, logScore } from './scores.ts';
import type { Truth } from './truth.ts';

/** Everything a forecast is scored by; lower is better. */
export const measures = [
  'inTime',
  'inTimeLog',
  'within',
  'withinLog',
  'stage',
  'stageLog',
  'fraction',
  'fractionLater',
  'route',
  'routeLog',
] as const;
export type Measure = (typeof measures)[number];

/** Scores of one forecast; null where the truth is not known. */
export type CaseScores = Readonly<Record<Measure, number | null>>;

/** Scores a forecast against what happened. */
export function caseScores(forecast: Forecast, truth: Truth): CaseScores {
  const when = <T>(known: T | null, score: (value: T) => number) => (known === null ? null : score(known));
  const yes = (key: 'inTime' | 'within') => forecast[key][1]!;
  const route = routeIfLit(forecast);
  return {
    inTime: when(truth.inTime, (happened) => brier(yes('inTime'), happened)),
    inTimeLog: when(truth.inTime, (happened) => logScore(happened ? yes('inTime') : 1 - yes('inTime'))),
    within: when(truth.within, (happened) => brier(yes('within'), happened)),
    withinLog: when(truth.within, (happened) => logScore(happened ? yes('within') : 1 - yes('within'))),
    stage: when(truth.stage, (stage) => brierOfClasses(forecast.stage, stage)),
    stageLog: when(truth.stage, (stage) => logScore(forecast.stage[stage]!)),
    fraction: when(truth.fraction, (share) => crpsOfFraction(forecast.fraction, share)),
    fractionLater: when(truth.fractionLater, (share) => crpsOfFraction(forecast.fractionLater, share)),
    route: when(truth.route, (which) => brierOfClasses(route, which)),
    routeLog: when(truth.route, (which) => logScore(route[which]!)),
  };
}

/** Probabilities of the routes of a hub that is lit. */
export function routeIfLit({ route }: Forecast): number[] {
  const lit = 1 - route[3]!;
  return route.slice(0, 3).map((p) => (lit > 0 ? p / lit : 1 / 3));
}
