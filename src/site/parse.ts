import type { DataFile } from '../chips/catalogue.ts';
import { figureOf, median, present } from '../chips/figure.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { type SiteFile, siteFileSchema } from './site-file.ts';
import type { Plant, PublishedSite, Region, SiteModel } from './site-model.ts';

const required = ['power', 'feed', 'floor', 'budget', 'water', 'condensers', 'plants', 'regions'] as const;

/**
 * Reads the files of `data/site`.
 *
 * @param files path and text of each
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the parameters, absent where a section is missing or broken, and everything wrong with the files (ST-P001,
 * ST-P002, ST-P003, ST-S042)
 */
export function parseSite(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { site?: SiteModel; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const whole: Partial<SiteFile> = {};
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, siteFileSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    Object.assign(whole, present(value));
    if (value.regions && value.plants) {
      const plants = value.plants.map(({ id }) => id);
      for (const [i, region] of value.regions.entries()) {
        for (const plant of Object.keys(region.plants).filter((one) => !plants.includes(one))) {
          const fix = didYouMean(plant, plants) || `Write one of ${plants.join(', ')}.`;
          const place = placeOf(['regions', i, 'plants', plant]);
          faults.push(error('ST-P002', `The plant \`${plant}\` is not described.`, fix, { place }));
        }
      }
    }
  }
  const absent = required.filter((key) => !whole[key]);
  if (absent.length > 0) {
    const gone = absent.map((key) =>
      error('ST-P003', `No file of data/site has \`${key}\`.`, `Add \`${key}:\`.`),
    );
    return { faults: faults.some((one) => one.severity === 'error') ? faults : [...faults, ...gone] };
  }
  return { site: modelOf(whole as Required<SiteFile>), faults };
}

function modelOf({
  power,
  feed,
  floor,
  budget,
  water,
  condensers,
  plants,
  climates = [],
  regions,
  published = [],
}: SiteFile): SiteModel {
  const { diversity, ...rest } = power!;
  return {
    power: {
      ...figures(rest),
      diversity: { training: figureOf(diversity.training), mixed: figureOf(diversity.mixed) },
    },
    feed: figures(feed!),
    floor: figures(floor!),
    budget: figures(budget!),
    water: figures(water!),
    condensers: figures(condensers!),
    plants: new Map(plants!.map((one) => [one.id, { ...present(one), pue: figureOf(one.pue) } as Plant])),
    climates: climates.map(({ altitude, plants: byPlant, basis, sources, by, why, ...place }) => ({
      ...place,
      altitude: median(altitude)!,
      plants: new Map(Object.entries(byPlant)),
      citation: citationOf({ basis, sources, by, why }),
    })),
    regions: new Map(
      regions!.map((one): [string, Region] => [
        one.id,
        {
          id: one.id,
          plants: new Map(Object.entries(one.plants)),
          citation: citationOf(one),
          ...(one.note !== undefined && { note: one.note }),
        },
      ]),
    ),
    published: published.map(
      ({ basis, sources, by, why, ...one }) =>
        ({ ...present(one), citation: citationOf({ basis, sources, by, why }) }) as PublishedSite,
    ),
  };
}

type Written = Parameters<typeof figureOf>[0];

function figures<K extends string>(written: Record<K, Written>): Record<K, ReturnType<typeof figureOf>> {
  const pairs = Object.entries<Written>(written).map(([key, one]) => [key, figureOf(one)]);
  return Object.fromEntries(pairs) as Record<K, ReturnType<typeof figureOf>>;
}
