import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Message, say } from '../errors/message.ts';
import { refuse } from './problem.ts';

/** Whom the server answers. */
export interface Gate {
  /** Name or address it listens on. */
  host: string;
  port: number;
  /** Known to those who may ask; everybody on this machine may where it is left out. */
  token?: string;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

/**
 * What a `Host` header may say. A page that rebinds a name of its own to this machine says that name, so names are
 * accepted only where they are the server's own; addresses cannot be rebound.
 */
export function hostAllowed(header: string | undefined, { host, port }: Gate): boolean {
  const [, name = '', at = '80'] = /^(\[[0-9a-f:.]+\]|[^:]+)(?::(\d{1,5}))?$/i.exec(header ?? '') ?? [];
  if (Number(at) !== port) return false;
  const bare = name.toLowerCase();
  if (loopback.includes(bare) || bare === host.toLowerCase()) return true;
  return !isLoopback(host) && isIP(bare.replace(/^\[|\]$/g, '')) !== 0;
}

/** Refuses requests that a page from elsewhere made a browser send. */
export function guard(gate: Gate): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host');
    if (!hostAllowed(host, gate))
      elsewhere(say('The request names the host `{host}`.', { host: shown(host) }));
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) {
      elsewhere(say('The request comes from a page of `{origin}`.', { origin: shown(origin) }));
    }
    const site = c.req.header('sec-fetch-site');
    const opened = c.req.method === 'GET' && c.req.header('sec-fetch-dest') === 'document';
    const ours = site === undefined || site === 'same-origin' || site === 'none';
    if (!ours && !(opened && !c.req.path.startsWith('/api/'))) {
      elsewhere(say('A page of another address made this request.'));
    }
    return next();
  };
}

/** Asks for the token where there is one: from the address that was printed, then from a cookie or a header. */
export function tokenGate({ token, port }: Gate): MiddlewareHandler {
  const cookie = `sandtable-${port}`;
  return async (c, next) => {
    if (token === undefined) return next();
    const url = new URL(c.req.url);
    const given = url.searchParams.get('token');
    if (given !== null && same(given, token) && c.req.method === 'GET') {
      url.searchParams.delete('token');
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      // Two slashes at the beginning would lead to another server.
      return c.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303);
    }
    const [, bearer] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    const said = bearer ?? getCookie(c, cookie);
    if (said === undefined || !same(said, token)) {
      const reader = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
      if (reader && !c.req.path.startsWith('/api/')) return c.html(tokenPage, 401);
      refuse(
        'ST-H002',
        say('This server asks for a token.'),
        say('Open the whole address that the server printed.'),
      );
    }
    return next();
  };
}

/** For a browser that has only the bare address. */
const tokenPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sandtable</title>
<h1>This table asks for a token (ST-H002)</h1>
<p>Open the whole address that the server printed, with <code>?token=</code> in it; ask whoever started it.</p>
<p lang="zh-CN">请打开服务器打印的完整地址（其中含 <code>?token=</code>），可向启动者索取。</p>
</html>
`;

/** Compares in a time that tells nothing about where two texts differ. */
function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function elsewhere(what: Message): never {
  return refuse('ST-H001', what, say('Open the address that `sandtable open` printed.'));
}

const shown = (text: string | undefined) => (text ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
