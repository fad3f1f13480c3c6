import { expect, it } from 'vitest';
import { sitesInOrder } from '../../src/report/sites-in-order.ts';
import { invented } from '../fixtures/assessment/invented.ts';

it('puts the hub before what lies around it, and many projects before few', () => {
  const [one] = invented.sites;
  const sites = [
    { ...one!, id: 'around', role: 'context' as const, projects: 40 },
    { ...one!, id: 'small', role: 'hub' as const, projects: 1 },
    { ...one!, id: 'large', role: 'hub' as const, projects: 27 },
  ];
  expect(sitesInOrder(sites).map(({ id }) => id)).toEqual(['large', 'small', 'around']);
  expect(sites[0]!.id).toBe('around');
});
