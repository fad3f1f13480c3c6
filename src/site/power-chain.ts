import type { ChainParameter } from './power.ts';

/** One value of each parameter of the chain [-]. */
export type ChainParameters = Readonly<Record<ChainParameter, number>>;

/** Power of a site's accelerators at the three places where it is quoted [MW]. */
export interface PowerChain {
  /** All servers at their single peaks. */
  serverMw: number;
  /** IT load of the site at its peak, network and storage included. */
  itMw: number;
  /** At the meter. */
  facilityMw: number;
}

/**
 * Power from accelerators to the meter.
 *
 * servers = sum_k N_k p_k peakShare,  IT = servers x clusterOverhead x diversity,  facility = IT x PUE
 *
 * @param fleet for each kind of chip the accelerators N [count] and the rated server power p of each [W]
 * @param values one value of each parameter [-]; 1 leaves a step out
 * @returns MW
 */
export function powerChain(
  fleet: readonly { accelerators: number; ratedW: number }[],
  { peakShare, clusterOverhead, diversity, pue }: ChainParameters,
): PowerChain {
  const ratedW = fleet.reduce((sum, one) => sum + one.accelerators * one.ratedW, 0);
  const serverMw = (ratedW * peakShare) / 1e6;
  const itMw = serverMw * clusterOverhead * diversity;
  return { serverMw, itMw, facilityMw: itMw * pue };
}

/**
 * IT load of `powerChain` for columns of draws, into `itMw` [MW].
 *
 * @param fleet for each kind of chip a column of accelerators [count] and the rated server power [W]
 * @param values a column of each parameter, all of one length
 */
export function itColumns(
  fleet: readonly { accelerators: Float64Array; ratedW: number }[],
  { peakShare, clusterOverhead, diversity }: Readonly<Record<Exclude<ChainParameter, 'pue'>, Float64Array>>,
  itMw: Float64Array,
): void {
  itMw.fill(0);
  for (const { accelerators, ratedW } of fleet) {
    for (let i = 0; i < itMw.length; i++) itMw[i]! += accelerators[i]! * ratedW;
  }
  for (let i = 0; i < itMw.length; i++) {
    itMw[i]! *= (peakShare[i]! * clusterOverhead[i]! * diversity[i]!) / 1e6;
  }
}
