import { expect, it } from 'vitest';
import { countSites } from '../../src/dossier/count-sites.ts';
import type { Site } from '../../src/dossier/dossier.ts';

it('counts sites and projects of the claim, not those that stand beside it', () => {
  const sites = [
    { role: 'hub', count: 27, projects: 30 },
    { role: 'hub', count: 1, projects: 2 },
    { role: 'context', count: 5, projects: 5 },
  ] as Site[];
  expect(countSites(sites)).toEqual({ sites: 28, projects: 32 });
});
