import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { asin, cos, sin } from '../elementary/trigonometry.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { id, localised, text } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
import { dimensions as d } from '../units/dimension.ts';
import type { Climate } from './climate.ts';

const months = z.array(z.number()).length(12);

const climate = z
  .strictObject({
    id,
    name: localised,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    altitude: knownQuantity(d.length, '737 m'),
    temperature: months,
    dailyMax: months,
    dailyMin: months,
    humidity: months,
    wind: months,
    irradiation: months,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    region: id.optional(),
    proxy: id.optional(),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation)
  .superRefine((one, ctx) => {
    for (let m = 0; m < 12; m++) {
      const [low, mean, high] = [one.dailyMin[m]!, one.temperature[m]!, one.dailyMax[m]!];
      const fault =
        low <= mean && mean <= high
          ? one.humidity[m]! > 0 && one.humidity[m]! <= 100
            ? one.wind[m]! >= 0 && one.irradiation[m]! >= 0 && one.irradiation[m]! < 13
              ? null
              : 'wind or irradiation is out of range'
            : 'relative humidity is not between 0 and 100 %'
          : 'the mean is not between daily minimum and maximum';
      if (!fault) continue;
      const what = `In month ${m + 1} of \`${one.id}\`, ${fault}.`;
      refuse(ctx, { code: 'ST-P010', what, fix: 'Correct the month, January being the first.' }, [
        'temperature',
        m,
      ]);
    }
  });

const climatesSchema = z.strictObject({
  units: z.strictObject({
    temperature: z.literal('°C'),
    humidity: z.literal('%'),
    wind: z.literal('m/s'),
    irradiation: z.literal('kWh/(m2 d)'),
  }),
  climates: z.array(climate).min(1),
});

/**
 * Reads files of monthly normals.
 *
 * @param sources ids of the sources that exist; not checked where left out
 * @returns climates by id, in the units of `Climate`, and everything wrong with the files (ST-P010, ST-S042)
 */
export function parseClimates(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { climates: ReadonlyMap<string, Climate>; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const climates = new Map<string, Climate>();
  for (const { path, text: content } of files) {
    const { value, faults: found, placeOf } = readDocument(content, path, climatesSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    for (const {
      altitude,
      humidity,
      irradiation,
      basis,
      sources: from,
      by,
      why,
      ...rest
    } of value?.climates ?? []) {
      const { country, region, proxy, note, ...plain } = rest;
      climates.set(plain.id, {
        ...plain,
        altitude: median(altitude)!,
        humidity: humidity.map((percent) => percent / 100),
        irradiation: irradiation.map((kwh) => kwh * 1000),
        citation: citationOf({ basis, sources: from, by, why }),
        ...(country !== undefined && { country }),
        ...(region !== undefined && { region }),
        ...(proxy !== undefined && { proxy }),
        ...(note !== undefined && { note }),
      });
    }
  }
  return { climates, faults };
}

/**
 * A climate by its id.
 *
 * @throws SandtableError ST-P011
 */
export function requireClimate(climates: ReadonlyMap<string, Climate>, wanted: string): Climate {
  const found = climates.get(wanted);
  if (found) return found;
  const known = [...climates.keys()];
  const fix = didYouMean(wanted, known) || `Known are ${known.join(', ')}.`;
  throw new SandtableError(error('ST-P011', `There is no climate \`${wanted}\`.`, fix));
}

/** Great-circle distance on a sphere of 6,371 km (haversine) [km]. */
export function greatCircle(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const rad = Math.PI / 180;
  const h =
    sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    cos(a.latitude * rad) * cos(b.latitude * rad) * sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * 6371 * asin(Math.min(1, Math.sqrt(h)));
}
