import { infer, type Posterior } from '../installed/infer.ts';
import type { Plan } from './plan.ts';

/** Draws of the run without evidence. */
const PRIOR_DRAWS = 8192;

/** The same hub before any evidence: sites, pool and priors alone. */
export function beforeEvidence({ compiled: { model }, seed }: Plan): Posterior {
  const bare = {
    ...model,
    sites: model.sites.map((site) => ({ ...site, items: [] })),
    origins: [],
    hubItems: [],
    looks: [],
  };
  return infer(bare, { seed, draws: PRIOR_DRAWS, pilot: false });
}
