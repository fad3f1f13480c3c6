import { calendarDay } from '../sources/date.ts';
import type { Dossier } from './dossier.ts';

/**
 * The first month from whose end a hub can be assessed: by then a claim about one of its sites had been published.
 *
 * @returns as `2024-07`; null where no site has a claim
 */
export function firstMonth({ sites }: Pick<Dossier, 'sites'>): string | null {
  const published = sites
    .filter(({ role }) => role === 'hub')
    .flatMap(({ claims }) => claims.map((claim) => claim.published.to));
  if (published.length === 0) return null;
  const { year, month } = calendarDay(Math.min(...published));
  return `${year}-${String(month).padStart(2, '0')}`;
}
