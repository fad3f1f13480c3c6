import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Effects } from '../../../src/cli/effects.ts';
import { openVerb } from '../../../src/cli/verbs/open.ts';
import { folder, inventing, line, sandtable } from '../harness.ts';

/** Opens, asks something while it serves, and stops. */
async function opening(reference: string, cwd: string, options: object = {}) {
  const out = { stdout: '', browsed: '', status: 0, code: -1 };
  let stop = () => {};
  const effects: Effects = {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: () => {},
    terminal: { stdin: false, stdout: false, stderr: false },
    columns: 80,
    env: {},
    cwd,
    seconds: () => 0,
    browse: async (url) => {
      out.browsed = url;
    },
    stopped: async () => {
      const { origin } = new URL(out.stdout.trim());
      out.status = (await fetch(`${origin}/api/dossiers/minimal`)).status;
      stop();
    },
  };
  const ended = new Promise<void>((resolve) => {
    stop = resolve;
  });
  out.code = await openVerb(reference, { browser: true, ...options }, { effects, engine: inventing, line });
  await ended;
  return out;
}

it('prints the address of the dossier, opens the browser there, and serves until it is stopped', async () => {
  const { stdout, browsed, code } = await opening('xinjiang-qinghai', folder());
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/d\/xinjiang-qinghai\n$/);
  expect(browsed).toBe(stdout.trim());
  expect(code).toBe(0);
});

it('sees a folder that is called by its path from its parent', async () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'elsewhere'));
  cpSync('test/fixtures/dossier/minimal', join(cwd, 'elsewhere/minimal'), { recursive: true });
  const { stdout, status } = await opening('elsewhere/minimal', cwd, { browser: false });
  expect(stdout).toMatch(/\/d\/minimal\n$/);
  expect(status).toBe(200);
});

it('puts the token into the address', async () => {
  const { stdout } = await opening('xinjiang-qinghai', folder(), { token: true });
  expect(stdout).toMatch(/\/d\/xinjiang-qinghai\?token=[\w-]{32}\n$/);
});

it.each([
  ['open no-such-hub', 'ST-X004'],
  ['open --port nonsense', 'ST-X003'],
  ['open --port 70000', 'ST-X003'],
  ['open --host 0.0.0.0', 'ST-H015'],
])('refuses %s with %s', async (typed, code) => {
  const { stderr, code: exit } = await sandtable(typed, { cwd: folder() });
  expect(stderr).toContain(code);
  expect(exit).toBe(2);
});
