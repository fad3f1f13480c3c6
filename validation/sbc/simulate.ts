import { globalsOf } from '../../src/installed/globals.ts';
import type { HubModel } from '../../src/installed/model.ts';
import { fillAt, LIT, stageAt } from '../../src/installed/world.ts';
import type { Chance } from './chance.ts';
import { Observer } from './observer.ts';
import { bareModel, DAY, type DrawnHub, drawHub, runningAt, SITES } from './story.ts';

/** A drawn world, and what was observed of it. */
export interface Simulated {
  truth: Truth;
  model: HubModel;
}

/** What inference is asked about. */
export interface Truth {
  realisation: number;
  fullShare: number;
  namedShare: number;
  pool: number;
  pace: number;
  reliability: readonly number[];
  accelerators: number;
  compute: number;
  lit: number;
  /** Sum over items of log likelihood over noise in this world. */
  logLikelihood: number;
}

/**
 * Draws a world by its story and observes it: worlds that hold more than a site permits or than the hub's share of the
 * pool are drawn again, whole. No density of the engine is used.
 */
export function simulate(chance: Chance): Simulated {
  const model = bareModel();
  const levels = globalsOf(model).levels.map(({ values }) => values);
  for (;;) {
    const hub = drawHub(chance, levels);
    const inHub = hub.sites.filter(({ record }) => record < SITES - 1);
    const chips = inHub.reduce((sum, site) => sum + runningAt(site), 0);
    const fits = hub.sites.every((site) => site.accelerators * fillAt(site, DAY) <= site.permitted);
    if (fits && chips <= hub.share * hub.truth.pool) return observe(chance, model, hub);
  }
}

/** Observes a world: every item by a source that is reliable or not. */
function observe(chance: Chance, bare: HubModel, hub: DrawnHub): Simulated {
  const observer = new Observer(chance, hub);
  const sites = bare.sites.map((site, i) => ({
    ...site,
    items: site.count > 1 ? [] : observer.itemsOf(i, hub.sites.find(({ record }) => record === i)!),
  }));
  const hubItems = observer.hubItems();
  const lit = hub.sites.filter((site) => site.record < SITES - 1 && stageAt(site, DAY) === LIT);
  const model = { ...bare, sites, hubItems };
  const accelerators = lit.reduce((sum, site) => sum + runningAt(site), 0);
  const compute = lit.reduce((sum, site) => sum + site.claimed * site.perP * fillAt(site, DAY), 0);
  return {
    model,
    truth: { ...hub.truth, accelerators, compute, lit: lit.length, logLikelihood: observer.logLikelihood },
  };
}
