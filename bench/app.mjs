// Speed of the app in headless Chromium: first paint, verdict on a server that has just started, what-ifs over 50 toggles,
// and the size of the scripts. Run by `npm run bench`, after `npm run build`; skipped loudly where there is no Chromium. Fails only
// where it cannot run.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../dist/cli/chromium.js';
import { budget, fetchedAtMost, scriptSizes } from '../scripts/script-sizes.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const print = (line) => process.stdout.write(`${line}\n`);
const toggles = 50;
const tell = (line) => process.stderr.write(`${line}\n`);
/** Longest wait for the verdict, and for one toggle [ms]. */
const patience = { timeout: 300_000 };
const limit = 15_000;

print(
  `scripts, gzipped: ${(fetchedAtMost(scriptSizes()) / 1000).toFixed(1)} KB at most for one reader, budget ${budget / 1000} KB`,
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

/**
 * Milliseconds from a press to the painted answer to it, reweighted or exact; undefined where none came in time. What is
 * measured is the frame after the one in which the page says that it shows the answer to its address.
 */
const toggle = (i) =>
  page.evaluate(
    ({ i, limit }) => {
      const boxes = document.querySelectorAll('.moved li input');
      const { dataset } = document.querySelector('main');
      const before = location.search;
      const begin = performance.now();
      boxes[i % boxes.length].click();
      return new Promise((resolve) => {
        const look = () => {
          const answered = location.search !== before && dataset.answers === location.search;
          if (answered)
            requestAnimationFrame(() => resolve({ ms: performance.now() - begin, run: dataset.run }));
          else if (performance.now() - begin > limit) resolve(null);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    { i, limit },
  );

const measured = [];
let late = 0;
for (let i = 0; i < toggles; i++) {
  const found = await toggle(Math.floor(i / 2));
  if (found) measured.push(found.ms);
  else late += 1;
  tell(
    `toggle ${i + 1} of ${toggles}: ${found ? `${found.ms.toFixed(0)} ms` : `no answer in ${limit / 1000} s`}`,
  );
}
const sorted = measured.toSorted((a, b) => a - b);
const at = (share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0) ?? '-';
print(
  `what-if, from press to painted numbers, ${toggles} toggles: median ${at(0.5)} ms · p90 ${at(0.9)} ms · slowest ${at(1)} ms · ${late} without an answer in ${limit / 1000} s`,
);

await browser.close();
server.kill();
rmSync(cwd, { recursive: true, force: true });
