import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault } from '../errors/fault.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { id, localised, text } from '../sources/fields.ts';
import type { Localised } from '../sources/source.ts';
import { dimensions as d } from '../units/dimension.ts';
import type { Blend } from './cooling.ts';
import type { CoolingConstants } from './cooling-constants.ts';
import { plantKinds } from './cooling-constants.ts';

/** What a class of operators builds. */
export interface OperatorClass {
  id: string;
  name: Localised;
  blend: Blend;
  /** Share of the heat that liquid takes [-]. */
  liquidShare: number;
  /** Supply air [°C]. */
  supply: number;
  /** Effectiveness of wet pads in the outdoor air of air-cooled halls; 0 where there are none [-]. */
  pads: number;
  /** PUE more or less than that of the plants' defaults [-]. */
  overhead: number;
}

const schema = z
  .strictObject({
    classes: z
      .array(
        z.strictObject({
          id,
          name: localised,
          blend: z.partialRecord(z.enum(plantKinds), z.number().positive()),
          liquidShare: z.number().min(0).max(1),
          supply: knownQuantity(d.temperature, '24 °C'),
          pads: z.number().min(0).max(1).default(0),
          overhead: z.number(),
        }),
      )
      .min(1),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

/** Reads files of operator classes, by id. */
export function parseClasses(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { classes: ReadonlyMap<string, OperatorClass>; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const classes = new Map<string, OperatorClass>();
  for (const { path, text: content } of files) {
    const { value, faults: found, placeOf } = readDocument(content, path, schema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    for (const one of value?.classes ?? []) classes.set(one.id, { ...one, supply: median(one.supply)! });
  }
  return { classes, faults };
}

/** The constants of a plant as a class sets them. */
export function constantsOf(
  constants: CoolingConstants,
  { liquidShare, supply, pads }: OperatorClass,
): CoolingConstants {
  return {
    ...constants,
    air: { ...constants.air, supply, pads },
    liquid: { ...constants.liquid, share: liquidShare },
  };
}
