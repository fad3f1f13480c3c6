import { z } from 'zod';
import { knownQuantity, ownFigure } from '../chips/figure-field.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, text } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
import { dimensions, divide } from '../units/dimension.ts';
import { powerLevels } from './site-model.ts';

const d = dimensions;
const share = (example: string) => ownFigure(d.number, example);

const power = z.strictObject({
  host: ownFigure(d.power, '350 W'),
  unknownChip: ownFigure(d.power, '250 to 600 W'),
  peakShare: share('0.82'),
  clusterOverhead: share('1.10'),
  diversity: z.strictObject({ training: share('0.80 to 0.95'), mixed: share('0.55 to 0.75') }),
  provisioned: share('0.75 to 1'),
  peakPue: share('1.02 to 1.12'),
});

const plant = z.strictObject({ id, name: localised, pue: share('1.12 to 1.25') });

const climate = z
  .strictObject({
    id,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    altitude: knownQuantity(d.length, '737 m'),
    plants: z.record(
      id,
      z.strictObject({ pue: knownQuantity(d.number, '1.15 (1.08..1.24)'), peak: z.number().min(1) }),
    ),
    ...citationKeys,
  })
  .superRefine(checkCitation);

const region = z
  .strictObject({
    id,
    plants: z.record(id, z.number().positive()),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation)
  .superRefine(({ plants }, ctx) => {
    const sum = Object.values(plants).reduce((all, one) => all + one, 0);
    if (Math.abs(sum - 1) < 1e-6) return;
    const what = `The shares of the plants add up to ${Number(sum.toPrecision(4))}, not to 1.`;
    refuse(ctx, { code: 'ST-P001', what, fix: 'Correct the shares.' }, ['plants']);
  });

const published = z
  .strictObject({
    id,
    name: text,
    chip: id,
    accelerators: z.number().int().positive(),
    power: knownQuantity(d.power, '150 MW'),
    level: z.enum(powerLevels).meta({ examples: ['grant'] }),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

/** Schema of a file of `data/site`: any of these sections. */
export const siteFileSchema = z.strictObject({
  power: power.optional(),
  feed: z
    .strictObject({
      powerFactor: share('0.92 to 0.98'),
      usableApparent: share('0.5 to 0.95'),
      usableActive: share('0.85 to 1'),
    })
    .optional(),
  floor: z.strictObject({ density: ownFigure(divide(d.power, d.area), '2 kW/m2') }).optional(),
  budget: z.strictObject({ serverShare: share('0.55 to 0.92') }).optional(),
  water: z.strictObject({ use: ownFigure(divide(d.volume, d.energy), '0.5 L/kWh') }).optional(),
  condensers: z
    .strictObject({
      flow: ownFigure(divide(d.volume, d.time), '10 m3/s'),
      rise: ownFigure(d.temperature, '12 K'),
      redundancy: share('1.2'),
      heat: share('1.05'),
    })
    .optional(),
  plants: z.array(plant).min(1).optional(),
  climates: z.array(climate).optional(),
  regions: z.array(region).min(1).optional(),
  published: z.array(published).optional(),
});

export type SiteFile = z.output<typeof siteFileSchema>;
