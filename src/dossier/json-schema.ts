import { z } from 'zod';
import { gradesSchema } from '../sources/grade.ts';
import { sourcesSchema } from '../sources/source-file.ts';
import { outcomeSchema } from './outcome.ts';
import { assumptionsSchema, evidenceSchema, hubSchema, looksSchema, siteSchema } from './schema.ts';

const schemas = {
  hub: hubSchema,
  site: siteSchema,
  evidence: evidenceSchema,
  sources: sourcesSchema,
  looks: looksSchema,
  assumptions: assumptionsSchema,
  outcome: outcomeSchema,
  grades: gradesSchema,
};

export type SchemaName = keyof typeof schemas;

/** The JSON Schema of what people write in a file, for editors: keys, descriptions and examples. */
export function jsonSchema(name: SchemaName): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schemas[name], {
    io: 'input',
    target: 'draft-07',
    // zod leaves out the examples of what it transforms, since they may be outputs; ours are inputs.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
}

/** Names of the schemas; each is shipped as `schema/<name>.schema.json`. */
export const schemaNames = Object.keys(schemas) as SchemaName[];
