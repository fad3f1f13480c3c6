import { routes } from '../installed/world.ts';
import { type KnownHub, reachedOf } from './known-hub.ts';

/** What happened, in the terms a forecast is asked for; null where it is not known or not to be scored. */
export interface Truth {
  stage: number | null;
  stageLater: number | null;
  fraction: number | null;
  fractionLater: number | null;
  inTime: boolean | null;
  within: boolean | null;
  route: number | null;
}

const unscored: Truth = {
  stage: null,
  stageLater: null,
  fraction: null,
  fractionLater: null,
  inTime: null,
  within: null,
  route: null,
};

/**
 * Truth of a known hub by the rules of the case list: the stage wherever it is known; shares and dates only of hubs whose
 * due date had passed or that were given up (sample `main`); nothing of those kept as checks.
 */
export function truthOf({ outcome }: KnownHub): Truth {
  const { stage, fraction, result, sample } = outcome;
  if (sample === 'check') return unscored;
  const main = sample === 'main';
  const decided = main && result !== 'late-open';
  const route = routes.indexOf(outcome.route as (typeof routes)[number]);
  return {
    stage: reachedOf(stage.atDue),
    stageLater: reachedOf(stage.twelveMonthsLater),
    fraction: main ? (fraction.atDue ?? null) : null,
    fractionLater: main ? (fraction.twelveMonthsLater ?? null) : null,
    inTime: main && fraction.atDue !== undefined ? result === 'on-time' : null,
    within: decided ? result === 'on-time' || result === 'late-12' : null,
    route: route >= 0 && (outcome.dates.firstLit || stage.atDue === 'lit') ? route : null,
  };
}
