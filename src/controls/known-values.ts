import { type BoundQuantity, type Known, unknown } from './bound.ts';
import type { Item } from './item.ts';
import { performanceDensity, plus } from './processing-performance.ts';

/** What is known of each quantity that rules bound, once for every reading of the processing performance. */
export function knownValues(item: Item): Partial<Record<BoundQuantity, Known>>[] {
  if (item.kind === 'memory-stack') return [{ density: item.density ?? unknown }];
  if (item.kind === 'logic-die') return [{ node: item.node ?? unknown }];
  if (item.kind === 'other') return [{}];
  const { bandwidth, link, pcie, dieArea } = item;
  const io = plus(link, pcie);
  const readings = item.readings.length > 0 ? item.readings : [{ tpp: unknown }];
  return readings.map(({ tpp }) => ({
    tpp,
    pd: performanceDensity(tpp, dieArea),
    io,
    link,
    bandwidth,
    sum: plus(io, bandwidth),
  }));
}
