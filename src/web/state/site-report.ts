import type { Dispatch } from '../../site/dispatch.ts';
import type { SiteReport, SiteVariant } from '../../site/site-report.ts';

type Year = SiteVariant['year'];

/** A year as the server sends it: of its hours there is the load in order, asked for and served. */
type SentYear = Omit<Year, 'load' | 'supply'> & {
  supply: Omit<Year['supply'], 'dispatch'> & { dispatch: Omit<Dispatch, 'byHour'> };
  loadDuration: readonly number[];
  servedDuration: readonly number[];
};

/** A report as the server sends it: the year lies flat in each variant. */
export type SentReport = Omit<SiteReport, 'variants'> & {
  variants: readonly (Omit<SiteVariant, 'year'> & SentYear)[];
};

/** A report as its figures read it. */
export function reportOfSent({ variants, ...report }: SentReport): SiteReport {
  const yearOf = ({ loadDuration, servedDuration, ...variant }: SentReport['variants'][number]) => {
    const none = new Float64Array(loadDuration.length);
    const unserved = Float64Array.from(loadDuration, (mw, i) => mw - servedDuration[i]!);
    const byHour = { grid: none, direct: none, discharge: none, unserved };
    const supply = { ...variant.supply, dispatch: { ...variant.supply.dispatch, byHour } };
    return { ...variant, year: { ...variant, supply, load: Float64Array.from(loadDuration) } };
  };
  return { ...report, variants: variants.map(yearOf) };
}
