import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchema, schemaNames } from '../../src/dossier/json-schema.ts';
import { dossierPage } from '../../src/dossier/reference.ts';

const folder = new URL('../../schema/', import.meta.url);
const page = new URL('../../docs/reference/dossier.md', import.meta.url);
const update = process.env.UPDATE_DOCS === '1';

it.each(schemaNames)('schema/%s.schema.json is what jsonSchema() writes', (name) => {
  const written = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
  const file = new URL(`${name}.schema.json`, folder);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, written);
  }
  expect(readFileSync(file, 'utf8')).toBe(written);
});

it('ships no other schema', () => {
  expect(readdirSync(folder).sort()).toEqual(schemaNames.map((name) => `${name}.schema.json`).sort());
});

it('describes every key and gives an example of what is required', () => {
  const bare = schemaNames.flatMap((name) => undescribed(jsonSchema(name) as Schema, name));
  expect(bare).toEqual([]);
});

it('docs/reference/dossier.md is what dossierPage() writes', () => {
  const written = dossierPage();
  if (update) writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});

interface Schema {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** Keys without a description, and required ones without an example; words in two languages explain themselves. */
function undescribed(schema: Schema, path: string): string[] {
  const keys = Object.keys(schema.properties ?? {});
  const own = keys.join() === 'en,zh' ? [] : Object.entries(schema.properties ?? {});
  return [
    ...(schema.items ? undescribed(schema.items, `${path}[]`) : []),
    ...own.flatMap(([key, one]) => {
      const nested = one.properties || one.items?.properties;
      const needsExample = schema.required?.includes(key) && !nested;
      const isBare = !one.description || (needsExample && !one.examples);
      return [...(isBare ? [`${path}.${key}`] : []), ...undescribed(one, `${path}.${key}`)];
    }),
  ];
}
