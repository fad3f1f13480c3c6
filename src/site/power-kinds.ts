import type { ChainParameters } from './power-chain.ts';

/**
 * Which number a stated power is: what single servers were metered at, what all IT was metered at, all IT as rated, what the
 * meter of the site reads in its peak, what the grid granted, or capacity announced with headroom. They differ by a factor of
 * three for the same chips.
 */
export const powerKinds = ['node', 'metered', 'it', 'facility', 'grant', 'headroom'] as const;
export type PowerKind = (typeof powerKinds)[number];

export interface StatedOptions {
  /** Values of the chain; its PUE is that of the hour that plants are designed for. */
  chain: ChainParameters;
  provisioned: number;
  headroom: number;
  /** Peak of the servers in their duty over their metered peak; 1 where left out [-]. */
  working?: number;
}

/**
 * What each kind of number would read for a fleet.
 *
 * node = N p peakShare; metered = N p peakShare overhead diversity working (`powerChain`); it = N p overhead;
 * facility = metered PUE; grant = N p provisioned overhead PUE; headroom = grant x headroom
 *
 * @param ratedMw N p: rated power of all servers [MW]
 * @returns MW by kind
 */
export function statedPowers(
  ratedMw: number,
  { chain, provisioned, headroom, working = 1 }: StatedOptions,
): Record<PowerKind, number> {
  const node = ratedMw * chain.peakShare;
  const it = ratedMw * chain.clusterOverhead;
  const metered = node * chain.clusterOverhead * chain.diversity * working;
  const grant = it * provisioned * chain.pue;
  return { node, metered, it, facility: metered * chain.pue, grant, headroom: grant * headroom };
}
