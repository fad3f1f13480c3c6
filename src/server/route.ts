import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { refuse } from './problem.ts';

/** What an answer is. */
export interface Reply {
  description: string;
  /** Media types and what they hold. */
  content?: Readonly<Record<string, z.ZodType>>;
}

/** An address of the interface: what it takes and gives, for the server and for its description alike. */
export interface Route {
  method: 'get' | 'put' | 'post';
  /** Parts in braces are parameters: `/api/dossiers/{id}`. */
  path: string;
  summary: string;
  /** What the parameters of the path may be. */
  parameters: z.ZodObject;
  query: z.ZodObject;
  headers?: z.ZodObject;
  body?: { type: string; schema: z.ZodType };
  replies: Readonly<Record<number, Reply>>;
  handle(asked: Asked): Response | Promise<Response>;
}

/** A request that fits its route. */
export interface Asked {
  c: Context;
  parameters: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
}

export const nothing = z.strictObject({});

/** Largest body of a request, in bytes: a file of a dossier, or the files of a draft. */
export const largestBody = 4_000_000;

/** Adds a route to the server. */
export function mount(app: Hono, route: Route): void {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => (name === 'path' ? ':path{.+}' : `:${name}`));
  app.on(route.method.toUpperCase(), path, async (c) => {
    const parameters = fits(
      c.req.param() as Record<string, string>,
      route.parameters,
      say('part of the address'),
    );
    const query = fits(gathered(new URL(c.req.url).searchParams, route.query), route.query, say('parameter'));
    const body = route.body ? await bodyOf(c, route.body) : undefined;
    return route.handle({ c, parameters: parameters as Record<string, string>, query, body });
  });
}

/** The parameters of a query; those that may come several times as lists. */
function gathered(search: URLSearchParams, schema: z.ZodObject): Record<string, unknown> {
  const entries = [...new Set(search.keys())].map((key) => {
    const values = search.getAll(key);
    const form = schema.shape[key];
    const list = form && inner(form) instanceof z.ZodArray;
    return [key, list ? values : values.length > 1 ? values : values[0]];
  });
  return Object.fromEntries(entries);
}

const inner = (form: unknown) => (form instanceof z.ZodOptional ? form.unwrap() : form);

/** What was asked, read by its schema; every fault at once. */
function fits(given: Record<string, unknown>, schema: z.ZodObject, what: Message): Record<string, unknown> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new SandtableError(
    read.error.issues.flatMap((issue): Fault[] => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => {
          const known = Object.keys(schema.shape);
          const names = known.join(', ') || say('none');
          const fix = didYouMean(key, known) ?? say('Known are {names}.', { names });
          return error('ST-H004', say('There is no {part} `{name}`.', { part: what, name: shown(key) }), fix);
        });
      }
      const name = issue.path.map(String).join('.');
      const value = shown(String(given[String(issue.path[0])] ?? ''));
      const text = say('The {part} `{name}` cannot be `{value}`.', { part: what, name: shown(name), value });
      return [error('ST-H004', text, `${issue.message.replace(/\.$/, '')}.`)];
    }),
  );
}

async function bodyOf(c: Context, { type, schema }: NonNullable<Route['body']>): Promise<unknown> {
  const given = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (given !== type) {
    refuse(
      'ST-H004',
      say('The body is `{type}`.', { type: shown(given) || say('of no type') }),
      say('Send `Content-Type: {type}`.', { type }),
    );
  }
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('ST-H004', say('The body is not UTF-8.'), say('Send it as UTF-8.'));
  }
  if (type !== 'application/json') {
    if (schema.safeParse(text).success) return text;
    const size = (bytes.length / 1e6).toFixed(1);
    return refuse(
      'ST-H005',
      say('The text has {size} MB; a file has at most 1 MB.', { size }),
      say('Split it into several files.'),
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('ST-H004', say('The body is no JSON.'), say('See /api/openapi.json for its form.'));
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw new SandtableError(
    read.error.issues.map(({ path, message }) =>
      error(
        'ST-H004',
        `\`${shown(path.join('.')) || 'The body'}\`: ${message}.`,
        say('See /api/openapi.json for its form.'),
      ),
    ),
  );
}

const shown = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 80);
