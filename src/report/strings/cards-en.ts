import type { Limit } from '../../dossier/dossier.ts';

/** What stands on the card of a site and on that of an item. */
export const cardsEn = {
  claims: 'Claimed here',
  limits: 'Limits',
  noLimits: 'No limit of this site is known.',
  limit: {
    feed: 'grid feed',
    'floor-area': 'floor area',
    budget: 'budget',
    water: 'water permit',
    fans: 'fans counted',
    land: 'land',
  } as Record<Limit['kind'], string>,
  evidence: 'Evidence',
  routes: 'what runs, where lit',
  original: 'In the original',
  noOriginal: 'The original wording is not quoted.',
  archive: 'Archived copy',
};
