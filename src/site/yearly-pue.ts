import { coherent } from '../chips/figure.ts';
import { log } from '../elementary/logarithm.ts';
import { cos } from '../elementary/trigonometry.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { mixture } from '../stats/mixture.ts';
import { truncated } from '../stats/truncated.ts';
import type { Quantity } from '../units/quantity.ts';
import type { PlantClimate, SiteModel } from './site-model.ts';

/** Where a site is, as far as its PUE needs to know. */
export interface SiteAt {
  /** Id of data/site/pue.yaml; any other is read as `other`. */
  region: string;
  location?: { latitude: number; longitude: number; elevation?: Quantity } | undefined;
}

/** A site farther than this from every climate keeps the figures of its plants alone [km]. */
const farthest = 400;

/**
 * Yearly PUE of a site whose plant nobody described: a mixture over the plants its region builds, and over the climates it
 * may have where its altitude is open, never below 1.
 */
export function yearlyPue(site: SiteModel, at: SiteAt): Distribution {
  const parts = puePossibilities(site, at);
  return mixture(
    parts.map(({ pue }) => truncated(pue, 1, Infinity)),
    parts.map(({ weight }) => weight),
  );
}

/** The plants and climates that a site may have: yearly PUE of each, not cut off at 1, and its weight. */
export function puePossibilities(site: SiteModel, at: SiteAt): { pue: Distribution; weight: number }[] {
  const { plants: shares } = regionOf(site, at.region);
  const climates = climatesAt(site, at);
  return [...shares].flatMap(([id, weight]) => {
    const own = site.plants.get(id)!.pue.quantity;
    const found = climates.flatMap((climate) => climate.plants.get(id)?.pue ?? []);
    const figures = found.length > 0 ? found : [own];
    return figures.map((pue) => ({ pue: coherent(pue)!, weight: weight / figures.length }));
  });
}

/**
 * PUE of the peak hour over the mean of the year: of the region's plants in the site's climates, else what is judged for any.
 */
export function peakPue(site: SiteModel, at: SiteAt): Distribution {
  const { plants: shares } = regionOf(site, at.region);
  const climates = climatesAt(site, at);
  const parts = [...shares].flatMap(([id, weight]) =>
    climates.flatMap((climate) => {
      const peak = climate.plants.get(id)?.peak;
      return peak === undefined ? [] : [{ peak, weight: weight / climates.length }];
    }),
  );
  if (parts.length === 0) return coherent(site.power.peakPue.quantity)!;
  return mixture(
    parts.map(({ peak }) => lognormal(log(peak), peakSpread)),
    parts.map(({ weight }) => weight),
  );
}

/** Spread of the logarithm of peak over mean between plants of one kind in one climate. */
const peakSpread = 0.02;

/** The plants that a region builds. */
export function regionOf({ regions }: SiteModel, region: string) {
  return regions.get(region) ?? regions.get('other') ?? [...regions.values()][0]!;
}

/**
 * The climates that a site may have: the nearest for the lower and for the upper end of its altitude; none where it has no
 * location or lies far from all.
 */
export function climatesAt({ climates }: SiteModel, { location }: SiteAt): readonly PlantClimate[] {
  if (!location || climates.length === 0) return [];
  const { spread, unit } = location.elevation ?? {};
  const ends =
    spread?.form === 'interval' || spread?.form === 'estimate'
      ? [spread.low, spread.high]
      : spread?.form === 'exact'
        ? [spread.value]
        : [undefined];
  const found = ends.flatMap((end) => {
    const altitude = end === undefined ? undefined : end * unit!.scale;
    const away = (climate: PlantClimate) =>
      flatDistance(climate, location) +
      (altitude === undefined ? 0 : Math.abs(climate.altitude - altitude) / 2);
    const nearest = climates.reduce((best, one) => (away(one) < away(best) ? one : best));
    return flatDistance(nearest, location) <= farthest ? nearest : [];
  });
  return [...new Set(found)];
}

/** Distance on a map that is true to scale along meridians and at its middle latitude [km]. */
function flatDistance(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const middle = ((a.latitude + b.latitude) / 2) * (Math.PI / 180);
  return 111.2 * Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * cos(middle));
}
