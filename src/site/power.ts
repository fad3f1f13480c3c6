import type { Catalogue, Chip, Server } from '../chips/chip.ts';
import { coherent } from '../chips/figure.ts';
import { logMoments, productOf, sumMoments } from '../chips/lognormal-match.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { scaled } from '../stats/scaled.ts';
import type { SiteModel, Workload } from './site-model.ts';
import { type SiteAt, yearlyPue } from './yearly-pue.ts';

/**
 * Rated input power of the server around one accelerator.
 *
 * That of the smallest system in the catalogue that holds the chip, divided by its accelerators; without one, thermal
 * design power plus `host`; `unknownChip` for a chip whose maker publishes no power.
 *
 * @returns W an accelerator
 */
export function ratedPower(site: SiteModel, { servers }: Catalogue, chip: Chip): Distribution {
  const server = ratedServer({ servers }, chip);
  const rated = server && coherent(server.rated.quantity);
  if (rated) return scaled(rated, 1 / server.accelerators);
  const own = coherent(chip.power.quantity) ?? coherent(site.power.unknownChip.quantity)!;
  const { mu, variance } = sumMoments([logMoments(own), logMoments(coherent(site.power.host.quantity)!)]);
  return lognormal(mu, Math.sqrt(variance));
}

/** The smallest system of the catalogue that holds a chip, which its power is taken from; undefined where none does. */
export function ratedServer({ servers }: Pick<Catalogue, 'servers'>, { id }: Chip): Server | undefined {
  return servers.filter(({ chips }) => chips.includes(id)).sort((a, b) => a.accelerators - b.accelerators)[0];
}

/** Names of the parameters between servers and meter that a draw has one value of each. */
export const chainParameters = ['peakShare', 'clusterOverhead', 'diversity', 'pue'] as const;
export type ChainParameter = (typeof chainParameters)[number];

/** The distributions of the chain's parameters, to draw columns from. */
export function chainDistributions(
  site: SiteModel,
  { workload = 'training', ...at }: SiteAt & { workload?: Workload },
): Record<ChainParameter, Distribution> {
  const { power } = site;
  return {
    peakShare: coherent(power.peakShare.quantity)!,
    clusterOverhead: coherent(power.clusterOverhead.quantity)!,
    diversity: coherent(power.diversity[workload].quantity)!,
    pue: yearlyPue(site, at),
  };
}

/**
 * Power at the meter that one running accelerator stands for at the site's peak.
 *
 * p peakShare clusterOverhead diversity PUE, p the rated server power of one accelerator; as the lognormal of its log
 * moments.
 *
 * @returns W an accelerator
 */
export function facilityPower(
  site: SiteModel,
  catalogue: Catalogue,
  { chip, ...options }: SiteAt & { chip: Chip; workload?: Workload },
): Distribution {
  const steps = chainDistributions(site, options);
  return productOf([
    { of: ratedPower(site, catalogue, chip) },
    ...chainParameters.map((name) => ({ of: steps[name] })),
  ]);
}
