import type { Chip } from './chip.ts';
import type { Flag } from './figure.ts';

const worst: readonly Flag[] = ['K', 'C', 'B', 'A'];

/** How well the least checked of the figures that rules look at was checked: rates, bandwidth, links, die area. */
export function weakestFlag({ peak, bandwidth, interconnect, pcie, dieArea }: Chip): Flag | undefined {
  const flags = [...Object.values(peak), bandwidth, interconnect, pcie, dieArea].map((one) => one?.flag);
  return worst.find((flag) => flags.includes(flag));
}
