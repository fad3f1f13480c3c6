import { DOMESTIC, deliveredFrom, fillAt, LIT, PAPER, type SiteWorld, stageAt } from './world.ts';

/**
 * What an observation sees of a site: the one thing that it tells worlds apart by. Its form is data, so that many
 * particles can be weighed a column at a time; `likelihoodIn` says what it means in one world.
 */
export type Sight = ClassSight | FillSight;

/** The route and one of few classes matter: likelihood at 3 x class + route. */
export type ClassSight = { p: ArrayLike<number> } & (
  | { by: 'route' }
  /** Paper, construction, shell, lit on a day. */
  | { by: 'stage'; day: number }
  /** What becomes of the project against its date: as `prospectOf`. */
  | { by: 'prospect'; due: number }
  /** On paper; begun; a share of its final fill lit by a day. */
  | { by: 'progress'; day: number; share: number }
);

/** The share of the claim that is lit on a day matters; the claim [P] only where that is above 0. */
export interface FillSight {
  by: 'fill';
  day: number;
  likelihood(fill: number, claimed: number): number;
}

/** Days after its date by which a delivery still counts as in time. */
export const GRACE_DAYS = 31;

/** What becomes of a project against its date, as a position in `prospects`. */
export function prospectOf(world: SiteWorld, due: number): number {
  return world.destiny < LIT ? 3 : prospectBy(deliveredFrom(world), due);
}

/** The same of a site bound to be lit, by the day on which it is delivered. */
export function prospectBy(delivered: number, due: number): number {
  if (delivered <= due + GRACE_DAYS) return 0;
  return delivered < Infinity ? 1 : 2;
}

/** Classes of `progress`. */
export const ON_PAPER = 0;
export const BEGUN = 1;
export const ADVANCED = 2;

/** Class of a world by a sight. */
export function classOf(sight: ClassSight, world: SiteWorld): number {
  switch (sight.by) {
    case 'route':
      return 0;
    case 'stage':
      return stageAt(world, sight.day);
    case 'prospect':
      return prospectOf(world, sight.due);
    case 'progress': {
      if (world.destiny === PAPER) return ON_PAPER;
      const advanced = world.destiny === LIT && fillAt(world, sight.day) >= sight.share * world.fill;
      return advanced ? ADVANCED : BEGUN;
    }
  }
}

/** Likelihood of what is seen in a world. */
export function likelihoodIn(sight: Sight, world: SiteWorld): number {
  if (sight.by === 'fill') return sight.likelihood(fillAt(world, sight.day), world.claimed);
  return sight.p[3 * classOf(sight, world) + world.route]!;
}

/** A table of `progress`: a number for foreign chips that have begun and not advanced, 1 for all others. */
export function unlessAdvanced(otherwise: number): Float64Array {
  const p = new Float64Array(9).fill(1);
  for (let route = 0; route < DOMESTIC; route++) p[3 * BEGUN + route] = otherwise;
  return p;
}
