// Speed of the app in headless Chromium: first paint, verdict on a server that has just started, what-ifs over 50 toggles,
// and the size of the scripts. Run by `npm run bench`, after `npm run build`; skipped loudly where there is no Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../dist/cli/chromium.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const print = (line) => process.stdout.write(`${line}\n`);
const toggles = 50;
const patience = { timeout: 300_000 };

const folder = path('dist/web/assets');
const sizes = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, kb: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000 }));
const sum = (list) => list.reduce((all, { kb }) => all + kb, 0);
const later =
  /^(?:map|sites|chips|capability|sources|edit|compare|bars|memory|label-places|controls-words|yaml-form)-/;
print(
  `scripts, gzipped: ${sum(sizes).toFixed(0)} KB in all, ${sum(sizes.filter(({ name }) => !later.test(name))).toFixed(0)} KB for the verdict with its worker`,
);

const executablePath = findChromium(process.env);
if (!executablePath) {
  print('*** NO CHROMIUM: the app is not measured ***');
  process.exit(0);
}

const cwd = mkdtempSync(join(tmpdir(), 'sandtable-bench-'));
const server = spawn(process.execPath, [path('dist/cli/main.js'), 'open', '--no-browser'], { cwd });
const origin = await new Promise((resolve) => {
  server.stdout.once('data', (text) => resolve(new URL(String(text).split('\n')[0]).origin));
});
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
const start = performance.now();
await page.goto(`${origin}/d/xinjiang-qinghai?lang=en`);
await page.waitForSelector('[data-answer]', patience);
const verdict = performance.now() - start;
const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
await page.waitForSelector('[data-engine="open"]', patience);
const opened = performance.now() - start;
print(
  `first paint ${paint?.toFixed(0)} ms · verdict ${(verdict / 1000).toFixed(1)} s · engine ready ${(opened / 1000).toFixed(1)} s`,
);

/** Milliseconds from a toggle to the moved headline, and what the worker took of them. */
const measured = await page.evaluate(async (count) => {
  const boxes = () => [...document.querySelectorAll('.moved li:not(.left-out) input')];
  const list = [];
  for (let i = 0; i < count; i++) {
    const before = document.querySelector('[data-quantity="compute"]').textContent + location.search;
    const begin = performance.now();
    boxes()[i % boxes().length].click();
    await new Promise((resolve) => {
      const look = () => {
        const now = document.querySelector('[data-quantity="compute"]').textContent + location.search;
        const live = document.querySelector('main').dataset.run === '';
        const fresh = now !== before && live && !document.querySelector('.stale');
        if (fresh || performance.now() - begin > 20_000) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    list.push(performance.now() - begin);
  }
  return list;
}, toggles);
const sorted = measured.toSorted((a, b) => a - b);
print(
  `what-if, from press to moved numbers, median of ${toggles}: ${sorted[toggles / 2].toFixed(0)} ms (slowest ${sorted.at(-1).toFixed(0)} ms)`,
);

await browser.close();
server.kill();
rmSync(cwd, { recursive: true, force: true });
