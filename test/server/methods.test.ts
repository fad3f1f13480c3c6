import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, start } from '../../src/server/start.ts';
import { asking, houseAt, json, raw, workingFolder } from './harness.ts';

let server: Started;
let cwd: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sandtable-test-'));
  server = await start(houseAt(cwd));
});

afterAll(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** A request without a body and without a word about its length, as `curl -X` sends it. */
function bare(method: string, path: string, more = ''): Promise<string> {
  return raw(
    server.port,
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${more}Connection: close\r\n\r\n`,
  );
}

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const allow = (answer: string) => /^allow: (.*)\r$/im.exec(answer)?.[1];
const odd = ['DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];

describe('requests without a body', () => {
  it.each([...odd, 'PUT', 'POST'])('%s of what is only read says what is allowed', async (method) => {
    for (const path of ['/api/world', '/api/assess/minimal', '/', '/d/minimal/evidence']) {
      const answer = await bare(method, path);
      expect([path, status(answer), allow(answer)]).toEqual([path, 405, 'GET, HEAD']);
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain('ST-H020');
    }
  });

  it.each([...odd, 'PUT', 'POST'])('%s of no address is not found', async (method) => {
    const answer = await bare(method, '/api/nothing');
    expect(status(answer)).toBe(404);
    expect(answer).toContain('ST-H003');
  });

  it.each(odd)('%s of what is written says how', async (method) => {
    expect(allow(await bare(method, '/api/dossiers'))).toBe('GET, HEAD, POST');
    expect(allow(await bare(method, '/api/dossiers/minimal/check'))).toBe('POST');
    expect(allow(await bare(method, '/api/dossiers/minimal/files/sites/a.yaml'))).toBe('PUT');
  });

  it.each([
    ['POST', '/api/dossiers', 'application/json'],
    ['POST', '/api/dossiers/two-halls/check', 'application/json'],
    ['POST', '/api/dossiers/two-halls/compiled', 'application/json'],
    ['PUT', '/api/dossiers/two-halls/files/hub.yaml', 'text/yaml'],
  ])('%s %s is told that it cannot be read', async (method, path, type) => {
    for (const more of ['', `Content-Type: ${type}\r\n`, `Content-Type: ${type}\r\nContent-Length: 0\r\n`]) {
      const answer = await bare(method, path, more);
      expect([400, 403]).toContain(status(answer));
      expect(answer).not.toMatch(/TypeError|undefined|ST-X015/);
    }
  });
});

it('what was thrown inside stays inside', async () => {
  const folder = workingFolder();
  const house = houseAt(folder);
  const thrown = new TypeError('swordfish at somebody/secret.ts:12');
  const broken = {
    ...house,
    homes: () => {
      throw thrown;
    },
    answers: { ...house.answers, answer: () => Promise.reject(thrown) },
  };
  const ask = asking(folder, { house: broken });
  for (const address of ['/api/dossiers', '/api/dossiers/minimal', '/api/assess/minimal', '/api/chips']) {
    const answer = await ask(address);
    const text = JSON.stringify(await json(answer));
    expect(answer.status).toBe(500);
    expect(text).toContain('ST-X015');
    expect(text).not.toMatch(/swordfish|TypeError|secret|somebody/);
  }
});
