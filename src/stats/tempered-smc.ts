import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import { systematicResample } from './resampling.ts';
import { emptyColumn, logSumExp, noWeight, outOfRange } from './weights.ts';

/** Next `count` independent numbers, uniform in [0, 1). */
export type Uniforms = (count: number) => Float64Array;

export interface TemperedTarget<P> {
  /** Log likelihood of a particle; -Infinity where the evidence excludes it. */
  logLikelihood(particle: P): number;
  /**
   * Moves every particle by a Markov kernel that leaves `prior x likelihood^temperature` unchanged. It may look at the
   * whole population to choose its step size.
   */
  move(particles: readonly P[], temperature: number): readonly P[];
}

export interface TemperingOptions {
  /** For resampling; one number per temperature. */
  uniforms: Uniforms;
  /** Next temperature: where the effective sample size falls to this share of the particles; 0.5 where left out. */
  essShare?: number;
  /** Most temperatures before giving up; 200 where left out. */
  mostSteps?: number;
}

export interface TemperedPopulation<P> {
  /** Equally weighted draws from the posterior. */
  particles: readonly P[];
  /** Log of the normalising constant: `log E_prior[likelihood]`. */
  logEvidence: number;
  /** Temperatures reached, ascending, the last one 1. */
  temperatures: readonly number[];
}

/**
 * Carries draws from the prior to the posterior through `prior x likelihood^t`, t rising from 0 to 1.
 *
 * Each step weights by `L^(t' - t)`, with t' such that the effective sample size is a fixed share, resamples and moves;
 * the evidence is the product of the mean weights
 * (Del Moral, Doucet and Jasra 2006, JRSS B 68, 411; adaptive temperatures as in Jasra et al. 2011, Scand. J. Stat. 38, 1).
 *
 * @param priorDraws particles drawn from the prior
 * @throws SandtableError ST-N050 no particles, ST-N051 NaN likelihood, ST-N054 every particle excluded, ST-N055 share
 *   outside (0, 1), ST-N059 temperature 1 not reached
 */
export function temperedSmc<P>(
  priorDraws: readonly P[],
  target: TemperedTarget<P>,
  { uniforms, essShare = 0.5, mostSteps = 200 }: TemperingOptions,
): TemperedPopulation<P> {
  if (priorDraws.length === 0) throw emptyColumn('particles');
  if (!(essShare > 0 && essShare < 1))
    throw outOfRange('The share of effective draws', essShare, 'a number between 0 and 1');
  let particles = priorDraws;
  let [temperature, logEvidence] = [0, 0];
  const temperatures: number[] = [];
  while (temperature < 1) {
    if (temperatures.length === mostSteps) throw notReached(temperature, mostSteps);
    const logLikelihoods = Float64Array.from(particles, (particle) => known(target.logLikelihood(particle)));
    const next = nextTemperature(logLikelihoods, temperature, essShare);
    if (!(next > temperature)) throw notReached(temperature, temperatures.length);
    const logWeights = logLikelihoods.map((logLikelihood) => (next - temperature) * logLikelihood);
    logEvidence += logSumExp(logWeights) - log(particles.length);
    const parents = systematicResample(particles.length, uniforms(1)[0]!, { logWeights });
    particles = target.move(
      Array.from(parents, (parent) => particles[parent]!),
      next,
    );
    temperature = next;
    temperatures.push(next);
  }
  return { particles, logEvidence, temperatures };
}

/**
 * Temperature at which the weights `L^(t' - t)` have the wanted effective sample size, at most 1.
 *
 * @param logLikelihoods one per particle, equally weighted at the present temperature
 * @param temperature t
 * @param essShare wanted effective sample size as a share of the particles that the evidence does not exclude
 * @throws SandtableError ST-N054 every particle excluded
 */
export function nextTemperature(logLikelihoods: Float64Array, temperature: number, essShare: number): number {
  const possible = logLikelihoods.filter((value) => value > Number.NEGATIVE_INFINITY);
  if (possible.length === 0) throw noWeight();
  const size = (increase: number): number => {
    return effectiveSampleSize(possible.length, { logWeights: possible.map((value) => increase * value) });
  };
  const wanted = essShare * possible.length;
  let [low, high] = [0, 1 - temperature];
  if (size(high) >= wanted) return 1;
  // Until some step is small enough, divide by 16: the first step of a sharp likelihood is tiny.
  for (let step = 0; step < 200 && high - low > 1e-6 * high; step++) {
    const middle = low === 0 ? high / 16 : (low + high) / 2;
    if (size(middle) >= wanted) low = middle;
    else high = middle;
  }
  return temperature + low;
}

function known(logLikelihood: number): number {
  if (logLikelihood < Number.POSITIVE_INFINITY) return logLikelihood;
  throw new SandtableError(
    error(
      'ST-N051',
      `The log likelihood of a particle is ${logLikelihood}.`,
      'Find the step that made this value.',
    ),
  );
}

function notReached(temperature: number, steps: number): SandtableError {
  return new SandtableError(
    error(
      'ST-N059',
      `After ${steps} steps the temperature is ${temperature} instead of 1.`,
      'Use more particles or more steps, or look for the item of evidence that contradicts the prior.',
    ),
  );
}
