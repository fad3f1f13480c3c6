import type { Evidence, Site } from '../dossier/dossier.ts';
import type { Kind } from './kinds.ts';
import type { Knowledge } from './knowledge.ts';
import type { Origin } from './model.ts';
import { reliabilityOf } from './reliability.ts';

/** Who speaks: origins heard on several sites or on the hub are global, the others belong to their one site. */
export interface Origins {
  globals: readonly Origin[];
  /** Index in `globals`, or -1. */
  globalIndex(origin: string): number;
  /** A number for each origin, the same for all its items. */
  localIndex(origin: string): number;
}

/** Kinds whose items are as many reports as they name sites; the others sum over what they name. */
const aboutSites = new Set<Kind['model']>(['finding', 'prospect', 'amount', 'budget']);

/** Sorts the origins of the items used. An origin's reliability is that of the best letter any of its items bears. */
export function originsOf(items: readonly Evidence[], sites: readonly Site[], knowledge: Knowledge): Origins {
  const known = new Set(sites.map((site) => site.id));
  const heard = new Map<string, { places: Set<string>; reports: number; items: Evidence[] }>();
  for (const item of items) {
    const kind = knowledge.kinds.get(item.kind);
    if (!kind || kind.model === 'order') continue;
    const entry = heard.get(item.origin) ?? { places: new Set(), reports: 0, items: [] };
    const places = item.about.filter((id) => id === 'hub' || known.has(id));
    for (const id of places) entry.places.add(id);
    entry.reports += aboutSites.has(kind.model) ? places.length : 1;
    entry.items.push(item);
    heard.set(item.origin, entry);
  }
  const shared = [...heard].filter(([, { places, reports }]) => reports > 1 && isShared(places));
  const all = [...heard.keys()];
  const names = shared.map(([id]) => id);
  return {
    globals: shared.map(([id, { items: own }]) => {
      const best = own.map((item) => item.grade).reduce((a, b) => (b.reliability < a.reliability ? b : a));
      return { id, reliability: reliabilityOf(best, knowledge.grades).reliability };
    }),
    globalIndex: (origin) => names.indexOf(origin),
    localIndex: (origin) => all.indexOf(origin),
  };
}

/** Whether an origin's items reach beyond one site: then its sites are independent only given its reliability. */
function isShared(places: ReadonlySet<string>): boolean {
  return places.size > 1 || places.has('hub');
}
