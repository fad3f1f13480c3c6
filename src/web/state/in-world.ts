import type { Estimate, SiteResult } from '../../assessment/assessment.ts';
import type { SiteWorld } from '../../assessment/live.ts';

const certain = (estimate: Estimate, value: number): Estimate => ({
  ...estimate,
  ...{ low: value, median: value, high: value },
});

/** A site as it is in one world that was drawn: one stage, one amount of everything. */
export function inWorld(site: SiteResult, world: SiteWorld | undefined): SiteResult {
  if (!world) return site;
  return {
    ...site,
    stages: { paper: 0, construction: 0, shell: 0, lit: 0, [world.stage]: 1 },
    accelerators: certain(site.accelerators, world.accelerators),
    compute: certain(site.compute, world.compute),
  };
}
