import type { SiteResult } from '../assessment/assessment.ts';

/** The hub's own sites, those with most projects first; then the sites around it. */
export function sitesInOrder(sites: readonly SiteResult[]): SiteResult[] {
  const around = ({ role }: SiteResult) => Number(role === 'context');
  return [...sites].sort((p, q) => around(p) - around(q) || q.projects - p.projects);
}
