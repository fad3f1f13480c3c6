import { normalCdf } from '../stats/normal.ts';
import type { AmountKind, BudgetKind, FindingKind, OrderKind, ProspectKind } from './kinds.ts';
import { DOMESTIC, deliveredFrom, fillAt, LIT, PAPER, type SiteWorld, stageAt } from './world.ts';

const LOG_ROOT_2PI = 0.5 * Math.log(2 * Math.PI);

/** Density of log(x) for x lognormal with the given median and log standard deviation [-]. */
export function logNormalDensity(x: number, median: number, sigma: number): number {
  const z = Math.log(x / median) / sigma;
  return Math.exp(-0.5 * z * z - LOG_ROOT_2PI) / sigma;
}

/** What an item says about one site: how likely a reliable source says it there, and an unreliable one anywhere. */
export interface SiteObservation {
  likelihood(world: SiteWorld): number;
  noise: number;
  /** Whether it singles out a narrow range of something continuous. */
  sharp: boolean;
  /** Where only the route and the stage on a day matter: likelihood at 3 x stage + route. */
  byStage?: { day: number; p: ArrayLike<number> };
}

/**
 * A reported finding.
 *
 * p(finding | world) is the kind's table at the site's stage and route on that day.
 */
export function observeFinding(kind: FindingKind, finding: string, day: number): SiteObservation {
  const { p, noise } = kind.findings.get(finding)!;
  return {
    likelihood: (world) => p[3 * stageAt(world, day) + world.route]!,
    noise,
    sharp: false,
    byStage: { day, p },
  };
}

/** Days after its date by which a delivery still counts as in time. */
export const GRACE_DAYS = 31;

/** What becomes of a project against its date, as a position in `prospects`. */
export function prospectOf(world: SiteWorld, due: number): number {
  if (world.destiny < LIT) return 3;
  const delivered = deliveredFrom(world);
  if (delivered <= due + GRACE_DAYS) return 0;
  return delivered < Infinity ? 1 : 2;
}

/**
 * A report about how the project is getting on: p(finding | what becomes of it).
 *
 * @param due day the claim is due
 */
export function observeProspect(kind: ProspectKind, finding: string, due: number): SiteObservation {
  const { p, noise } = kind.findings.get(finding)!;
  return { likelihood: (world) => p[3 * prospectOf(world, due) + world.route]!, noise, sharp: false };
}

/** True amount of a kind of quantity at a site on a day, in the unit of the observation. */
export type AmountOf = (world: SiteWorld, day: number) => number;

/**
 * A stated amount x of a true amount a > 0.
 *
 * log x ~ Normal(log(bias a), sigma); with nothing lit a reliable source seldom speaks of an amount (`unlit` x noise).
 */
export function observeAmount(
  kind: AmountKind,
  stated: number,
  options: { day: number; amountOf: AmountOf; claimed: number },
): SiteObservation {
  const noise = logNormalDensity(stated, kind.noise.share * options.claimed, kind.noise.sigma);
  return {
    noise,
    sharp: true,
    likelihood(world) {
      const truth = options.amountOf(world, options.day);
      if (truth <= 0) return kind.unlit * noise;
      return logNormalDensity(stated, kind.bias * truth, kind.sigma);
    },
  };
}

/**
 * A budget of `perP` CNY for each P that the notice states.
 *
 * log perP ~ mixture over scopes and readings of a P of
 *   Normal(log(share x cost of a dense P on the site's route x dense P in a stated one / hardware share), sigma).
 *
 * @param costPerP hardware cost of 1e15 dense FP16 FLOP/s by route on the budget's date [CNY]
 * @param readings dense FP16 FLOP/s that a stated P may stand for, weights summing to 1
 */
export function observeBudget(
  kind: BudgetKind,
  perP: number,
  {
    costPerP,
    readings,
  }: { costPerP: readonly number[]; readings: readonly { perP: number; weight: number }[] },
): SiteObservation {
  const ofScopes = (cost: number): number =>
    kind.scopes.reduce(
      (sum, scope) =>
        sum + scope.weight * logNormalDensity(perP, (scope.share * cost) / kind.hardwareShare, scope.sigma),
      0,
    );
  const byRoute = costPerP.map((cost) =>
    readings.reduce((sum, reading) => sum + reading.weight * ofScopes((cost * reading.perP) / 1e15), 0),
  );
  return {
    noise: logNormalDensity(perP, kind.noise.median, kind.noise.sigma),
    sharp: false,
    likelihood: (world) => byRoute[world.route]!,
  };
}

/**
 * An order against foreign chips: a factor on the world rather than a likelihood, 1 where it does not bite.
 *
 * A site less than `complete` lit on the order's day keeps a foreign route only if it does not comply.
 */
export function observeOrder(kind: OrderKind, day: number): SiteObservation {
  return {
    noise: 1,
    sharp: false,
    likelihood(world) {
      if (world.route === DOMESTIC || world.destiny === PAPER) return 1;
      const exempt = world.destiny === LIT && fillAt(world, day) >= kind.complete * world.fill;
      return exempt ? 1 : 1 - kind.compliance;
    },
  };
}

/**
 * At least `counted` sites seen at a stage or beyond, when `there` are: each is noticed with probability `seen`.
 *
 * p = P(Binomial(there, seen) >= counted), by the normal approximation with continuity correction.
 */
export function countLikelihood(counted: number, there: number, seen: number): number {
  const sd = Math.sqrt(Math.max(there * seen * (1 - seen), 0.25));
  return Math.max(1e-12, normalCdf((there * seen - counted + 0.5) / sd));
}

/** A regional total `stated` bounds what its sites have lit together: Phi(log(stated / lit) / sigma). */
export function totalLikelihood(stated: number, lit: number, sigma: number): number {
  return lit <= 0 ? 1 : normalCdf(Math.log(stated / lit) / sigma);
}

/** Nobody noticed `chips` restricted accelerators: 1 - most (1 - exp(-chips / scale)). */
export function unawareLikelihood(chips: number, most: number, scale: number): number {
  return 1 - most * (1 - Math.exp(-chips / scale));
}

/** The pool holds at least the documented flow: Phi(log(pool / flow) / sigma). */
export function floorLikelihood(pool: number, flow: number, sigma: number): number {
  return normalCdf(Math.log(pool / flow) / sigma);
}
