import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { SandtableError } from '../../src/errors/fault.ts';
import { mount, nothing, type Route } from '../../src/server/route.ts';

function served(route: Partial<Route>) {
  const app = new Hono();
  app.onError((thrown, c) =>
    c.json(
      thrown instanceof SandtableError
        ? thrown.faults.map(({ code, fix }) => `${code} ${fix}`)
        : String(thrown),
      400,
    ),
  );
  mount(app, {
    method: 'get',
    path: '/api/thing/{id}',
    summary: 'A thing',
    parameters: z.strictObject({ id: z.string().regex(/^[a-z]+$/) }),
    query: nothing,
    replies: {},
    handle: ({ c, parameters, query, body }) => c.json({ parameters, query, body: body ?? null }),
    ...route,
  });
  return app;
}

it('hands over what fits its schemas', async () => {
  const app = served({
    query: z.strictObject({ n: z.string().optional(), many: z.array(z.string()).optional() }),
  });
  const answer = await app.request('/api/thing/abc?n=1&many=a&many=b');
  expect(await answer.json()).toEqual({
    parameters: { id: 'abc' },
    query: { n: '1', many: ['a', 'b'] },
    body: null,
  });
});

it('refuses all that does not fit, at once, and offers what was meant', async () => {
  const app = served({
    query: z.strictObject({ prior: z.enum(['sceptic']).optional(), seed: z.string().optional() }),
  });
  expect((await app.request('/api/thing/ABC')).status).toBe(400);
  const answer = await app.request('/api/thing/abc?pior=x&sed=1&prior=x');
  const faults = await answer.json();
  expect(faults.length).toBe(3);
  expect(faults.join()).toContain('Did you mean prior?');
  expect(faults.join()).toContain('Did you mean seed?');
});

it('takes no name from the prototype of things', async () => {
  const app = served({});
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect((await app.request(`/api/thing/abc?${name}=1`)).status, name).toBe(400);
  }
});

it('reads a path of several parts whole', async () => {
  const app = served({ path: '/api/files/{path}', parameters: z.strictObject({ path: z.string() }) });
  expect((await (await app.request('/api/files/sites/a.yaml')).json()).parameters).toEqual({
    path: 'sites/a.yaml',
  });
});

it('reads a body of the type it says, as UTF-8', async () => {
  const app = served({
    method: 'post',
    body: { type: 'application/json', schema: z.strictObject({ a: z.int() }) },
  });
  const post = (body: BodyInit, type = 'application/json') =>
    app.request('/api/thing/abc', { method: 'POST', body, headers: { 'content-type': type } });
  expect((await (await post('{"a":1}')).json()).body).toEqual({ a: 1 });
  expect((await post('{"a":1}', 'text/plain')).status).toBe(400);
  expect((await post('{"a":1}', 'application/json; charset=utf-8')).status).toBe(200);
  for (const body of ['', '{', '{"a":"x"}', '{"a":1,"b":2}', new Uint8Array([0xff, 0xfe])]) {
    expect((await post(body)).status).toBe(400);
  }
});
