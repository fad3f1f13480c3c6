import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import { say } from '../errors/message.ts';
import { api } from './api.ts';
import { isLoopback } from './guard.ts';
import type { House } from './house.ts';
import { refusal, refuse } from './problem.ts';

/** Where to listen, and who may ask. */
export interface Listening {
  host?: string;
  /** A free one where left out. */
  port?: number;
  /** `true` makes one. */
  token?: string | true;
}

export interface Started {
  /** Address to open, with the token where there is one. */
  url: string;
  port: number;
  /** The same for those who reach this machine by its addresses in the network; none where it listens on one alone. */
  others: readonly string[];
  /** Computes the first verdict before somebody asks for it. */
  warm(): Promise<unknown>;
  close(): Promise<void>;
}

const shortest = 16;

/**
 * Starts the server, on this machine alone unless told otherwise.
 *
 * @throws SandtableError ST-H014, ST-H015
 */
export async function start(house: House, asked: Listening = {}): Promise<Started> {
  const { host = '127.0.0.1' } = asked;
  const token = tokenOf(host, asked.token);
  // How often slow requests are looked for; half a minute by default.
  const server = createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval: 2000 });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxConnections = 256;
  const port = await listening(server, host, asked.port ?? 0);
  const { app, warm, close } = api(house, { host, port, ...(token !== undefined && { token }) });
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const addressAt = (name: string) =>
    `http://${name.includes(':') ? `[${name}]` : name}:${port}/${token === undefined ? '' : `?token=${token}`}`;
  return {
    url: addressAt(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host),
    port,
    others: addressesBehind(host).map(addressAt),
    warm,
    close: async () => {
      close();
      await house.answers.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Addresses of this machine in the network, where a server listens on all of them. */
function addressesBehind(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family, scopeid }) => !internal && !scopeid && (family === 'IPv4' || host === '::'))
    .map(({ address }) => address);
}

function tokenOf(host: string, token: string | true | undefined): string | undefined {
  if (token === undefined) {
    if (isLoopback(host)) return undefined;
    return refuse(
      'ST-H015',
      say('Others can reach `{host}`.', { host }),
      say('Add --token, or leave --host out.'),
    );
  }
  if (token === true) return randomBytes(24).toString('base64url');
  if (/^[\w-]+$/.test(token) && token.length >= shortest) return token;
  const what = say('The token is too short or has other signs than letters, digits, - and _.');
  const fix = say('Give at least {shortest}, or --token alone to get a fresh one.', { shortest });
  return refuse('ST-H015', what, fix);
}

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      reject(
        refusal(
          'ST-H014',
          say('{address} cannot be used ({code}).', {
            address: `${host}:${port}`,
            code: problem.code ?? '?',
          }),
          say('Choose another --port.'),
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
