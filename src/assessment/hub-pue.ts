import { type Columns, valuesAt } from '../installed/columns.ts';
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

/** Table of the PUE of each site of the hub, by id; sites of one region and place share one. */
export function pueTables(plan: Plan): ReadonlyMap<string, Table> {
  const byPlace = new Map<string, Table>();
  const tables = hubSites(plan).map(({ site }): [string, Table] => {
    const key = JSON.stringify([site.region, site.location]);
    const table = byPlace.get(key) ?? compileTable(yearlyPue(plan.world.site, site));
    byPlace.set(key, table);
    return [site.id, table];
  });
  return new Map(tables);
}

/**
 * PUE of the hub in some draws: the mean of its sites' PUE, each in its own climate, weighted by the compute lit there.
 *
 * Sites of one region and place share a distribution, and not a draw: what each builds is its own.
 *
 * @param tables from `pueTables`
 */
export function hubPue(
  plan: Plan,
  columns: Columns,
  { draws, tables }: { draws: Uint32Array; tables: ReadonlyMap<string, Table> },
): Float64Array {
  const sum = new Float64Array(draws.length);
  const lit = new Float64Array(draws.length);
  const own = new Float64Array(columns.draws);
  const pue = new Float64Array(draws.length);
  const { sites } = columns.at(draws);
  for (const { site, index } of hubSites(plan)) {
    drawColumn(tables.get(site.id)!, stream(plan.seed, `chain/pue/${site.id}`), columns.from, own);
    addWeighted({ sum, lit }, valuesAt(own, draws, pue), sites[index]!.compute);
  }
  for (let i = 0; i < sum.length; i++) sum[i]! /= lit[i]!;
  return sum;
}

function addWeighted(
  { sum, lit }: { sum: Float64Array; lit: Float64Array },
  pue: Float64Array,
  [named, legal, domestic]: readonly [Float64Array, Float64Array, Float64Array],
): void {
  for (let i = 0; i < sum.length; i++) {
    // A trace of weight keeps the PUE of a hub in which nothing runs defined.
    const weight = named[i]! + legal[i]! + domestic[i]! + 1e-9;
    sum[i]! += weight * pue[i]!;
    lit[i]! += weight;
  }
}

/** PUE of the claimed fleet: a mixture over the hub's sites by their projects. */
export function claimedPue(plan: Plan): Distribution {
  const sites = hubSites(plan).map(({ site }) => site);
  return mixture(
    sites.map((site) => yearlyPue(plan.world.site, site)),
    sites.map(({ count, projects }) => Math.max(1, count * projects)),
  );
}
