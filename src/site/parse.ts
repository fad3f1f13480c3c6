import type { DataFile } from '../chips/catalogue.ts';
import { median, present } from '../chips/figure.ts';
import { figureOf } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault, Place } from '../errors/fault.ts';
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
  const places = new Map<string, PlaceOf>();
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, siteFileSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    Object.assign(whole, present(value));
    for (const section of Object.keys(present(value))) places.set(section, placeOf);
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
  return { site: modelOf(whole as Required<SiteFile>, (path) => places.get(String(path[0]))!(path)), faults };
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

function modelOf(
  { power, feed, floor, budget, water, condensers, plants, climates = [], regions, published = [] }: SiteFile,
  placeOf: PlaceOf,
): SiteModel {
  const { diversity, ...rest } = power!;
  const at = (...path: PropertyKey[]): PlaceOfKey => ({ placeOf, path });
  return {
    power: {
      ...figures(rest, at('power')),
      diversity: {
        training: figureOf(diversity.training, undefined, placeOf(['power', 'diversity', 'training'])),
        mixed: figureOf(diversity.mixed, undefined, placeOf(['power', 'diversity', 'mixed'])),
      },
    },
    feed: figures(feed!, at('feed')),
    floor: figures(floor!, at('floor')),
    budget: figures(budget!, at('budget')),
    water: figures(water!, at('water')),
    condensers: figures(condensers!, at('condensers')),
    plants: new Map(
      plants!.map((one, i) => {
        const pue = figureOf(one.pue, undefined, placeOf(['plants', i, 'pue']));
        return [one.id, { ...present(one), pue } as Plant];
      }),
    ),
    climates: climates.map(({ altitude, plants: byPlant, basis, sources, by, why, ...place }, i) => ({
      ...place,
      altitude: median(altitude)!,
      plants: new Map(Object.entries(byPlant)),
      citation: citationOf({ basis, sources, by, why }),
      place: placeOf(['climates', i]),
    })),
    regions: new Map(
      regions!.map((one, i): [string, Region] => [
        one.id,
        {
          id: one.id,
          place: placeOf(['regions', i, 'plants']),
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

/** Where the figures of a section are written. */
interface PlaceOfKey {
  placeOf: PlaceOf;
  path: readonly PropertyKey[];
}

function figures<K extends string>(
  written: Record<K, Written>,
  { placeOf, path }: PlaceOfKey,
): Record<K, ReturnType<typeof figureOf>> {
  const pairs = Object.entries<Written>(written).map(([key, one]) => [
    key,
    figureOf(one, undefined, placeOf([...path, key])),
  ]);
  return Object.fromEntries(pairs) as Record<K, ReturnType<typeof figureOf>>;
}
