import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attacks } from './attacks.ts';
import { asking, json, workingFolder } from './harness.ts';

const sent = { 'content-type': 'application/json' };
const post = (body: unknown) => ({ method: 'POST', headers: sent, body: JSON.stringify(body) });

describe('a dossier is made', () => {
  it('as a copy of another', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const answer = await ask('/api/dossiers/lotus/copy', post({ as: 'my-lotus' }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/api/dossiers/my-lotus');
    expect(await json(await ask('/api/dossiers/my-lotus'))).toMatchObject({ writable: true });
    expect((await ask('/api/dossiers/lotus/copy', post({ as: 'my-lotus' }))).status).toBe(409);
  });

  it('from nothing', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    expect((await ask('/api/dossiers', post({ id: 'my-hub', name: 'My hub' }))).status).toBe(201);
    expect(readFileSync(join(cwd, 'my-hub/hub.yaml'), 'utf8')).toContain('My hub');
  });

  it('in the working folder and nowhere else', async () => {
    const ask = asking(workingFolder());
    for (const id of ['../out', '/tmp/out', 'a/b', '..', '', '-y', '--help', 'A']) {
      expect((await ask('/api/dossiers', post({ id }))).status, id).toBe(400);
      expect((await ask('/api/dossiers/lotus/copy', post({ as: id }))).status, id).toBe(400);
    }
    for (const body of ['null', '[]', '{', '"a"', '{"__proto__":{"id":"a"}}', '{"id":"a","from":"/etc"}']) {
      const answer = await ask('/api/dossiers', { method: 'POST', headers: sent, body });
      expect(answer.status, body).toBe(400);
    }
  });
});

describe('a folder is taken in', () => {
  const filesOf = async (ask: ReturnType<typeof asking>, id: string) =>
    (await json(await ask(`/api/dossiers/${id}`))).files as Record<string, string>;

  it('as a dossier of its own, under the name it is given, to be changed', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const files = await filesOf(ask, 'lotus');
    const answer = await ask('/api/dossiers/taken/files', post({ files }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/api/dossiers/taken');
    const taken = await json(await ask('/api/dossiers/taken'));
    expect(taken).toMatchObject({ origin: 'own', writable: true, faults: [] });
    expect(taken.files['hub.yaml']).toMatch(/^id: taken$/m);
    expect(Object.keys(taken.files).sort()).toEqual(Object.keys(files).sort());
    expect((await ask('/api/dossiers/taken/files', post({ files }))).status).toBe(409);
  });

  it('with its faults, which are shown and corrected there', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const files = { ...(await filesOf(ask, 'minimal')), 'hub.yaml': 'id: broken\nname: [\n' };
    expect((await ask('/api/dossiers/broken/files', post({ files }))).status).toBe(201);
    expect(readFileSync(join(cwd, 'broken/hub.yaml'), 'utf8')).toContain('name: [');
  });

  it('and nothing is written of one that is no dossier, or would lead elsewhere', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const before = readdirSync(cwd, { recursive: true });
    const none = await ask('/api/dossiers/none/files', post({ files: { 'evidence.yaml': '[]\n' } }));
    expect([none.status, (await json(none)).code]).toEqual([404, 'ST-D002']);
    const hub = 'id: out\n';
    for (const path of attacks) {
      const files = { 'hub.yaml': hub, [path]: 'x' };
      expect((await ask('/api/dossiers/out/files', post({ files }))).status, path).toBe(400);
    }
    for (const id of ['..', '%2e%2e', 'con', 'A', '-y']) {
      const answer = await ask(`/api/dossiers/${id}/files`, post({ files: { 'hub.yaml': hub } }));
      expect([400, 404, 405], id).toContain(answer.status);
    }
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`sites/s${i}.yaml`, 'x']));
    const files = { 'hub.yaml': hub, ...many };
    expect((await ask('/api/dossiers/out/files', post({ files }))).status).toBe(400);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });
});
