/** What stands between grid and site; any part may be unknown. */
export interface Feeder {
  /** Lines or cables of a feed, and what each carries [MVA]. */
  feeds?: { count: number; mva: number };
  /** Transformers of the substation, and the rating of each [MVA]. */
  transformers?: { count: number; mva: number };
  /** What the grid granted [MW]. */
  grantMw?: number;
}

export interface FeederConstants {
  powerFactor: number;
  /** Share of a rating that may be loaded in steady state [-]. */
  loading: number;
}

export interface FeederLimit {
  /** Which part binds. */
  part: 'feeds' | 'transformers' | 'grant';
  mw: number;
  /** There is one unit only, so that none may be out. */
  alone?: true;
}

/**
 * What a feeder carries with one unit out (N-1), the tightest first.
 *
 * P = (n - 1) S pf loading for lines and transformers with n > 1; a single unit has no reserve: P = S pf loading
 *
 * @returns limits in MW; none where nothing is known
 */
export function feederLimits(feeder: Feeder, { powerFactor, loading }: FeederConstants): FeederLimit[] {
  const carried = ({ count, mva }: { count: number; mva: number }) => ({
    mw: Math.max(1, count - 1) * mva * powerFactor * loading,
    ...(count === 1 && { alone: true as const }),
  });
  const limits: FeederLimit[] = [];
  if (feeder.feeds) limits.push({ part: 'feeds', ...carried(feeder.feeds) });
  if (feeder.transformers) limits.push({ part: 'transformers', ...carried(feeder.transformers) });
  if (feeder.grantMw !== undefined) limits.push({ part: 'grant', mw: feeder.grantMw });
  return limits.sort((a, b) => a.mw - b.mw);
}
