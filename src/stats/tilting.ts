import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { remembered } from './remembered.ts';
import { findRoot } from './root.ts';
import { normalisedLogWeights, outOfRange, requireFinite, requireLength } from './weights.ts';

/** An independent term of a sum: the values it may take, and how likely each is. Merging equal values saves time. */
export interface Term {
  values: Float64Array;
  /** Any offset; -Infinity for an impossible value. */
  logWeights: Float64Array;
  /** How many independent terms are alike; 1 where left out. */
  count?: number;
}

/** Of lambda, relative; any lambda gives correct weights, one near the solution gives even ones. */
const TOLERANCE = 1e-11;

/**
 * A sum of independent terms, each weighted by `exp(-lambda value)`.
 *
 * A draw of the tilted terms gets the weight `exp(logNormaliser + lambda total) L(total)` to stand for the untilted
 * terms with likelihood L of their total; the mean of these weights is the evidence E[L(total)].
 */
export interface TiltedTotal {
  /** Per unit of the values; positive pulls the total down: the shadow price of a unit. */
  lambda: number;
  /** Mean of the tilted total, in the unit of the values. */
  mean: number;
  /** Variance of the tilted total, in that unit squared. */
  variance: number;
  /** `log E[exp(-lambda total)]` under the untilted terms; 0 at lambda = 0. */
  logNormaliser: number;
}

/**
 * Tilts every term by the same lambda.
 *
 * `p_lambda(v) = p(v) exp(-lambda v) / E[exp(-lambda v)]` per term, so that
 * `d logNormaliser / d lambda = -mean` and `d mean / d lambda = -variance`
 * (Butler 2007, Saddlepoint approximations with applications).
 *
 * @param terms at least one
 * @param lambda per unit of the values
 * @throws SandtableError ST-N050 no terms or values, ST-N051 bad value, ST-N052, ST-N053, ST-N054, ST-N055
 *   lambda not finite or count negative
 */
export function tiltedTotal(terms: readonly Term[], lambda: number): TiltedTotal {
  if (!Number.isFinite(lambda)) throw outOfRange('lambda', lambda, 'a finite number');
  return totalOf(checked(terms), lambda);
}

/**
 * Finds the tilt that stands best for a likelihood of the total: the exponential with the likelihood's slope at the
 * total that it leads to.
 *
 * Solves `lambda + d/dT log L(T) = 0` at `T = E_lambda[total]`, the saddlepoint of the tilted integrand. A log-concave L
 * has exactly one solution; of several, one next to lambda = 0 on the side of the slope is found.
 *
 * @param terms at least one
 * @param slope derivative of log L by the total, per unit of the values
 * @throws SandtableError ST-N058 no solution; as {@link tiltedTotal}
 */
export function tiltedToLikelihood(terms: readonly Term[], slope: (total: number) => number): TiltedTotal {
  const total = totalsOf(checked(terms));
  const untilted = total(0);
  const balance = (lambda: number): number => lambda + slope(total(lambda).mean);
  const start = slope(untilted.mean);
  if (start === 0) return untilted;
  const scale = untilted.variance > 0 ? 1 / Math.sqrt(untilted.variance) : 1;
  const ends = bracket(balance, -Math.sign(start) * scale);
  if (!ends) throw noBalance(start, untilted.mean);
  return total(findRoot(balance, ends, TOLERANCE));
}

/**
 * Log probabilities of one term's values after tilting; their exponentials add up to one.
 *
 * @param lambda per unit of the values
 * @throws SandtableError as {@link tiltedTotal}
 */
export function tiltedLogWeights(term: Term, lambda: number): Float64Array {
  const { values, logWeights } = checked([term])[0]!;
  return normalisedLogWeights(logWeights.map((logWeight, i) => logWeight - lambda * values[i]!));
}

function checked(terms: readonly Term[]): readonly Term[] {
  if (terms.length === 0) {
    throw new SandtableError(error('ST-N050', 'The sum has no terms.', 'Pass at least one term.'));
  }
  return terms.map((term) => {
    requireFinite(term.values, "a term's values");
    requireLength(term.logWeights, term.values.length, 'log weights');
    if (!((term.count ?? 1) >= 0)) throw outOfRange('The count of a term', term.count!, 'a number from 0');
    return { ...term, logWeights: normalisedLogWeights(term.logWeights) };
  });
}

/** Tilted totals, each computed once: the search comes back to its ends. */
function totalsOf(terms: readonly Term[]): (lambda: number) => TiltedTotal {
  const seen = new Map<number, TiltedTotal>();
  return (lambda) => remembered(seen, lambda, () => totalOf(terms, lambda));
}

/** Sum of the terms' cumulants; log weights normalised. */
function totalOf(terms: readonly Term[], lambda: number): TiltedTotal {
  const total = { lambda, mean: 0, variance: 0, logNormaliser: 0 };
  for (const term of terms) {
    const count = term.count ?? 1;
    const { mean, variance, logNormaliser } = cumulants(term, lambda);
    total.mean += count * mean;
    total.variance += count * variance;
    total.logNormaliser += count * logNormaliser;
  }
  return total;
}

function cumulants({ values, logWeights }: Term, lambda: number): Omit<TiltedTotal, 'lambda'> {
  let largest = Number.NEGATIVE_INFINITY;
  let peak = 0;
  for (let i = 0; i < values.length; i++) {
    const exponent = logWeights[i]! - lambda * values[i]!;
    if (exponent > largest) {
      largest = exponent;
      peak = values[i]!;
    }
  }
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = exp(logWeights[i]! - lambda * values[i]! - largest);
    // Distances from the likeliest value, so that a tight term keeps its variance.
    const distance = values[i]! - peak;
    total += weight;
    first += weight * distance;
    second += weight * distance * distance;
  }
  const shift = first / total;
  return {
    mean: peak + shift,
    variance: Math.max(0, second / total - shift * shift),
    logNormaliser: largest + log(total),
  };
}

/** Two lambdas, the doubled steps from zero, between which f changes sign; undefined if none is found. */
function bracket(f: (lambda: number) => number, step: number): [number, number] | undefined {
  let [before, lambda] = [0, step];
  const sign = Math.sign(f(0));
  for (let doubling = 0; doubling < 100 && Number.isFinite(lambda); doubling++) {
    const value = f(lambda);
    if (Number.isNaN(value)) return undefined;
    if (Math.sign(value) !== sign) return [before, lambda];
    [before, lambda] = [lambda, 2 * lambda];
  }
  return undefined;
}

function noBalance(slope: number, mean: number): SandtableError {
  return new SandtableError(
    error(
      'ST-N058',
      `No tilt balances the likelihood, whose log has slope ${slope} at the untilted total ${mean}.`,
      'Widen the limit on the total, or check the claims of the single terms against it.',
    ),
  );
}
