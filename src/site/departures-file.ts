import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault } from '../errors/fault.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { dimensions as d } from '../units/dimension.ts';
import type { Departures } from './departures.ts';

const logarithm = z.number().min(-1).max(1);

const schema = z
  .strictObject({
    reach: knownQuantity(d.length, '200 km'),
    prior: z.number().positive(),
    cells: z.array(
      z.tuple([
        z.number().min(-90).max(90),
        z.number().min(-180).max(180),
        z.number().positive(),
        logarithm,
        logarithm,
        logarithm,
      ]),
    ),
    ...citationKeys,
  })
  .superRefine(checkCitation);

/**
 * Reads how days of regions differ from what normals say.
 *
 * @returns the departures, absent where the file is missing or broken, and the faults (ST-P003)
 */
export function parseDepartures(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { departures?: Departures; faults: readonly Fault[] } {
  const [file] = files;
  if (!file) {
    const what = 'No departures of regions from what normals say.';
    return { faults: [error('ST-P003', what, 'Restore departures.yaml.')] };
  }
  const { value, faults, placeOf } = readDocument(file.text, file.path, schema);
  const all = [...faults, ...unknownSources(value, placeOf, sources)];
  if (!value) return { faults: all };
  const cells = value.cells.map(([latitude, longitude, stations, warm, cold, dewPoint]) => ({
    latitude,
    longitude,
    stations,
    departure: { warm, cold, dewPoint },
  }));
  return { departures: { reach: median(value.reach)! / 1000, prior: value.prior, cells }, faults: all };
}
