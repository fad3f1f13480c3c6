import { expect, it } from 'vitest';
import { browse, openerOf } from '../../src/cli/browse.ts';

const url = 'http://127.0.0.1:4545/d/a?b=c&d=$(touch x)';

it('hands the address over as one argument, never to a shell', () => {
  for (const platform of ['darwin', 'linux', 'win32'] as const) {
    const [command, ...args] = openerOf(platform, url);
    expect(args.at(-1)).toBe(url);
    expect(command).not.toMatch(/sh|cmd/);
  }
});

it('does not mind where there is no browser', async () => {
  const path = process.env.PATH;
  process.env.PATH = '';
  try {
    await expect(browse(url)).resolves.toBeUndefined();
    // An opener that is not found says so later, by an event that nobody may be left to hear.
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.env.PATH = path;
  }
});
