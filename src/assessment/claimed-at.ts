import type { SiteModel } from '../installed/model.ts';

/** Named accelerators that the weightiest claim puts at one site. */
export function claimedAt({ claims, namedPeak }: SiteModel): number {
  const [claim] = [...claims].sort((a, b) => b.weight - a.weight);
  if (!claim) return 0;
  return 'accelerators' in claim ? claim.accelerators.quantile(0.5) : claim.compute.quantile(0.5) / namedPeak;
}
