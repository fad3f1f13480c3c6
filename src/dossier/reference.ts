import { jsonSchema, type SchemaName, schemaNames } from './json-schema.ts';

/** What the generated page needs of a JSON Schema. */
interface Schema {
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  examples?: readonly unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
  pattern?: string;
}

const files: Record<SchemaName, string> = {
  hub: 'hub.yaml',
  site: 'sites/<id>.yaml',
  evidence: 'evidence.yaml',
  sources: 'sources.yaml',
  looks: 'looks.yaml',
  assumptions: 'assumptions.yaml',
  outcome: 'outcome/outcome.yaml',
  grades: 'data/grades.yaml',
};

/** The reference page of the files of a dossier, as Markdown. */
export function dossierPage(): string {
  const sections = schemaNames.map((name) => section(name, jsonSchema(name) as Schema));
  return `${introduction}\n${sections.join('\n')}`;
}

const introduction = `# The files of a dossier

A dossier is a folder of YAML files: \`hub.yaml\`, one file a site under \`sites/\`, \`evidence.yaml\` (or several files
under \`evidence/\`), and, where needed, \`sources.yaml\`, \`looks.yaml\` and \`assumptions.yaml\`. A folder \`outcome/\` may hold what became of the
hub, with sources of its own; no assessment reads it. Nothing else is read. A key marked * is required.

Quantities are written with their unit, as on the page of units. Dates are written as precisely as they are known:
\`2024\`, \`2024-Q4\`, \`2024-11\`, \`2024-11-05\`. A source is named by its id and described in \`sources.yaml\` or in
\`data/sources/\`. Anchors, aliases, tags, merge keys and tabs are refused.

Editors complete and check the keys where the first line of a file names its schema, by path or address:

\`\`\`yaml
# yaml-language-server: $schema=../../schema/hub.schema.json
\`\`\`

This page is generated from the schemas that check the files.
`;

function section(name: SchemaName, schema: Schema): string {
  const isList = schema.type === 'array';
  const rows = table(isList ? schema.items! : schema, '');
  const what = isList ? 'A list of entries with these keys.' : 'A map with these keys.';
  return [
    `## \`${files[name]}\`\n`,
    `${(schema.description ?? '').replace(/^.*?: /, '')} ${what} Schema: \`schema/${name}.schema.json\`.\n`.trimStart(),
    '| key | value | meaning | example |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** One row a key, the keys of nested maps and lists below their own. */
function table(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]) => {
    const star = schema.required?.includes(key) && one.default === undefined ? '*' : '';
    const inside = one.type === 'array' ? one.items : one;
    const row = [`\`${prefix}${key}\`${star}`, kindOf(one), one.description ?? '', exampleOf(one)];
    const nested = isWords(inside)
      ? []
      : table(inside ?? {}, `${prefix}${key}${one.type === 'array' ? '[]' : ''}.`);
    return [`| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`, ...nested];
  });
}

/** Words in several languages, which the introduction of their key explains. */
function isWords(schema: Schema | undefined): boolean {
  return Object.keys(schema?.properties ?? {}).join() === 'en,zh';
}

function kindOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((word) => `\`${String(word)}\``).join(', ');
  if (isWords(schema)) return 'words';
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  if (schema.type === 'array')
    return `list of ${isWords(schema.items) ? 'words' : kindOf(schema.items ?? {})}`;
  if (Array.isArray(schema.type)) return schema.pattern ? 'date' : 'quantity';
  const names: Record<string, string> = {
    string: 'text',
    number: 'number',
    integer: 'whole number',
    object: 'map',
  };
  return [schema.type ?? []]
    .flat()
    .map((type) => names[type] ?? type)
    .join(' or ');
}

function exampleOf({ examples, default: usual }: Schema): string {
  const example = examples?.[0];
  const shown = example === undefined ? '' : `\`${typeof example === 'string' ? example : flow(example)}\``;
  const isPlain = typeof usual === 'number' || typeof usual === 'string';
  return isPlain ? `${shown} (usually \`${usual}\`)`.trim() : shown;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${flow(one)}`)
    .join(', ')} }`;
}
