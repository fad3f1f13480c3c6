import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import type { LiveFigures } from '../../assessment/live.ts';

/** An assessment with what a what-if moved; items and looks stay those of the exact run until the next one. */
export function merged(
  exact: Assessment,
  live: Pick<Assessment['run'], 'prior' | 'drop' | 'set'> & {
    figures: LiveFigures;
    sites?: readonly SiteResult[];
  },
): Assessment {
  const { figures, sites, prior, drop, set } = live;
  return {
    ...exact,
    run: { ...exact.run, id: '', prior, drop, set },
    questions: figures.questions,
    quantities: figures.quantities,
    sites: sites ?? exact.sites,
  };
}
