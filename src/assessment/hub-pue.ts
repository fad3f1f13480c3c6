import type { Columns } from '../installed/columns.ts';
import { yearlyPue } from '../site/yearly-pue.ts';
import type { Distribution } from '../stats/distribution.ts';
import { mixture } from '../stats/mixture.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn, type Table } from '../stats/table.ts';
import type { Plan } from './plan.ts';

/** Sites of the hub, with their positions in the model. */
function hubSites({ compiled }: Plan) {
  return compiled.sites.flatMap((site, index) => (site.role === 'hub' ? [{ site, index }] : []));
}

/**
 * PUE of the hub in every draw: the mean of its sites' PUE, each in its own climate, weighted by the compute lit there.
 *
 * Sites of one region and place share a distribution, and not a draw: what each builds is its own.
 */
export function hubPue(plan: Plan, columns: Columns): Float64Array {
  const sum = new Float64Array(columns.draws);
  const lit = new Float64Array(columns.draws);
  const own = new Float64Array(columns.draws);
  const tables = new Map<string, Table>();
  for (const { site, index } of hubSites(plan)) {
    const key = JSON.stringify([site.region, site.location]);
    if (!tables.has(key)) tables.set(key, compileTable(yearlyPue(plan.world.site, site)));
    drawColumn(tables.get(key)!, stream(plan.seed, `chain/pue/${site.id}`), columns.from, own);
    const [named, legal, domestic] = columns.sites[index]!.compute as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let d = 0; d < sum.length; d++) {
      // A trace of weight keeps the PUE of a hub in which nothing runs defined.
      const weight = named[d]! + legal[d]! + domestic[d]! + 1e-9;
      sum[d]! += weight * own[d]!;
      lit[d]! += weight;
    }
  }
  for (let d = 0; d < sum.length; d++) sum[d]! /= lit[d]!;
  return sum;
}

/** PUE of the claimed fleet: a mixture over the hub's sites by their projects. */
export function claimedPue(plan: Plan): Distribution {
  const sites = hubSites(plan).map(({ site }) => site);
  return mixture(
    sites.map((site) => yearlyPue(plan.world.site, site)),
    sites.map(({ count, projects }) => Math.max(1, count * projects)),
  );
}
