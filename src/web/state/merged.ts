import type { Assessment, Preset, SiteResult } from '../../assessment/assessment.ts';
import type { LiveFigures } from '../../assessment/live.ts';

/** An assessment with what a what-if moved; items and looks stay those of the exact run until the next one. */
export function merged(
  exact: Assessment,
  live: { figures: LiveFigures; sites?: readonly SiteResult[]; prior: Preset; drop: readonly string[] },
): Assessment {
  const { figures, sites, prior, drop } = live;
  return {
    ...exact,
    run: { ...exact.run, id: '', prior, drop },
    questions: figures.questions,
    quantities: figures.quantities,
    sites: sites ?? exact.sites,
  };
}
