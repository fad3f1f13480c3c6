import { exp } from '../../elementary/exponential.ts';
import { log } from '../../elementary/logarithm.ts';
import { normalCdf, normalDensity } from '../../stats/normal.ts';
import { CONSTRUCTION, LIT, PAPER, SHELL } from '../world.ts';
import type { DeliveryCase, Fate } from './attributes.ts';
import { type Constant, type Predictor, positionOf } from './coefficients.ts';

/** Days in which a delivery still counts as in time, or as within a year. */
const GRACE = 31;
const YEAR = 365;
/** Days at first light that count as past on the ramp, as in the world model. */
const FIRST_BLOCK = 30;
/** Logistic scale of the log of a stage's day around its share of the way to first light. */
const JITTER = 0.2;
/** Standard deviations of the log time to first light over which an unknown one is summed. */
const GRID = Array.from({ length: 25 }, (_, i) => -3.6 + 0.3 * i);
const LEAST = 1e-9;

export const logistic = (x: number) => 1 / (1 + exp(-x));

/** A hub's fate as probabilities and medians: what the coefficients say of it. */
export interface Outlook {
  /** Ever lit; filling up, if lit; with the chips it names, if lit. */
  lit: number;
  full: number;
  named: number;
  /** Median days from the claim to first light, and sd of their log. */
  time: number;
  timeSpread: number;
  /** Shares of that time at which works begin (0: before the claim) and the building is done. */
  worksShare: number;
  shellShare: number;
  /** Median days from first light to nine tenths lit, plus a month; sd of its log. */
  ramp: number;
  rampSpread: number;
  /** Where what is never lit ends: paper, construction, shell. */
  unlit: readonly [number, number, number];
}

/** Outlook of a hub from its summary. */
export function outlookOf(summary: Float64Array, built: boolean): Outlook {
  const of = (name: Predictor | Constant) => summary[positionOf(name)]!;
  const works = exp(of('unlitWorks'));
  const shell = exp(of('unlitShell'));
  const paper = built ? 0 : 1;
  const total = paper + works + shell;
  const shellShare = logistic(of('shellShare'));
  return {
    lit: logistic(of('lit')),
    full: logistic(of('full')),
    named: logistic(of('named')),
    time: exp(of('time')),
    timeSpread: exp(of('spread')),
    worksShare: built ? 0 : shellShare * logistic(of('works')),
    shellShare,
    ramp: exp(of('ramp')),
    rampSpread: exp(of('rampSpread')),
    unlit: [paper / total, works / total, shell / total],
  };
}

/**
 * Log probability of what became of a hub: summed over what it could have been bound for (filling up, staying a first
 * phase, ending on paper, as a building site, as a shell) and over the time to first light where that is not known.
 */
export function logFate(summary: Float64Array, { attributes, fate }: DeliveryCase): number {
  const outlook = outlookOf(summary, attributes.commitment === 'built');
  const middle = log(outlook.time);
  let sum = 0;
  if (fate.firstLit !== null && fate.firstLit > FIRST_BLOCK) {
    const z = (log(fate.firstLit) - middle) / outlook.timeSpread;
    sum = (normalDensity(z) / outlook.timeSpread) * atTime(outlook, fate, fate.firstLit);
  } else if (fate.firstLit !== null) {
    const z = (log(2 * FIRST_BLOCK) - middle) / outlook.timeSpread;
    sum = normalCdf(z) * atTime(outlook, fate, FIRST_BLOCK);
  } else {
    for (const z of GRID) {
      const time = exp(middle + outlook.timeSpread * z);
      sum += 0.3 * normalDensity(z) * atTime(outlook, fate, time);
    }
  }
  const route = fate.route === null ? 0 : log(fate.route === 0 ? outlook.named : 1 - outlook.named);
  return fate.weight * (log(sum + LEAST) + route);
}

/** Probability of what is known of a fate if first light comes (or would have come) after `time` days. */
function atTime(outlook: Outlook, fate: Fate, time: number): number {
  const { lit, full, unlit } = outlook;
  const sights: Sight[] = [];
  for (const seen of [fate.stage, fate.later]) if (seen) sights.push(sightOf(outlook, seen, time));
  const { works } = fate;
  const begun =
    works === null || outlook.worksShare === 0 ? 1 : beginning(works / (outlook.worksShare * time));
  let sum = 0;
  if (fate.end !== 'dead') {
    const delivered = fate.end === 'part' ? 0 : full * fills(outlook, fate, time);
    const part = fate.end === 'delivered' ? 0 : 1 - full;
    sum += lit * (delivered + part) * begun * chance(sights, LIT);
  }
  if (fate.firstLit === null && (fate.end === 'dead' || fate.end === 'open')) {
    for (const bound of [PAPER, CONSTRUCTION, SHELL]) {
      const seen = bound === PAPER ? 1 : begun;
      if (unlit[bound]! > 0) sum += (1 - lit) * unlit[bound]! * seen * chance(sights, bound);
    }
  }
  return sum;
}

/** Density of the log of the day of first works over its median: logistic. */
function beginning(ratio: number): number {
  const p = logistic(log(ratio) / JITTER);
  return (p * (1 - p)) / JITTER;
}

/** Probability of the day on which nine tenths were lit, for a hub that fills up. */
function fills(outlook: Outlook, fate: Fate, time: number): number {
  const by = (day: number) =>
    day <= time ? 0 : normalCdf(log((day - time + FIRST_BLOCK) / outlook.ramp) / outlook.rampSpread);
  if (fate.end === 'open') return 1 - by(fate.censored);
  if (fate.fullLit !== null) {
    const days = Math.max(0, fate.fullLit - time) + FIRST_BLOCK;
    return normalDensity(log(days / outlook.ramp) / outlook.rampSpread) / outlook.rampSpread;
  }
  const inTime = by(fate.due + GRACE);
  if (fate.lateness === 'inTime') return inTime;
  const within = by(fate.due + YEAR + GRACE);
  return fate.lateness === 'within' ? within - inTime : 1 - within;
}

/** A stage seen on a day: how probable each stage is to be behind by then, for a hub bound beyond it. */
interface Sight {
  reached: number;
  by: readonly number[];
}

function sightOf(
  { worksShare, shellShare }: Outlook,
  seen: { day: number; reached: number },
  time: number,
): Sight {
  const gone = log(Math.max(seen.day, 1) / time);
  const past = (share: number, jitter: number) => (share === 0 ? 1 : logistic((gone - log(share)) / jitter));
  return {
    reached: seen.reached,
    by: [1, past(worksShare, JITTER), past(shellShare, JITTER), past(1, JITTER / 2)],
  };
}

/** Probability of the stages seen, for a hub bound for a stage. */
function chance(sights: readonly Sight[], bound: number): number {
  let product = 1;
  for (const { reached, by } of sights) {
    const at = reached > bound ? 0 : by[reached]!;
    const beyond = reached + 1 > bound ? 0 : by[reached + 1]!;
    product *= Math.max(LEAST, at - beyond);
  }
  return product;
}
