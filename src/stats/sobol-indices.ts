import { error, SandtableError } from '../errors/fault.ts';
import { constantColumn, isRounding } from './weighted-mean.ts';
import { requireFinite } from './weights.ts';

/** Rows of inputs to evaluate, each matrix row by row, `inputs` numbers a row. */
export interface SaltelliDesign {
  a: Float64Array;
  b: Float64Array;
  /** `ab[i]` is `a` with column i taken from `b`. */
  ab: readonly Float64Array[];
}

/** Outputs of the rows of a {@link SaltelliDesign}. */
export interface DesignOutputs {
  a: Float64Array;
  b: Float64Array;
  ab: readonly Float64Array[];
}

export interface SobolIndices {
  /** Share of the variance that each input explains alone. */
  first: Float64Array;
  /** Share of the variance that would remain if only this input stayed unknown: alone and with others. */
  total: Float64Array;
  /** Variance of the output, in its unit squared. */
  variance: number;
}

/**
 * Splits points into the matrices A, B and AB of Saltelli's design.
 *
 * @param points n rows of `2 x inputs` numbers in [0, 1), best from a scrambled Sobol' sequence
 * @param inputs number of inputs, at least 1
 * @throws SandtableError ST-N060 not a whole number of rows
 */
export function saltelliDesign(points: Float64Array, inputs: number): SaltelliDesign {
  const rows = points.length / (2 * inputs);
  if (!(Number.isInteger(rows) && rows > 0)) {
    throw wrongShape(`${points.length} numbers are no whole number of rows of ${2 * inputs}.`);
  }
  const half = (offset: number): Float64Array => {
    const matrix = new Float64Array(rows * inputs);
    for (let k = 0; k < matrix.length; k++) {
      const row = Math.floor(k / inputs);
      matrix[k] = points[2 * inputs * row + offset + (k - inputs * row)]!;
    }
    return matrix;
  };
  const [a, b] = [half(0), half(inputs)];
  const ab = Array.from({ length: inputs }, (_, i) => a.map((x, k) => (k % inputs === i ? b[k]! : x)));
  return { a, b, ab };
}

/**
 * First-order and total Sobol' indices of independent inputs.
 *
 * `S_i = mean(f_B (f_ABi - f_A)) / V` (Saltelli et al. 2010, Comput. Phys. Commun. 181, 259, table 2 (b)) and
 * `T_i = mean((f_A - f_ABi)^2) / (2 V)` (Jansen 1999, Comput. Phys. Commun. 117, 35), outputs centred, V pooled over A and B.
 *
 * @param outputs of the rows of {@link saltelliDesign}
 * @throws SandtableError ST-N050, ST-N051, ST-N056 the output does not vary, ST-N060 matrices of different lengths
 */
export function sobolIndices({ a, b, ab }: DesignOutputs): SobolIndices {
  for (const column of [a, b, ...ab]) {
    requireFinite(column, 'outputs');
    if (column.length !== a.length)
      throw wrongShape(`A has ${a.length} outputs, another matrix ${column.length}.`);
  }
  const mean = (meanOf(a) + meanOf(b)) / 2;
  const variance = (meanSquare(a, mean) + meanSquare(b, mean)) / 2;
  if (isRounding(Math.sqrt(variance), a)) throw constantColumn('The output');
  const first = Float64Array.from(ab, (mixed) => {
    return meanOf(mixed.map((f, row) => (b[row]! - mean) * (f - a[row]!))) / variance;
  });
  const total = Float64Array.from(ab, (mixed) => {
    return meanOf(mixed.map((f, row) => (a[row]! - f) ** 2)) / (2 * variance);
  });
  return { first, total, variance };
}

/** Mean in two passes, so that a constant column has exactly its constant as mean. */
function meanOf(values: Float64Array): number {
  const rough = values.reduce((total, value) => total + value, 0) / values.length;
  return rough + values.reduce((total, value) => total + (value - rough), 0) / values.length;
}

function meanSquare(values: Float64Array, centre: number): number {
  return values.reduce((total, value) => total + (value - centre) ** 2, 0) / values.length;
}

function wrongShape(what: string): SandtableError {
  return new SandtableError(
    error('ST-N060', what, 'Build the design with saltelliDesign and evaluate every row of it.'),
  );
}
