import { cpSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Engine } from '../../src/cli/engine.ts';
import { houseOf } from '../../src/cli/house.ts';
import { api } from '../../src/server/api.ts';
import type { Gate } from '../../src/server/guard.ts';
import type { House } from '../../src/server/house.ts';
import { folder, inventing, line } from '../cli/harness.ts';

export const port = 4545;

/** A working folder with one dossier of its own, `minimal`. */
export function workingFolder(): string {
  const cwd = folder();
  cpSync('test/fixtures/dossier/minimal', join(cwd, 'minimal'), { recursive: true });
  return cwd;
}

/** The house behind the server, with invented numbers. */
export function houseAt(cwd: string, engine: Engine = inventing): House {
  return { ...houseOf(cwd, 'xinjiang-qinghai', { engine, line }), app: join(cwd, 'no-app') };
}

/** Asks the server without a network: by an address, as the app's own page does. */
export function asking(cwd: string, options: { gate?: Partial<Gate>; house?: House } = {}) {
  const house = options.house ?? houseAt(cwd);
  const { app } = api(house, { host: '127.0.0.1', port, ...options.gate });
  return async (address: string, init: RequestInit = {}) => {
    const headers = { host: `127.0.0.1:${port}`, ...(init.headers as Record<string, string>) };
    return app.request(`http://127.0.0.1:${port}${address}`, { ...init, headers });
  };
}

/** An answer as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into many shapes
export const json = async (response: Response): Promise<any> => response.json();

/** Sends bytes as they are, which no well-behaved client would, and returns what comes back. */
export function raw(to: number, text: string, wait = 3000): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(to, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(wait, () => socket.destroy());
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
