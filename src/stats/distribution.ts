/** A distribution over the reals, or over a finite set of them. All of them are sampled through their quantiles. */
export interface Distribution {
  /** `lognormal(mu 3, sigma 0.5)`: for people. */
  readonly name: string;
  /**
   * Smallest x with cdf(x) >= p; `p` in [0, 1], monotone, infinite only at the ends of an unbounded support.
   *
   * @param near a value that is thought to be near, to start a search from; never changes the result beyond rounding
   */
  quantile(p: number, near?: number): number;
  cdf(x: number): number;
  /** Log density; at an atom the log probability. -Infinity outside the support. */
  logDensity(x: number): number;
  readonly mean: number;
  readonly variance: number;
  readonly support: readonly [number, number];
  /** True if all probability sits on `atoms`. */
  readonly discrete: boolean;
  /** Values with a probability above zero, ascending; absent where there are none. */
  readonly atoms?: readonly number[];
}
