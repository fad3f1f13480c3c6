import { markdownTable } from '../report/markdown/table.ts';

/** As much of an OpenAPI description as the page shows. */
export interface Described {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  summary: string;
  parameters: readonly { name: string; in: string; required?: boolean; description?: string; schema: Form }[];
  requestBody?: { content: Readonly<Record<string, unknown>> };
  responses: Readonly<Record<string, { description: string; content?: Readonly<Record<string, unknown>> }>>;
}

interface Form {
  type?: string;
  enum?: readonly string[];
}

/** The reference page of the HTTP interface, as Markdown. */
export function httpPage({ paths }: Described): string {
  const parts = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      section(`${method.toUpperCase()} ${path}`, operation),
    ),
  );
  return `${['# HTTP interface', introduction, ...parts].join('\n\n')}\n`;
}

function section(name: string, { summary, parameters, requestBody, responses }: Operation): string {
  const rows = parameters.map(({ name: key, in: where, required, description = '', schema }) => [
    key,
    where,
    required ? 'yes' : '',
    schema.enum ? schema.enum.join(', ') : description,
  ]);
  const table = markdownTable(['parameter', 'in', 'required', 'meaning'], rows);
  const body = Object.keys(requestBody?.content ?? {}).map((type) => `Takes \`${type}\`.`);
  const good = Object.entries(responses)
    .filter(([status]) => Number(status) < 300)
    .map(([status, { content = {} }]) => `Answers ${status}: ${Object.keys(content).join(', ')}.`);
  const bad = Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .map(([status, { description }]) => `${status} ${description.toLowerCase()}`);
  const refusals = bad.length > 0 ? [`Refuses: ${bad.join('; ')}.`] : [];
  return [`## ${name}`, `${summary}.`, table, [...body, ...good, ...refusals].join(' ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

const introduction = `\`sandtable open\` serves this on 127.0.0.1; \`/api/openapi.json\` describes it for programs (OpenAPI 3.1), from the
schemas that requests are read with. This page is generated from the same description.

The address of an answer is its command line: \`sandtable why accelerators my-hub --prior sceptic\` is
\`/api/why/accelerators/my-hub?prior=sceptic\`, and gives the same JSON. A site of a dossier is one part of the address,
\`my-hub%2Fyiwu\`; several things are joined by commas. What is refused is answered as \`application/problem+json\` with the
faults of the command line: code, what, fix, place. Answers have an \`ETag\` that changes with the files they rest on.`;
