import { sin } from '../elementary/trigonometry.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { normal, normalCdf } from './normal.ts';
import { compileTable, sampleColumn, type Table } from './table.ts';

/**
 * The correlation of two normal variables whose rank (Spearman) correlation is `rank`: 2 sin(pi rank / 6).
 * Pearson (1907); with it, a Gaussian copula gives any two continuous distributions exactly that rank correlation.
 */
export function normalCorrelation(rank: number): number {
  return 2 * sin((Math.PI * rank) / 6);
}

/**
 * Ties columns of uniform numbers together by a Gaussian copula, in place; each column stays uniform.
 *
 * @param uniforms independent columns of equal length, one per quantity
 * @param rankCorrelations symmetric matrix with ones on the diagonal
 * @throws SandtableError ST-N006 if no distribution has these correlations
 */
export function correlate(
  uniforms: readonly Float64Array[],
  rankCorrelations: readonly (readonly number[])[],
): void {
  const factor = cholesky(rankCorrelations);
  const table = normalTable();
  for (const column of uniforms) sampleColumn(table, column, column);
  for (let draw = 0; draw < (uniforms[0]?.length ?? 0); draw++) {
    // From the last row up, so that a row is only overwritten when no other needs it.
    for (let i = factor.length - 1; i >= 0; i--) {
      const z = factor[i]!.reduce((sum, weight, j) => sum + weight * uniforms[j]![draw]!, 0);
      uniforms[i]![draw] = normalCdf(z);
    }
  }
}

/**
 * Ties a column of uniform numbers to a common cause: quantities that share a factor with loadings a and b get the
 * normal correlation a b. Needs no matrix, so it scales to any number of quantities and is always possible.
 *
 * @param common uniform numbers of the factor
 * @param loading -1 to 1, correlation of the quantity's normal score with the factor's
 * @param own uniform numbers of this quantity alone
 * @param out receives uniform numbers; may be `own`
 * @throws SandtableError ST-N006 for a loading outside -1 to 1
 */
export function shareFactor(
  common: Float64Array,
  loading: number,
  own: Float64Array,
  out: Float64Array,
): void {
  if (!(Math.abs(loading) <= 1)) {
    throw new SandtableError(
      error('ST-N006', `The loading ${loading} is not a correlation.`, 'Use a loading from -1 to 1.'),
    );
  }
  const rest = Math.sqrt(1 - loading * loading);
  const table = normalTable();
  const factor = new Float64Array(common.length);
  sampleColumn(table, common, factor);
  sampleColumn(table, own, out);
  for (let i = 0; i < out.length; i++) out[i] = normalCdf(loading * factor[i]! + rest * out[i]!);
}

let standardNormal: Table | undefined;

function normalTable(): Table {
  standardNormal ??= compileTable(normal(0, 1));
  return standardNormal;
}

/** Lower triangle L with L L' the normal correlations. */
function cholesky(ranks: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  ranks.forEach((row, i) => {
    const line: number[] = [];
    for (let j = 0; j <= i; j++) {
      if (!(row.length === ranks.length && Math.abs(row[j]! - ranks[j]![i]!) < 1e-12))
        refuse('not symmetric');
      const known = line.reduce((sum, x, k) => sum + x * (lower[j]?.[k] ?? line[k]!), 0);
      const rest = normalCorrelation(row[j]!) - known;
      if (j === i && !(Math.abs(row[i]! - 1) < 1e-12 && rest > 1e-12)) refuse('not positive definite');
      line.push(j === i ? Math.sqrt(rest) : rest / lower[j]![j]!);
    }
    lower.push(line);
  });
  return lower;
}

function refuse(what: string): never {
  throw new SandtableError(
    error('ST-N006', `The matrix of rank correlations is ${what}.`, 'Bring the correlations nearer to 0.'),
  );
}
