import type { Site } from './dossier.ts';

/** Sites and projects that the claim counts. */
export function countSites(sites: readonly Site[]): { sites: number; projects: number } {
  const ours = sites.filter(({ role }) => role === 'hub');
  return {
    sites: ours.reduce((sum, { count }) => sum + count, 0),
    projects: ours.reduce((sum, { projects }) => sum + projects, 0),
  };
}
