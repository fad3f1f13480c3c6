import type { LookModel } from '../installed/model.ts';
import { GRACE_DAYS } from '../installed/observation.ts';
import { deliveredFrom, fillAt, LIT, type SiteWorld, stageAt } from '../installed/world.ts';
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
  const of: Record<Target, { outcomes: number; outcomeOf: (world: SiteWorld) => number }> = {
    stage: { outcomes: 4, outcomeOf: (world) => stageAt(world, stageDay(hub)) },
    stageLater: { outcomes: 4, outcomeOf: (world) => stageAt(world, later) },
    fraction: { outcomes: FRACTIONS.length, outcomeOf: (world) => classOf(fillAt(world, due)) },
    fractionLater: { outcomes: FRACTIONS.length, outcomeOf: (world) => classOf(fillAt(world, later)) },
    inTime: { outcomes: 2, outcomeOf: (world) => Number(deliveredFrom(world) <= due + GRACE_DAYS) },
    within: { outcomes: 2, outcomeOf: (world) => Number(deliveredFrom(world) <= later + GRACE_DAYS) },
    route: {
      outcomes: 4,
      outcomeOf: (world) => (world.destiny === LIT ? world.route : 3),
    },
  };
  return targets.map((id) => ({
    id,
    site,
    outcomes: Array.from({ length: of[id].outcomes }, (_, o) => String(o)),
    probability: (outcome, world) => Number(of[id].outcomeOf(world) === outcome),
  }));
}

/** Class of a fraction: the first whose upper end is not below it. */
export function classOf(fraction: number): number {
  if (fraction > 0.995) return FRACTIONS.length - 1;
  const at = FRACTIONS.findIndex((end) => fraction <= end + 1e-12);
  return at < 0 ? FRACTIONS.length - 1 : at;
}
