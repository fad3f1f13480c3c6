import { z } from 'zod';
import { SandtableError } from '../errors/fault.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { text } from '../sources/fields.ts';
import { quantity } from '../sources/quantity.ts';
import type { Citation } from '../sources/source.ts';
import { dimensions } from '../units/dimension.ts';
import type { Quantity } from '../units/quantity.ts';
import { type ByPreset, byPreset } from './presets.ts';

/** A parameter of the world model as written: a quantity for each preset (the same where they agree). */
export interface Parameter {
  name: ParameterName;
  meaning: string;
  value: ByPreset<Quantity>;
  citation: Citation;
  /** `data/installed/world.yaml:12`, or who overrode it. */
  place: string;
}

const share = quantity({});
const duration = quantity(dimensions.time);
const fields = {
  realisation: share,
  contextRealisation: share,
  namedShare: share,
  poolShare: share,
  fullShare: share,
  partialFill: share,
  fullFill: share,
  unlitPaper: share,
  unlitConstruction: share,
  early: duration,
  promise: duration,
  lagConstruction: duration,
  lagShell: duration,
  lagLit: duration,
  ramp: duration,
  firstBlock: duration,
  pace: share,
};

export type ParameterName = keyof typeof fields;
export const parameterNames = Object.keys(fields) as ParameterName[];
export type WorldParameters = ReadonlyMap<ParameterName, Parameter>;

function parameter(value: typeof share) {
  return z
    .strictObject({
      meaning: text,
      value: value.optional(),
      presets: z.strictObject({ sceptic: value, neutral: value, believer: value }).optional(),
      ...citationKeys,
    })
    .superRefine(checkCitation)
    .refine((entry) => (entry.value === undefined) !== (entry.presets === undefined), {
      message: 'Give either `value` or `presets`.',
    });
}

const worldSchema = z.strictObject(
  Object.fromEntries(parameterNames.map((name) => [name, parameter(fields[name])])) as Record<
    ParameterName,
    ReturnType<typeof parameter>
  >,
);

/**
 * Reads the parameters of the world model.
 *
 * @param file text of `data/installed/world.yaml`
 * @throws SandtableError with every fault of the file
 */
export function parseWorld(file: { path: string; text: string }): WorldParameters {
  const { value, faults, placeOf } = readDocument(file.text, file.path, worldSchema);
  if (!value) throw new SandtableError(faults);
  return new Map(
    parameterNames.map((name) => {
      const { meaning, value: one, presets, basis, sources, by, why } = value[name];
      const { file: path, line } = placeOf([name]);
      return [
        name,
        {
          name,
          meaning,
          value: presets ?? byPreset(() => one!),
          citation: citationOf({ basis, sources, by, why }),
          place: `${path}:${line}`,
        },
      ];
    }),
  );
}

/** Dimension that a parameter of the world model must have, for overrides. */
export function parameterField(name: ParameterName): typeof share {
  return fields[name];
}
