import { z } from 'zod';
import type { Reply, Route } from './route.ts';

type Json = Record<string, unknown>;

/** Describes the interface after OpenAPI 3.1, from the schemas that requests are read with. */
export function openapi(routes: readonly Route[], version: string): Json {
  const parts: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route, parts) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sandtable',
      version,
      summary: 'From what an AI compute hub claims to what it can do',
      description:
        'The address of an answer is its command line: `sandtable why accelerators my-hub --prior sceptic` is `/api/why/accelerators/my-hub?prior=sceptic`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'this machine' }],
    paths,
    components: { schemas: parts },
  };
}

function operation(route: Route, parts: Json): Json {
  const { summary, body, replies } = route;
  return {
    operationId: operationId(route),
    summary,
    parameters: [
      ...parametersIn('path', route.parameters, parts),
      ...parametersIn('query', route.query, parts),
      ...(route.headers ? parametersIn('header', route.headers, parts) : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: schemaOf(body.schema, parts) } } },
    }),
    responses: Object.fromEntries(
      Object.entries(replies).map(([status, reply]) => [status, response(reply, parts)]),
    ),
  };
}

function operationId({ method, path }: Route): string {
  const words = path
    .split(/[/{}.-]/)
    .filter((word) => word && word !== 'api')
    .map((word) => word[0]!.toUpperCase() + word.slice(1));
  return method + words.join('');
}

function response({ description, content = {} }: Reply, parts: Json): Json {
  const types = Object.entries(content).map(([type, schema]) => [type, { schema: schemaOf(schema, parts) }]);
  return { description, ...(types.length > 0 && { content: Object.fromEntries(types) }) };
}

function parametersIn(where: 'path' | 'query' | 'header', object: z.ZodObject, parts: Json): Json[] {
  const whole = schemaOf(object, parts) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(whole.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: where === 'path' || (whole.required?.includes(name) ?? false),
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** A schema as JSON; what has an id of its own is put with the parts and referred to. */
function schemaOf(schema: z.ZodType, parts: Json): Json {
  const {
    $schema: _,
    $defs,
    ...json
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json & { $defs?: Json };
  for (const [name, part] of Object.entries($defs ?? {})) parts[name] = relocated(withoutId(part as Json));
  const { id } = json as { id?: string };
  if (id === undefined) return relocated(json) as Json;
  parts[id] = relocated(withoutId(json));
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId({ id: _, ...json }: Json): Json {
  return json;
}

/** References to `$defs` as references to components. */
function relocated(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(relocated);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : relocated(value),
    ]),
  );
}
