import type { ChainParameters } from './power-chain.ts';

/**
 * Which number a stated power is: what single servers were metered at, all IT as rated, what the meter of the site reads, what
 * the grid granted, or capacity announced with headroom. They differ by a factor of three for the same chips.
 */
export const powerKinds = ['node', 'it', 'facility', 'grant', 'headroom'] as const;
export type PowerKind = (typeof powerKinds)[number];

/**
 * What each kind of number would read for a fleet.
 *
 * node = N p peakShare; it = N p overhead; facility = N p peakShare overhead diversity PUE;
 * grant = N p provisioned overhead PUE; headroom = grant x headroom
 *
 * @param ratedMw N p: rated power of all servers [MW]
 * @param chain values of the chain's parameters [-]
 * @returns MW by kind
 */
export function statedPowers(
  ratedMw: number,
  { chain, provisioned, headroom }: { chain: ChainParameters; provisioned: number; headroom: number },
): Record<PowerKind, number> {
  const it = ratedMw * chain.clusterOverhead;
  const grant = it * provisioned * chain.pue;
  return {
    node: ratedMw * chain.peakShare,
    it,
    facility: it * chain.peakShare * chain.diversity * chain.pue,
    grant,
    headroom: grant * headroom,
  };
}
