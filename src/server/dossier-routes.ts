import { setImmediate as immediate } from 'node:timers/promises';
import type { Context } from 'hono';
import { z } from 'zod';
import { compiledDossier } from '../dossier/compiled-dossier.ts';
import { countSites } from '../dossier/count-sites.ts';
import { digestOf } from '../dossier/digest.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { filePath } from '../dossier/file-path.ts';
import type { TextFile } from '../dossier/files.ts';
import { type Fault, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { told } from '../errors/told.ts';
import {
  dossierId,
  fileText,
  homeOf,
  requireFilePath,
  requireOwn,
  textsOf,
  versionOf,
} from './dossier-files.ts';
import type { Home, House } from './house.ts';
import { translationFor } from './language.ts';
import { makeRoutes } from './make-routes.ts';
import { faultsOf, problemOf, refusal, refuse } from './problem.ts';
import * as replies from './replies.ts';
import { type Asked, nothing, type Route } from './route.ts';
import { saveFile } from './save.ts';
import { markOf } from './watch.ts';

/** Everything about the dossiers of the library and their files. */
export function dossierRoutes(house: House): Route[] {
  return [
    listRoute(house),
    readRoute(house),
    checkRoute(house),
    compiledRoute(house),
    saveRoute(house),
    ...makeRoutes(house),
  ];
}

/** Between two dossiers other requests are answered. */
function listRoute(house: House): Route {
  const cardOf = cards(house);
  return {
    method: 'get',
    path: '/api/dossiers',
    summary: 'The dossiers of the working folder and those that come with Sandtable',
    parameters: nothing,
    query: nothing,
    replies: { 200: { description: 'The library', content: replies.inJson(replies.library) } },
    handle: async ({ c }) => {
      const dossiers = [];
      for (const home of house.homes()) {
        dossiers.push(await cardOf(home));
        await immediate();
      }
      return c.json({ first: house.first, dossiers });
    },
  };
}

/** Cards of dossiers; one is read again only when its files have changed. */
function cards(house: House): (home: Home) => Promise<z.infer<typeof replies.card>> {
  const known = new Map<string, { mark: string; card: z.infer<typeof replies.card> }>();
  return async (home) => {
    const { files, faults } = textsOf(home);
    const mark = markOf([files, faults]);
    const before = known.get(home.id);
    if (before?.mark === mark) return before.card;
    const read = await house.read(home.id, files);
    const errors = [...faults, ...read.faults].filter(({ severity }) => severity === 'error').length;
    const { id, origin } = home;
    const digest = digestOf(files);
    const { hub, sites, evidence } = read.dossier ?? {};
    const card = {
      ...{ id, origin, digest, errors, name: hub?.name ?? { en: id } },
      ...(hub && { summary: hub.summary, asOf: hub.asOf.text }),
      ...(sites && countSites(sites)),
      ...(evidence && { items: evidence.length }),
    };
    known.set(id, { mark, card });
    return card;
  };
}

function readRoute(house: House): Route {
  return {
    method: 'get',
    path: '/api/dossiers/{id}',
    summary: 'The files of a dossier as text, with the version of each',
    parameters: z.strictObject({ id: dossierId }),
    query: nothing,
    replies: {
      200: { description: 'The dossier', content: replies.inJson(replies.dossier) },
      304: { description: 'It is as the one with this ETag' },
      404: replies.refused('There is no such dossier'),
    },
    handle: async ({ c, parameters }) => {
      const home = homeOf(house, parameters.id!);
      const { files, faults: found } = textsOf(home);
      const faults = told(found, await translationFor(c));
      const digest = digestOf(files);
      return tagged(c, markOf([digest, faults]), () => ({
        ...{ id: home.id, origin: home.origin, writable: home.origin === 'own', digest },
        files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
        versions: Object.fromEntries(files.map(({ path, text }) => [path, versionOf(text)])),
        faults,
      }));
    },
  };
}

/** Answers with JSON, or with nothing where the asker has it already. */
export async function tagged(c: Context, mark: string, value: () => unknown): Promise<Response> {
  c.header('ETag', `"${mark}"`);
  c.header('Cache-Control', 'no-cache');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(`"${mark}"`)) return c.body(null, 304);
  const found = await value();
  return typeof found === 'string'
    ? c.body(found, 200, { 'Content-Type': 'application/json' })
    : c.json(found as object);
}

const draft = z
  .strictObject({
    files: z.record(z.string().regex(filePath), fileText.nullable()),
  })
  .meta({ id: 'Draft', description: 'Texts by path that replace those on disk; null for a file left out' });

/** A question about a dossier as it would be with other texts; nothing is written. */
function draftRoute(
  house: House,
  { name, ...rest }: Pick<Route, 'summary' | 'replies'> & { name: string },
  answer: (c: Context, drafted: Awaited<ReturnType<typeof withDraft>>) => Response | Promise<Response>,
): Route {
  return {
    method: 'post',
    path: `/api/dossiers/{id}/${name}`,
    parameters: z.strictObject({ id: dossierId }),
    query: nothing,
    body: { type: 'application/json', schema: draft },
    ...rest,
    handle: async ({ c, parameters, body }) => {
      const home = homeOf(house, parameters.id!);
      return answer(c, await withDraft(house, home, (body as z.infer<typeof draft>).files));
    },
  };
}

function checkRoute(house: House): Route {
  const route = {
    name: 'check',
    summary: 'Every fault of a dossier as it would be with these texts; nothing is written',
    replies: {
      200: { description: 'The faults', content: replies.inJson(replies.checked) },
      404: replies.refused('There is no such dossier'),
    },
  };
  return draftRoute(house, route, async (c, { digest, faults }) =>
    c.json({
      digest,
      whole: faults.every(({ severity }) => severity !== 'error'),
      faults: told(faults, await translationFor(c)),
    }),
  );
}

function compiledRoute(house: House): Route {
  const route = {
    name: 'compiled',
    summary: 'A dossier with these texts, parsed and checked, as the engine reads it; nothing is written',
    replies: {
      200: { description: 'The dossier', content: replies.inJson(replies.compiled) },
      404: replies.refused('There is no such dossier'),
      422: replies.refused('The dossier has errors'),
    },
  };
  return draftRoute(house, route, (c, { dossier, faults }) => {
    if (!dossier || faults.some(({ severity }) => severity === 'error')) throw new SandtableError(faults);
    return c.body(compiledDossier(dossier), 200, { 'Content-Type': 'application/json' });
  });
}

async function withDraft(
  house: House,
  home: Home,
  changed: Readonly<Record<string, string | null>>,
): Promise<{ dossier?: Dossier; digest: string; faults: readonly Fault[] }> {
  const { files, faults } = textsOf(home);
  const now: TextFile[] = [
    ...files.filter(({ path }) => !Object.hasOwn(changed, path)),
    ...Object.entries(changed).flatMap(([path, text]) => (text === null ? [] : [{ path, text }])),
  ];
  const read = await house.read(home.id, now);
  return { ...read, digest: digestOf(now), faults: [...faults, ...read.faults] };
}

function saveRoute(house: House): Route {
  return {
    method: 'put',
    path: '/api/dossiers/{id}/files/{path}',
    summary: "Saves a file of the user's own dossier, whole or not at all, where it still is what was read",
    parameters: z.strictObject({
      id: dossierId,
      path: z.string().max(200).meta({ description: 'evidence/tenders.yaml' }),
    }),
    query: z.strictObject({
      anyway: z.stringbool().optional().meta({ description: 'save a text even where it has errors itself' }),
    }),
    headers: z.object({
      'If-Match': z.string().optional().meta({ description: 'version of the file that was read, in quotes' }),
      'If-None-Match': z.literal('*').optional().meta({ description: 'for a new file' }),
    }),
    body: { type: 'text/yaml', schema: fileText },
    replies: {
      200: { description: 'Saved', content: replies.inJson(replies.saved) },
      400: replies.refused('The path is no file of a dossier'),
      403: replies.refused('The dossier is read only, or the system refuses'),
      409: replies.refused('The file was deleted'),
      412: {
        description: 'The file changed underneath',
        content: { 'application/problem+json': replies.conflict },
      },
      422: replies.refused(
        'The text itself has errors and was not saved; those of other files do not matter',
      ),
      428: replies.refused('The request does not say which version it changes'),
      507: replies.refused('The disk is full'),
    },
    handle: (asked) => save(house, asked),
  };
}

async function save(house: House, { c, parameters, query, body }: Asked): Promise<Response> {
  const home = requireOwn(house, parameters.id!);
  const path = requireFilePath(parameters.path!);
  const text = body as string;
  const seen = seenBy(c);
  const { digest, faults } = await withDraft(house, home, { [path]: text });
  const errors = faults.filter((fault) => fault.severity === 'error' && isIn(path, fault, home)).length;
  if (errors > 0 && query.anyway !== true) {
    const problem = problemOf([...notSaved(path, errors).faults, ...faults], await translationFor(c));
    return c.json(problem, 422, { 'Content-Type': 'application/problem+json' });
  }
  try {
    const version = await saveFile(home.folder, { path, text, seen });
    c.header('ETag', `"${version}"`);
    return c.json({ path, version, digest, faults: told(faults, await translationFor(c)) });
  } catch (thrown) {
    const found = faultsOf(thrown);
    if (found[0]?.code !== 'ST-H007') throw thrown;
    const now = textsOf(home).files.find((file) => file.path === path);
    const theirs = now && { version: versionOf(now.text), text: now.text };
    const problem = { ...problemOf(found, await translationFor(c)), ...theirs };
    return c.json(problem, 412, { 'Content-Type': 'application/problem+json' });
  }
}

/** Errors of other files never forbid a save: a dossier with errors in two files is mended one file at a time. */
const isIn = (path: string, { place }: Fault, { id }: Home): boolean => place?.file === `${id}/${path}`;

function notSaved(path: string, count: number): SandtableError {
  const what =
    count === 1
      ? say('This text of `{path}` has an error.', { path })
      : say('This text of `{path}` has {count} errors.', { path, count });
  return refusal('ST-H013', what, say('Correct what is listed.'));
}

function seenBy(c: Context) {
  if (c.req.header('if-none-match')?.trim() === '*') return 'nothing';
  const [, version] = /^"([0-9a-f]{20})"$/.exec(c.req.header('if-match')?.trim() ?? '') ?? [];
  if (version) return { version };
  return refuse('ST-H012', say('The version that was read is not said.'), say('Send `If-Match: "VERSION"`.'));
}
