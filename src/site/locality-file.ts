import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import type { Figure } from '../chips/figure.ts';
import { figureOf, ownFigure } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault } from '../errors/fault.ts';
import { readDocument } from '../sources/document.ts';
import { id, localised, text } from '../sources/fields.ts';
import type { Localised } from '../sources/source.ts';
import { dimensions as d, divide } from '../units/dimension.ts';

/** Grid, water and wind of a province: what a site there buys and is short of. */
export interface Locality {
  id: string;
  name: Localised;
  /** Price of grid energy [CNY/J]. */
  tariff: Figure;
  /** Carbon dioxide of grid energy [kg/J]. */
  carbon: Figure;
  /** Share of wind and solar energy that the grid does not take [-]. */
  curtailment: Figure;
  /** Full-load hours a year of wind farms built there, over the hours of a year [-]. */
  windFactor: Figure;
  /** Renewable water for each person and year [m3]. */
  water: Figure;
  note?: string;
}

const schema = z.strictObject({
  localities: z
    .array(
      z.strictObject({
        id,
        name: localised,
        tariff: ownFigure(divide(d.cny, d.energy), '0.28 CNY/kWh'),
        carbon: ownFigure(divide(d.mass, d.energy), '0.6231 kg/kWh'),
        curtailment: ownFigure(d.number, '5 %'),
        windFactor: ownFigure(d.number, '0.26'),
        water: ownFigure(d.volume, '3,000 m3'),
        note: text.optional(),
      }),
    )
    .min(1),
});

/** Reads files of localities, by id of their region. */
export function parseLocalities(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { localities: ReadonlyMap<string, Locality>; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const localities = new Map<string, Locality>();
  for (const { path, text: content } of files) {
    const { value, faults: found, placeOf } = readDocument(content, path, schema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    for (const { id: region, name, note, ...figures } of value?.localities ?? []) {
      const pairs = Object.entries(figures).map(([key, written]) => [key, figureOf(written)]);
      const own = Object.fromEntries(pairs) as Omit<Locality, 'id' | 'name' | 'note'>;
      localities.set(region, { id: region, name, ...own, ...(note !== undefined && { note }) });
    }
  }
  return { localities, faults };
}
