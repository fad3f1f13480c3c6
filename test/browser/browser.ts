import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../../src/cli/chromium.ts';
import { build } from '../build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Chromium where there is one; tests that need it are skipped otherwise, and say so. */
export const executable = findChromium(process.env);
if (!executable) {
  process.stderr.write('\n*** NO CHROMIUM: every browser test is skipped (apt-get install chromium) ***\n\n');
}

export interface Served {
  /** Address of the first page, with its path. */
  url: string;
  /** Address without a path: `http://127.0.0.1:4545`. */
  origin: string;
  /** Working folder of the server: the user's dossiers. */
  cwd: string;
  /** Sends a signal and waits until the process has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built `sandtable open` as a user does, in a folder of its own, on a free port; files no larger than `kilobytes`. */
export async function serve(
  args: readonly string[] = [],
  at?: { cwd: string; kilobytes?: number },
): Promise<Served> {
  const cwd = at?.cwd ?? mkdtempSync(join(tmpdir(), 'sandtable-open-'));
  const line = [process.execPath, join(root, 'dist/cli/main.js'), 'open', '--no-browser', ...args];
  const [command, ...rest] = at?.kilobytes === undefined ? line : limited(line, at.kilobytes);
  const child = spawn(command!, rest, { cwd });
  const url = await firstLine(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
    if (!at) rmSync(cwd, { recursive: true, force: true });
  };
  return { url, origin: new URL(url).origin, cwd, stop };
}

/** A command that can write no file larger than so many kilobytes, and is told so instead of being ended. */
function limited(line: readonly string[], kilobytes: number): string[] {
  const blocks = 2 * kilobytes;
  return ['sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh', ...line];
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout!.on('data', (part) => {
      out += part;
      if (out.includes('\n')) resolve(out.split('\n')[0]!);
    });
    child.stderr!.on('data', (part) => {
      err += part;
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${err}`)));
  });
}

/** A headless Chromium that cannot resolve any name but this machine's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable!,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--disable-background-networking',
      '--disable-component-update',
      '--force-color-profile=srgb',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/** A browser and the app on a dossier. */
export interface Table {
  browser: Browser;
  served: Served;
}

/** Opens a table before the first test of a suite and closes it after the last. */
export function tableOn(...args: readonly string[]): Table {
  const table = {} as Table;
  beforeAll(async () => {
    build();
    [table.served, table.browser] = await Promise.all([serve(args), launch()]);
  }, 300_000);
  afterAll(async () => {
    await table.browser?.close();
    await table.served?.stop();
  });
  return table;
}

/** Makes a dossier of one's own in a folder: a copy of the invented one. @returns its folder */
export function own(cwd: string, id = 'mine'): string {
  const folder = join(cwd, id);
  cpSync(join(root, 'dossiers/two-halls'), folder, { recursive: true });
  const hub = join(folder, 'hub.yaml');
  writeFileSync(hub, readFileSync(hub, 'utf8').replace(/^id: two-halls/m, `id: ${id}`));
  return folder;
}

/** Goes to an address as a link within the app does: the page stays, and with it the worker and what it drew. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

export interface Watched {
  page: Page;
  /** Requests that went anywhere but to the server: must stay empty. */
  left: string[];
  /** Errors on the console and uncaught exceptions, refusals of the content policy among them: must stay empty. */
  errors: string[];
}

/** A page that is watched: every request that leaves the machine and every error is written down. */
export async function open(
  browser: Browser,
  { origin }: Pick<Served, 'origin'>,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const left: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url)) left.push(url);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (problem) => errors.push(problem.message));
  return { page, left, errors };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until something is so; asked from outside, since the page itself evaluates no text. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + 100_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`It never became so: ${expression}`);
    await page.waitForTimeout(50);
  }
}

/** Faults that axe calls serious or critical, in words, and how much wider the page is than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  )) as string[];
  const wide = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return wide > 1 ? [...found, `${wide} px too wide`] : found;
}
