import { z } from 'zod';
import { SandtableError } from '../errors/fault.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { text } from '../sources/fields.ts';
import { quantity } from '../sources/quantity.ts';
import {
  type ParameterName,
  parameterDimensions,
  parameterNames,
  type WorldParameters,
} from './parameter.ts';
import { byPreset } from './presets.ts';

const fieldOf = (name: ParameterName) => quantity(parameterDimensions[name]);

function parameter(value: ReturnType<typeof quantity>) {
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
  Object.fromEntries(parameterNames.map((name) => [name, parameter(fieldOf(name))])) as Record<
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
