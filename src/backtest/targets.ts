import type { LookModel } from '../installed/model.ts';
import type { Sight } from '../installed/sight.ts';
import { LIT } from '../installed/world.ts';
import { claimDays, type KnownHub, stageDay } from './known-hub.ts';

const YEAR = 365;
/** Upper ends of the classes of the fraction lit; the last holds all that is above. */
export const FRACTIONS = [0, ...Array.from({ length: 20 }, (_, i) => (i + 1) / 20)];

/** What a forecast of a known hub is asked for. */
export const targets = [
  'stage',
  'stageLater',
  'fraction',
  'fractionLater',
  'inTime',
  'within',
  'route',
] as const;
export type Target = (typeof targets)[number];

/** The targets as observations one could make of a site: each draw tells the outcome of its world. */
export function targetModels(hub: KnownHub, site: number): LookModel[] {
  const { due } = claimDays(hub);
  const later = due + YEAR;
  const of: Record<Target, { outcomes: number; sightOf: (outcome: number) => Sight }> = {
    stage: { outcomes: 4, sightOf: (o) => ({ by: 'stage', day: stageDay(hub), p: inClass(o) }) },
    stageLater: { outcomes: 4, sightOf: (o) => ({ by: 'stage', day: later, p: inClass(o) }) },
    fraction: { outcomes: FRACTIONS.length, sightOf: (o) => fractionOn(due, o) },
    fractionLater: { outcomes: FRACTIONS.length, sightOf: (o) => fractionOn(later, o) },
    inTime: { outcomes: 2, sightOf: (o) => deliveredBy(due, o) },
    within: { outcomes: 2, sightOf: (o) => deliveredBy(later, o) },
    route: { outcomes: 4, sightOf: routeTaken },
  };
  return targets.map((id) => ({
    id,
    site,
    outcomes: Array.from({ length: of[id].outcomes }, (_, o) => String(o)),
    sights: Array.from({ length: of[id].outcomes }, (_, o) => of[id].sightOf(o)),
  }));
}

/** A table by class and route: 1 where a class holds. */
function inClass(...held: number[]): Float64Array {
  return Float64Array.from({ length: 12 }, (_, at) => Number(held.includes(Math.floor(at / 3))));
}

function fractionOn(day: number, outcome: number): Sight {
  return { by: 'fill', day, likelihood: (fill) => Number(classOf(fill) === outcome) };
}

/** Outcome 1: nine tenths are there by a day and the month of grace after it. */
function deliveredBy(due: number, outcome: number): Sight {
  return { by: 'prospect', due, p: outcome === 1 ? inClass(0) : inClass(1, 2, 3) };
}

/** Outcomes 0 to 2: the route of a site bound to be lit; 3: bound for less. */
function routeTaken(outcome: number): Sight {
  const p = outcome === 3 ? inClass(0, 1, 2) : new Float64Array(12);
  if (outcome < 3) p[3 * LIT + outcome] = 1;
  return { by: 'stage', day: Infinity, p };
}

/** Class of a fraction: the first whose upper end is not below it. */
export function classOf(fraction: number): number {
  if (fraction > 0.995) return FRACTIONS.length - 1;
  const at = FRACTIONS.findIndex((end) => fraction <= end + 1e-12);
  return at < 0 ? FRACTIONS.length - 1 : at;
}
