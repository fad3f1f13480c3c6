import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../errors/message.ts';
import { findChromium } from './chromium.ts';
import { refuse } from './context.ts';
import type { Effects } from './effects.ts';

const longest = 60_000;

/**
 * Prints a page to a PDF with an installed Chromium that asks no network for anything.
 *
 * @param page a whole page without script
 * @param file where the PDF is written
 * @throws SandtableError ST-H017, ST-X014
 */
export async function print(page: string, file: string, { env }: Pick<Effects, 'env'>): Promise<void> {
  const browser = findChromium(env);
  if (!browser) {
    return refuse(
      'ST-H017',
      say('No Chromium, Chrome or Edge was found.'),
      say('Install one, name it in CHROME_PATH, or write --html brief.html and print that.'),
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'sandtable-print-'));
  try {
    const source = join(folder, 'page.html');
    writeFileSync(source, page);
    const said = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${file}`,
      // The superuser cannot use the sandbox; the page has no script that it would have to hold.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(source).href,
    ]);
    if (!statSync(file, { throwIfNoEntry: false })?.size) {
      refuse(
        'ST-X014',
        say('The PDF was not written: {reason}.', {
          reason: said.slice(-200) || say('the browser said nothing'),
        }),
        say('Check the path.'),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longest });
    let said = '';
    child.stderr.on('data', (part) => {
      said = (said + part).slice(-2000);
    });
    child.once('error', (problem) => resolve(problem.message));
    child.once('exit', () => resolve(said.replace(/\s+/g, ' ').trim()));
  });
}
