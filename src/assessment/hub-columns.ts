import type { Columns } from '../installed/columns.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { DrawnHubDetails, type HubDetails } from './hub-details.ts';
import type { Plan } from './plan.ts';

/** What the hub amounts to in every draw. */
export interface HubColumns {
  /** Restricted accelerators running [count]. */
  accelerators: Float64Array;
  /** Dense FP16 FLOP/s lit, all routes. */
  compute: Float64Array;
  /** The same by route: named, legal, domestic. */
  byRoute: readonly Float64Array[];
  /** Everything else, in some draws. */
  at(draws: Uint32Array): HubDetails;
}

/** Adds the hub's compute up, and turns it into accelerators, power, runs and tokens where these are asked for. */
export function hubColumns(plan: Plan, columns: Columns): HubColumns {
  return {
    accelerators: columns.accelerators,
    compute: sumOf(columns.compute),
    byRoute: columns.compute,
    // Several readers ask for the details of the same draws.
    at: rememberedBy((draws: Uint32Array) => new DrawnHubDetails(plan, columns, draws)),
  };
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const sum = columns[0]!.slice();
  for (const column of columns.slice(1)) for (let d = 0; d < sum.length; d++) sum[d]! += column[d]!;
  return sum;
}
