import { SandtableError } from '../../errors/fault.ts';
import type { Localised } from '../../sources/source.ts';
import type { Distribution } from '../../stats/distribution.ts';
import { type PoolId, pools, type Supply } from '../../supply/pool.ts';
import { poolAt } from '../../supply/stock.ts';
import type { Interval } from '../amount.ts';

/** Accelerators that came one way, and the pool they are in. */
export interface SupplyRoute {
  id: string;
  name: Localised;
  pool: PoolId;
  /** Accelerators in China on the day; null where nothing was published. */
  stock: Interval | null;
}

export interface SupplyPool {
  id: PoolId;
  name: Localised;
  stock: Interval;
}

/** Routes into China and the pools they fill on a day, knowing what was published by then. */
export function supplyRoutes(supply: Supply, day: number): { routes: SupplyRoute[]; pools: SupplyPool[] } {
  const at = (pool: PoolId, streams?: readonly string[]) =>
    known(() => poolAt(supply, pool, { day, measure: 'accelerators', ...(streams && { streams }) }));
  const present = pools.flatMap((id) => {
    const pool = supply.pools.get(id);
    const stock = pool && at(id);
    return pool && stock ? [{ id, name: pool.name, stock, streams: pool.streams }] : [];
  });
  return {
    routes: present.flatMap(({ id, streams }) =>
      streams.map((stream) => ({
        id: `${id}/${stream.id}`,
        name: stream.name,
        pool: id,
        stock: at(id, [stream.id]),
      })),
    ),
    pools: present.map(({ id, name, stock }) => ({ id, name, stock })),
  };
}

/** An interval of a distribution; null where the supply says that nothing is known. */
function known(of: () => Distribution): Interval | null {
  try {
    const found = of();
    return { low: found.quantile(0.05), median: found.quantile(0.5), high: found.quantile(0.95) };
  } catch (problem) {
    if (problem instanceof SandtableError && problem.faults[0]?.code === 'ST-Y006') return null;
    throw problem;
  }
}
