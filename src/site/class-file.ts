import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Fault } from '../errors/fault.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { id, localised, text } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
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
  /** Whether outdoor air enters air-cooled halls. */
  economiser: (typeof economisers)[number];
  /** PUE more or less than that of the plants' defaults [-]. */
  overhead: number;
  /** Class whose overhead it shares, itself where it has its own. */
  overheadOf: string;
}

const economisers = ['outdoor-air', 'none'] as const;

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
          economiser: z.enum(economisers).default('outdoor-air'),
          overhead: z.number().optional(),
          overheadOf: id.optional(),
        }),
      )
      .min(1),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation)
  .superRefine(({ classes }, ctx) => {
    const own = new Set(classes.flatMap(({ id: one, overhead }) => (overhead === undefined ? [] : one)));
    for (const [i, { id: one, overhead, overheadOf }] of classes.entries()) {
      if (overhead === undefined ? own.has(overheadOf ?? '') : overheadOf === undefined) continue;
      const what = `The class \`${one}\` needs either an \`overhead\` or, in \`overheadOf\`, a class that has one.`;
      refuse(ctx, { code: 'ST-P001', what, fix: 'Give one of the two.' }, ['classes', i]);
    }
  });

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
    const overheads = new Map(value?.classes.map(({ id: one, overhead }) => [one, overhead]));
    for (const one of value?.classes ?? []) {
      const overheadOf = one.overheadOf ?? one.id;
      const overhead = overheads.get(overheadOf)!;
      classes.set(one.id, { ...one, overhead, overheadOf, supply: median(one.supply)! });
    }
  }
  return { classes, faults };
}

/** The constants of a plant as a class sets them. */
export function constantsOf(
  constants: CoolingConstants,
  { liquidShare, supply, pads, economiser }: OperatorClass,
): CoolingConstants {
  // No outdoor air is colder than the supply by that much.
  const economiserApproach = economiser === 'none' ? Infinity : constants.air.economiserApproach;
  return {
    ...constants,
    air: { ...constants.air, supply, pads, economiserApproach },
    liquid: { ...constants.liquid, share: liquidShare },
  };
}
