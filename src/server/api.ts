import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { say } from '../errors/message.ts';
import { answerCache } from './answer-cache.ts';
import { answerRoutes } from './answer-routes.ts';
import { serveApp } from './app-files.ts';
import { dossierRoutes, tagged } from './dossier-routes.ts';
import { eventBoard } from './events.ts';
import { type Gate, guard, tokenGate } from './guard.ts';
import { safeHeaders } from './headers.ts';
import type { House } from './house.ts';
import { translationFor } from './language.ts';
import { methods } from './methods.ts';
import { openapi } from './openapi.ts';
import { faultsOf, problemOf, refusal } from './problem.ts';
import * as replies from './replies.ts';
import { largestBody, mount, nothing, type Route } from './route.ts';
import { markOf } from './watch.ts';

/** The whole server as a function from requests to answers, with what must be closed behind it. */
export function api(house: House, gate: Gate) {
  const app = new Hono();
  const board = eventBoard(house);
  const answers = answerCache(house.answers);
  app.use(safeHeaders);
  app.use(guard(gate));
  app.use(tokenGate(gate));
  app.onError(async (thrown, c) => {
    const problem = problemOf(faultsOf(thrown), await translationFor(c));
    return c.json(problem, problem.status as 400, { 'Content-Type': 'application/problem+json' });
  });
  app.notFound(async (c) => {
    const problem = problemOf(missing(c.req.method, c.req.path).faults, await translationFor(c));
    return c.json(problem, 404, { 'Content-Type': 'application/problem+json' });
  });
  const routes: Route[] = [
    worldRoute(house),
    ...dossierRoutes(house),
    eventsRoute(board),
    ...answerRoutes(house.answers.commands, answers, board),
  ];
  routes.push(openapiRoute([...routes], house));
  app.use(methods(routes));
  app.use(limited);
  for (const route of routes) mount(app, route);
  serveApp(app, house.app);
  const warm = () =>
    answers
      .ask({ command: 'assess', arguments: [house.first], options: { format: 'json' } }, {})
      .catch(() => undefined);
  return { app, warm, close: () => board.close() };
}

function worldRoute(house: House): Route {
  return {
    method: 'get',
    path: '/api/world',
    summary: 'What is known of the world, parsed and checked, as the engine reads it',
    parameters: nothing,
    query: nothing,
    replies: {
      200: { description: 'The data', content: { 'application/json': replies.compiled } },
      304: { description: 'It is as the one with this ETag' },
    },
    handle: ({ c }) => {
      const { digest, compiled } = house.data();
      return tagged(c, markOf([digest, house.version, house.engine]), compiled);
    },
  };
}

function eventsRoute(board: ReturnType<typeof eventBoard>): Route {
  return {
    method: 'get',
    path: '/api/events',
    summary:
      'What changes on disk and how far long answers are, as server-sent events: hello, changed, progress',
    parameters: nothing,
    query: nothing,
    replies: { 200: { description: 'Events', content: { 'text/event-stream': z.string() } } },
    handle: ({ c }) => board.open(c),
  };
}

function openapiRoute(routes: readonly Route[], house: House): Route {
  const route: Route = {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    parameters: nothing,
    query: nothing,
    replies: {
      200: { description: 'OpenAPI 3.1', content: { 'application/json': z.record(z.string(), z.unknown()) } },
    },
    handle: ({ c }) => c.json(openapi([...routes, route], house.version)),
  };
  return route;
}

/** Only what has a body is looked at; a request without one is read where the body is missed. */
const limited: MiddlewareHandler = (c, next) => {
  const { headers } = c.req.raw;
  const bodied = headers.has('content-length') || headers.has('transfer-encoding');
  return bodied ? limit(c, next) : next();
};

const limit = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw tooLarge();
  },
});

const tooLarge = () =>
  refusal(
    'ST-H005',
    say('The body has more than {most} MB.', { most: largestBody / 1e6 }),
    say('Split it, or send less.'),
  );

const missing = (method: string, path: string) =>
  refusal(
    'ST-H003',
    say('There is no `{address}`.', {
      address: `${method} ${path.replace(/[^\x20-\x7e]/g, '?').slice(0, 80)}`,
    }),
    say('Look it up in /api/openapi.json.'),
  );
