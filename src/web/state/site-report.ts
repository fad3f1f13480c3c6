import type { SiteReport, SiteVariant } from '../../site/site-report.ts';

/** A report as the server sends it: the year lies flat in each variant, and of its hours there is the load in order. */
export type SentReport = Omit<SiteReport, 'variants'> & {
  variants: readonly (Omit<SiteVariant, 'year'> &
    Omit<SiteVariant['year'], 'load'> & { loadDuration: readonly number[] })[];
};

/** A report as its figures read it. */
export function reportOfSent({ variants, ...report }: SentReport): SiteReport {
  const yearOf = ({ loadDuration, ...variant }: SentReport['variants'][number]) => ({
    ...variant,
    year: { ...variant, load: Float64Array.from(loadDuration) },
  });
  return { ...report, variants: variants.map(yearOf) };
}
