import { describe, expect, it } from 'vitest';
import { hostAllowed, isLoopback } from '../../src/server/guard.ts';
import { asking, json, port } from './harness.ts';

const local = { host: '127.0.0.1', port };

describe('the Host header', () => {
  it.each([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])(
    'may be %s',
    (host) => {
      expect(hostAllowed(host, local)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'localhost',
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `evil.example:${port}@127.0.0.1:${port}`,
    `127.0.0.1:${port}, evil.example`,
    `10.0.0.7:${port}`,
    `[::ffff:10.0.0.7]:${port}`,
    `0x7f.1:${port}`,
  ])('may not be %s: a rebound name is refused', (host) => {
    expect(hostAllowed(host, local)).toBe(false);
  });

  it('may be any address, but no other name, where others may reach the server', () => {
    const shared = { host: '0.0.0.0', port };
    expect(hostAllowed(`10.0.0.7:${port}`, shared)).toBe(true);
    expect(hostAllowed(`[fe80::1]:${port}`, shared)).toBe(true);
    expect(hostAllowed(`evil.example:${port}`, shared)).toBe(false);
    expect(hostAllowed(`desk.lan:${port}`, { host: 'desk.lan', port })).toBe(true);
  });
});

it('only this machine can reach a loopback address', () => {
  for (const host of ['127.0.0.1', 'localhost', '127.8.9.1', '::1', '[::1]'])
    expect(isLoopback(host)).toBe(true);
  for (const host of ['0.0.0.0', '::', '10.0.0.7', '127.0.0.1.example', 'desk.lan']) {
    expect(isLoopback(host)).toBe(false);
  }
});

describe('a request from elsewhere is refused', () => {
  const ask = asking(process.cwd());

  it.each([
    { host: `evil.example:${port}` },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
    { origin: `https://127.0.0.1:${port}` },
    { origin: `http://127.0.0.1:${port + 1}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' },
  ] as Record<string, string>[])('with %o', async (headers) => {
    const answer = await ask('/api/explain', { headers });
    expect(answer.status).toBe(403);
    expect((await json(answer)).code).toBe('ST-H001');
  });

  it('even for the first page where a frame or a script asks for it, but not where a link was followed', async () => {
    const from = (dest: string) =>
      ask('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest } });
    expect((await from('iframe')).status).toBe(403);
    expect((await from('script')).status).toBe(403);
    expect((await from('document')).status).toBe(503);
  });

  it('and one of its own page is answered', async () => {
    const own = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
    expect((await ask('/api/explain', { headers: own })).status).toBe(200);
  });
});

describe('a token', () => {
  const token = 'a-token-of-this-test';
  const ask = asking(process.cwd(), { gate: { token } });

  it.each([
    ['nothing', {}],
    ['a wrong one', { authorization: 'Bearer another-token-entirely' }],
    ['a part of it', { authorization: 'Bearer a-token-of-this' }],
    ['a longer one', { authorization: `Bearer ${token}s` }],
    ['a wrong cookie', { cookie: `sandtable-${port}=nonsense` }],
    ['basic credentials', { authorization: `Basic ${btoa(`user:${token}`)}` }],
  ])('is asked for where %s is said', async (_, headers) => {
    for (const address of ['/', '/api/world', '/api/openapi.json', '/nothing']) {
      const answer = await ask(address, { headers: headers as Record<string, string> });
      expect(answer.status, address).toBe(401);
      expect(await answer.text()).not.toContain(token);
    }
  });

  it('opens by the printed address, which is left at once for one without it', async () => {
    const first = await ask(`/d/minimal?token=${token}&prior=sceptic`);
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/d/minimal?prior=sceptic');
    const cookie = first.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const answer = await ask('/api/explain/ST-H002', { headers: { cookie: cookie.split(';')[0]! } });
    expect(answer.status).toBe(200);
  });

  it.each(['//evil.example/', '///evil.example/a', '/\\\\evil.example/', '//evil.example//b'])(
    'with the address %s leads to no other server',
    async (path) => {
      const answer = await ask(`${path}?token=${token}`);
      expect(answer.status).toBe(303);
      const target = new URL(answer.headers.get('location')!, `http://127.0.0.1:${port}`);
      expect(target.origin).toBe(`http://127.0.0.1:${port}`);
    },
  );

  it('is asked for in words where a browser has only the bare address', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' };
    const answer = await ask('/d/minimal', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toContain(token);
    expect((await ask('/api/world', { headers })).headers.get('content-type')).toContain('json');
  });

  it('opens by a header', async () => {
    const answer = await ask('/api/explain/ST-H002', { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
  });

  it('in the address of a wrong one leads nowhere', async () => {
    expect((await ask('/?token=wrong')).status).toBe(401);
  });
});
