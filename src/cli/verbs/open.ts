import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { error } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { appIsBuilt } from '../../server/app-files.ts';
import { start } from '../../server/start.ts';
import { type Context, opened, refuse } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { houseOf } from '../house.ts';
import { shown } from '../options.ts';
import { showFaults } from '../show-faults.ts';

export interface OpenOptions {
  port?: string;
  browser: boolean;
  host?: string;
  token?: string | true;
}

/** `sandtable open`: serves the app until it is stopped. */
export async function openVerb(reference: string, options: OpenOptions, context: Context): Promise<ExitCode> {
  const { effects } = context;
  const { cwd, id } = await homeOf(reference, context);
  const house = houseOf(cwd, id, context);
  house.answers.expect(id);
  if (!appIsBuilt(house.app)) {
    showFaults([error('ST-H016', say('The screens are not built.'), say('Run `npm run build`.'))], effects);
  }
  const { host, token } = options;
  const server = await start(house, {
    ...(options.port !== undefined && { port: portOf(options.port) }),
    ...(host !== undefined && { host }),
    ...(token !== undefined && { token }),
  });
  const pageAt = (address: string) => Object.assign(new URL(address), { pathname: `/d/${id}` });
  const page = pageAt(server.url);
  effects.stdout(`${page.href}\n`);
  for (const address of server.others) effects.stderr(`For others: ${pageAt(address).href}\n`);
  effects.stderr('Serving until you press Ctrl+C.\n');
  if (options.browser) await effects.browse?.(page.href);
  void server.warm();
  await effects.stopped?.();
  await server.close();
  return exitCodes.done;
}

/** The working folder of the app, and the dossier it begins with: a folder called by its path is seen from its parent. */
async function homeOf(reference: string, context: Context): Promise<{ cwd: string; id: string }> {
  const { effects, engine } = context;
  if (engine.known(effects.cwd).includes(reference)) return { cwd: effects.cwd, id: reference };
  const folder = resolve(effects.cwd, reference);
  if (!existsSync(join(folder, 'hub.yaml'))) {
    await opened(reference, context);
    return { cwd: effects.cwd, id: reference };
  }
  const cwd = dirname(folder);
  const id = basename(folder);
  if (engine.known(cwd).includes(id)) return { cwd, id };
  return refuse(
    'ST-X013',
    say('`{id}` cannot be the id of a dossier.', { id: shown(id) }),
    say('Give its folder a name of lower-case letters, digits and hyphens.'),
  );
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  return refuse(
    'ST-X003',
    say('`--port {text}` is no port.', { text: shown(text) }),
    say('Write for example {example}.', { example: '--port 4545' }),
  );
}
