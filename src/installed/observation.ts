import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { normalCdf } from '../stats/normal.ts';
import type { AmountKind, BudgetKind, FindingKind, OrderKind, ProspectKind } from './kinds.ts';
import { likelihoodIn, type Sight, unlessAdvanced } from './sight.ts';
import type { SiteWorld } from './world.ts';

const LOG_ROOT_2PI = 0.5 * log(2 * Math.PI);

/** Density of log(x) for x lognormal with the given median and log standard deviation [-]. */
export function logNormalDensity(x: number, median: number, sigma: number): number {
  const z = log(x / median) / sigma;
  return exp(-0.5 * z * z - LOG_ROOT_2PI) / sigma;
}

/** What an item says about one site: how likely a reliable source says it there, and an unreliable one anywhere. */
export interface SiteObservation {
  sight: Sight;
  noise: number;
  /** Whether it singles out a narrow range of something continuous. */
  sharp: boolean;
  /** Of a reliable source, in one world: as its sight. */
  likelihood(world: SiteWorld): number;
}

/** An observation by what it sees. */
export function observed(sight: Sight, noise: number): SiteObservation {
  return { sight, noise, sharp: sight.by === 'fill', likelihood: (world) => likelihoodIn(sight, world) };
}

/**
 * A reported finding.
 *
 * p(finding | world) is the kind's table at the site's stage and route on that day.
 */
export function observeFinding(kind: FindingKind, finding: string, day: number): SiteObservation {
  const { p, noise } = kind.findings.get(finding)!;
  return observed({ by: 'stage', day, p }, noise);
}

/**
 * A report about how the project is getting on: p(finding | what becomes of it).
 *
 * @param due day the claim is due
 */
export function observeProspect(kind: ProspectKind, finding: string, due: number): SiteObservation {
  const { p, noise } = kind.findings.get(finding)!;
  return observed({ by: 'prospect', due, p }, noise);
}

/**
 * A stated amount x of a true amount a > 0.
 *
 * log x ~ Normal(log(bias a), sigma); with nothing lit a reliable source seldom speaks of an amount (`unlit` x noise).
 *
 * @param each amount that one lit P amounts to, in the unit of the observation
 * @param claimed amount that the whole claim amounts to
 */
export function observeAmount(
  kind: AmountKind,
  stated: number,
  { day, each, claimed }: { day: number; each: number; claimed: number },
): SiteObservation {
  const noise = logNormalDensity(stated, kind.noise.share * claimed, kind.noise.sigma);
  const likelihood = (fill: number, compute: number): number => {
    const truth = compute * fill * each;
    return truth > 0 ? logNormalDensity(stated, kind.bias * truth, kind.sigma) : kind.unlit * noise;
  };
  return observed({ by: 'fill', day, likelihood }, noise);
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
  return observed({ by: 'route', p: byRoute }, logNormalDensity(perP, kind.noise.median, kind.noise.sigma));
}

/**
 * An order against foreign chips: a factor on the world rather than a likelihood, 1 where it does not bite.
 *
 * A site less than `complete` lit on the order's day keeps a foreign route only if it does not comply.
 */
export function observeOrder(kind: OrderKind, day: number): SiteObservation {
  return observed({ by: 'progress', day, share: kind.complete, p: unlessAdvanced(1 - kind.compliance) }, 1);
}

/**
 * At least `counted` projects seen at a stage or beyond, when `there` are: each is noticed with probability `seen`.
 *
 * p = P(Binomial(there, seen) >= counted), by the normal approximation with continuity correction.
 */
export function countLikelihood(counted: number, there: number, seen: number): number {
  const sd = Math.sqrt(Math.max(there * seen * (1 - seen), 0.25));
  return Math.max(1e-12, normalCdf((there * seen - counted + 0.5) / sd));
}

/** A regional total `stated` bounds what its sites have lit together: Phi(log(stated / lit) / sigma). */
export function totalLikelihood(stated: number, lit: number, sigma: number): number {
  return lit <= 0 ? 1 : normalCdf(log(stated / lit) / sigma);
}

/** Nobody noticed `chips` restricted accelerators: 1 - most (1 - exp(-chips / scale)). */
export function unawareLikelihood(chips: number, most: number, scale: number): number {
  return 1 - most * (1 - exp(-chips / scale));
}

/** The pool holds at least the documented flow: Phi(log(pool / flow) / sigma). */
export function floorLikelihood(pool: number, flow: number, sigma: number): number {
  return normalCdf(log(pool / flow) / sigma);
}
