import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, start } from '../../src/server/start.ts';
import { folder } from '../cli/harness.ts';
import { houseAt, raw } from './harness.ts';

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

const send = (text: string, wait?: number) => raw(server.port, text, wait);
const get = (path: string, host = `127.0.0.1:${server.port}`) =>
  send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

describe('the server', () => {
  it('listens on a free port of this machine alone', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
    expect((await fetch(`${server.url}api/explain/ST-H014`)).status).toBe(200);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4');
    for (const { address } of others as { address: string }[]) {
      await expect(fetch(`http://${address}:${server.port}/`)).rejects.toThrow();
    }
  });

  it('says that a port is taken', async () => {
    await expect(start(houseAt(folder()), { port: server.port })).rejects.toThrow('ST-H014');
    await expect(start(houseAt(folder()), { host: '203.0.113.7', token: true })).rejects.toThrow('ST-H014');
  });

  it('wants a token where others could reach it', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'desk.lan']) {
      await expect(start(houseAt(folder()), { host })).rejects.toThrow('ST-H015');
    }
    await expect(start(houseAt(folder()), { host: '0.0.0.0', token: 'short' })).rejects.toThrow('ST-H015');
    await expect(start(houseAt(folder()), { token: 'with a space in it, long' })).rejects.toThrow('ST-H015');
  });

  it('makes a token that nobody guesses', async () => {
    const one = await start(houseAt(folder()), { token: true });
    const other = await start(houseAt(folder()), { token: true });
    const tokens = [one, other].map(({ url }) => new URL(url).searchParams.get('token')!);
    expect(tokens[0]).toMatch(/^[\w-]{32}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
    expect((await fetch(new URL('/api/explain', one.url))).status).toBe(401);
    expect((await fetch(one.url, { redirect: 'manual' })).status).toBe(303);
    await one.close();
    await other.close();
  });

  it('says the addresses at which others reach it, which are let in, and says none where nobody does', async () => {
    expect(server.others).toEqual([]);
    const one = await start(houseAt(folder()), { host: '0.0.0.0', token: true });
    const token = new URL(one.url).search;
    for (const address of one.others) {
      expect(new URL(address)).toMatchObject({ port: String(one.port), search: token });
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
      expect(address).not.toContain('127.0.0.1');
    }
    const external = Object.values(networkInterfaces())
      .flat()
      .filter((net) => net && !net.internal && net.family === 'IPv4');
    expect(one.others).toHaveLength(external.length);
    await one.close();
  });

  it('leaves nothing open when it closes, even where a page listens', async () => {
    const one = await start(houseAt(folder()));
    const listening = await fetch(`${one.url}api/events`);
    expect(listening.status).toBe(200);
    await one.close();
    await expect(fetch(one.url)).rejects.toThrow();
  });
});

describe('raw requests that leave the folder', () => {
  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00/etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/api/dossiers/../../secret.txt',
    '/api/dossiers/..%2f..%2fsecret.txt',
    '/api/dossiers/%252e%252e%252fsecret.txt',
    '/C:/Windows/win.ini',
  ])('%s gets nothing', async (path) => {
    writeFileSync(join(cwd, 'secret.txt'), 'swordfish root:');
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404|503) /);
    expect(answer).not.toMatch(/swordfish|root:/);
  });
});

describe('malformed requests', () => {
  it('with a rebound name, two hosts or none are refused', async () => {
    expect(await get('/api/world', `evil.example:${server.port}`)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await send('GET /api/world HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await send('GET /api/world HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.[01] 40[03] /);
    const two = `GET /api/world HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`;
    expect(await send(two)).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await get(`http://127.0.0.1:${server.port}/api/world`, 'evil.example')).toMatch(
      /^HTTP\/1\.1 40[03] /,
    );
  });

  it('with huge heads are refused', async () => {
    const head = `X-Padding: ${'x'.repeat(20_000)}`;
    const answer = await send(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${head}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('with a body that is longer than it says, or without end, are cut off', async () => {
    const start = `POST /api/dossiers HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nConnection: close\r\n`;
    const said = await send(`${start}Content-Length: 99999999\r\n\r\n{`);
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const endless = await send(`${start}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(80)}`);
    expect(endless === '' || /^HTTP\/1\.1 413 /.test(endless)).toBe(true);
  });

  it('that are no HTTP at all leave the server standing', async () => {
    await send('\x16\x03\x01 hello\r\n\r\n');
    await send('GET / HTTP/1.1\r\nHost: \0\r\n\r\n');
    expect((await fetch(`${server.url}api/explain/ST-H014`)).status).toBe(200);
  });
});
