import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { appIsBuilt, serveApp } from '../../src/server/app-files.ts';
import { folder } from '../cli/harness.ts';

let at: string;
let app: Hono;

beforeEach(() => {
  at = folder();
  mkdirSync(join(at, 'web/assets'), { recursive: true });
  writeFileSync(join(at, 'web/index.html'), '<!doctype html>first page');
  writeFileSync(join(at, 'web/assets/app-1a2b.js'), 'run()');
  writeFileSync(join(at, 'secret.txt'), 'swordfish');
  symlinkSync(join(at, 'secret.txt'), join(at, 'web/link.txt'));
  app = new Hono();
  serveApp(app, join(at, 'web'));
});

it('gives the first page for the address of every screen', async () => {
  for (const address of [
    '/',
    '/d/xinjiang-qinghai',
    '/d/xinjiang-qinghai/evidence?prior=sceptic',
    '/d/my-hub/edit/hub.yaml',
    '/d/my-hub/edit/evidence%2Ftenders.yaml%3A12',
  ]) {
    const answer = await app.request(address);
    expect(await answer.text()).toBe('<!doctype html>first page');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

it('gives files by their names, with their types; those with a digest in the name for good', async () => {
  const answer = await app.request('/assets/app-1a2b.js');
  expect(await answer.text()).toBe('run()');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const tag = answer.headers.get('etag')!;
  expect((await app.request('/assets/app-1a2b.js', { headers: { 'if-none-match': tag } })).status).toBe(304);
});

it.each(['/nothing.js', '/assets/nothing.js', '/api/nothing', '/secret.txt', '/../secret.txt', '/link.txt'])(
  'gives nothing for %s',
  async (address) => {
    const answer = await app.request(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('swordfish');
  },
);

it('gives nothing that came after the server started', async () => {
  writeFileSync(join(at, 'web/late.txt'), 'late');
  expect((await app.request('/late.txt')).status).toBe(404);
});

it('says how to build what is not built', async () => {
  const bare = new Hono();
  serveApp(bare, join(at, 'nowhere'));
  const answer = await bare.request('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build');
  expect(appIsBuilt(join(at, 'nowhere'))).toBe(false);
  expect(appIsBuilt(join(at, 'web'))).toBe(true);
});
