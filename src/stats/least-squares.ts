/** Weighted least squares of one outcome on standardised features, ready to add features one by one. */
export interface NormalEquations {
  /** Correlations of the features; zero in the row of a feature that does not vary. */
  gram: readonly Float64Array[];
  /** Covariance of each standardised feature with the outcome. */
  moments: Float64Array;
}

/** A feature less its mean, over its standard deviation; zero where it does not vary. */
export function standardised(feature: Float64Array, weights: Float64Array): Float64Array {
  let total = 0;
  let mean = 0;
  let square = 0;
  for (let i = 0; i < feature.length; i++) {
    total += weights[i]!;
    mean += weights[i]! * feature[i]!;
  }
  mean /= total;
  for (let i = 0; i < feature.length; i++) {
    const distance = feature[i]! - mean;
    square += weights[i]! * distance * distance;
  }
  const deviation = Math.sqrt(square / total);
  const constant = !(deviation > 1e-12 * Math.abs(mean));
  const column = new Float64Array(feature.length);
  for (let i = 0; i < column.length && !constant; i++) column[i] = (feature[i]! - mean) / deviation;
  return column;
}

/**
 * Correlations of features with each other.
 *
 * @param features standardised
 * @param weights add up to one
 */
export function gramMatrix(features: readonly Float64Array[], weights: Float64Array): Float64Array[] {
  const gram = features.map(() => new Float64Array(features.length));
  for (const [i, feature] of features.entries()) {
    const weighted = product(feature, weights);
    for (let j = 0; j <= i; j++) gram[i]![j] = gram[j]![i] = dot(weighted, features[j]!);
  }
  return gram;
}

/**
 * Covariances of standardised features with an outcome.
 *
 * @param weights add up to one
 */
export function momentsWith(
  outcome: Float64Array,
  features: readonly Float64Array[],
  weights: Float64Array,
): Float64Array {
  const weighted = product(outcome, weights);
  return Float64Array.from(features, (feature) => dot(weighted, feature));
}

/** Cholesky factor L of the normal equations of some features, grown row by row. */
export interface Factor {
  /** Features taken in so far; one that the others determine is left out. */
  features: number[];
  rows: Float64Array[];
  /** Entries of `L^-1 moments`; the sum of their squares is the variance that the features explain. */
  scores: number[];
}

/** @returns a factor without features */
export function emptyFactor(): Factor {
  return { features: [], rows: [], scores: [] };
}

/** Takes in a feature, as one more row of L; does nothing if the features taken in determine it. */
export function addFeature(
  { features, rows, scores }: Factor,
  equations: NormalEquations,
  feature: number,
): void {
  const { gram, moments } = equations;
  const row = new Float64Array(features.length + 1);
  let [left, score] = [gram[feature]![feature]!, moments[feature]!];
  for (let j = 0; j < features.length; j++) {
    const earlier = rows[j]!;
    let entry = gram[feature]![features[j]!]!;
    for (let k = 0; k < j; k++) entry -= row[k]! * earlier[k]!;
    row[j] = entry / earlier[j]!;
    left -= row[j]! ** 2;
    score -= row[j]! * scores[j]!;
  }
  // Features are standardised: what is left of 1 is the share that the earlier ones do not determine.
  if (!(left > 1e-9)) return;
  row[row.length - 1] = Math.sqrt(left);
  features.push(feature);
  rows.push(row);
  scores.push(score / Math.sqrt(left));
}

/** Takes back the features added since there were `count`. */
export function shrink({ features, rows, scores }: Factor, count: number): void {
  for (const list of [features, rows, scores]) list.length = count;
}

/** Variance of the outcome that the features explain. */
export function explainedVariance({ scores }: Factor): number {
  return scores.reduce((total, score) => total + score ** 2, 0);
}

/** Coefficients of the standardised features taken in, in the order of `features`. */
export function coefficients({ rows, scores }: Factor): Float64Array {
  const solution = Float64Array.from(scores);
  for (let j = solution.length - 1; j >= 0; j--) {
    for (let i = j + 1; i < solution.length; i++) solution[j]! -= rows[i]![j]! * solution[i]!;
    solution[j]! /= rows[j]![j]!;
  }
  return solution;
}

/** Entry by entry. */
export function product(x: Float64Array, y: Float64Array): Float64Array {
  const column = new Float64Array(x.length);
  for (let i = 0; i < column.length; i++) column[i] = x[i]! * y[i]!;
  return column;
}

function dot(x: Float64Array, y: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]! * y[i]!;
  return total;
}
