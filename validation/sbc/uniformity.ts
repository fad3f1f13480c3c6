import { gamma } from '../../src/stats/gamma.ts';

/** How uniform numbers in [0, 1] are: p values of two tests. */
export interface Uniformity {
  /** Pearson's chi-square over ten bins. */
  chiSquare: number;
  /** Kolmogorov and Smirnov's largest distance between the distribution functions. */
  kolmogorov: number;
}

const BINS = 10;

/** Tests whether ranks are uniform. */
export function uniformity(ranks: readonly number[]): Uniformity {
  return { chiSquare: chiSquare(ranks), kolmogorov: kolmogorov(ranks) };
}

function chiSquare(ranks: readonly number[]): number {
  const expected = ranks.length / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const rank of ranks) counts[Math.min(BINS - 1, Math.floor(rank * BINS))]!++;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return 1 - gamma((BINS - 1) / 2, 2).cdf(statistic);
}

/** p = 2 sum (-1)^(k - 1) exp(-2 k^2 t^2), t = (sqrt n + 0.12 + 0.11 / sqrt n) D (Stephens 1970, JRSS B 32, 115). */
function kolmogorov(ranks: readonly number[]): number {
  const sorted = [...ranks].sort((a, b) => a - b);
  const n = sorted.length;
  const distance = sorted.reduce((most, rank, i) => Math.max(most, rank - i / n, (i + 1) / n - rank), 0);
  const t = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  if (t < 0.2) return 1;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, p));
}
