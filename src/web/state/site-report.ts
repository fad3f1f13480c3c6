import type { SiteFigureKind } from '../../report/figures/site.ts';
import type { SiteReport, SiteVariant } from '../../site/site-report.ts';

/** A report as the server sends it: the year lies flat in each variant, and its hours are left out. */
export type SentReport = Omit<SiteReport, 'variants'> & {
  variants: readonly (Omit<SiteVariant, 'year'> & Omit<SiteVariant['year'], 'load'>)[];
};

/** Figures that need no hours. */
export const sentKinds = ['chain', 'pue', 'temperature', 'energy'] as const satisfies SiteFigureKind[];

/** A report as the figures of `sentKinds` read it. */
export function reportOfSent({ variants, ...report }: SentReport): SiteReport {
  return {
    ...report,
    variants: variants.map((variant) => ({ ...variant, year: { ...variant, load: new Float64Array() } })),
  };
}
