// Speed of the app in headless Chromium: first paint and verdict from `sandtable open` on, of what the build has answered and
// of what nobody has; again in a page opened on the running server; what-ifs over 50 toggles; and the size of the scripts.
// Run by `npm run bench`, after `npm run build`; skipped loudly where there is no Chromium. Fails only where it cannot run.
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
const tell = (line) => process.stderr.write(`${line}\n`);
const toggles = 50;
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

// The browser runs already when somebody types the command.
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** Types `sandtable open` in an empty folder, and waits for the address that it prints. */
async function open() {
  const cwd = mkdtempSync(join(tmpdir(), 'sandtable-bench-'));
  const typed = performance.now();
  const server = spawn(process.execPath, [path('dist/cli/main.js'), 'open', '--no-browser'], { cwd });
  const origin = await new Promise((resolve) => {
    server.stdout.once('data', (text) => resolve(new URL(String(text).split('\n')[0]).origin));
  });
  const stop = async () => {
    server.kill();
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(cwd, { recursive: true, force: true });
  };
  return { typed, origin, stop, context: await browser.newContext() };
}

/** Opens the verdict in a new page and waits until what-ifs are answered there: seconds from `begin` to each. */
async function visit({ origin, context }, begin, query = '') {
  const page = await context.newPage();
  const went = performance.now();
  await page.goto(`${origin}/d/xinjiang-qinghai?lang=en${query}`);
  await page.waitForSelector('[data-answer]', patience);
  const verdict = performance.now() - begin;
  await page.waitForSelector('main[data-run^="st1-"]', patience);
  const whole = performance.now() - begin;
  const [paint] = await page.evaluate(() =>
    performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime),
  );
  await page.waitForSelector('[data-engine="open"]', patience);
  const engine = performance.now() - begin;
  return {
    page,
    paint: (paint + went - begin) / 1000,
    ...{ verdict: verdict / 1000, whole: whole / 1000, engine: engine / 1000 },
  };
}

/** The verdict is its word and number; the whole of it has its figures and its evidence, too. */
const shown = ({ paint, verdict, whole, engine }) =>
  `first paint ${paint.toFixed(2)} s · verdict ${verdict.toFixed(2)} s · whole ${whole.toFixed(2)} s · engine in the page ready ${engine.toFixed(1)} s`;

const other = await open();
print(
  `from \`sandtable open\`, another seed, all computed: ${shown(await visit(other, other.typed, '&seed=11'))}`,
);
await other.context.close();
await other.stop();
const served = await open();
const cold = await visit(served, served.typed);
print(
  `from \`sandtable open\`, the verdict of the build:   ${shown(cold)} (targets: paint 1 s, verdict 2 s)`,
);
await cold.page.close();
const warm = await visit(served, performance.now());
print(`a page opened on the running server:               ${shown(warm)}`);

/**
 * Milliseconds from a press to the painted answer to it, reweighted or exact; undefined where none came in time. What is
 * measured is the frame after the one in which the page says that it shows the answer to its address.
 */
const toggle = (i) =>
  warm.page.evaluate(
    ({ i, limit }) => {
      const boxes = document.querySelectorAll('.moved li input');
      const { dataset } = document.querySelector('main');
      const before = location.search;
      const begin = performance.now();
      boxes[i % boxes.length].click();
      return new Promise((resolve) => {
        const look = () => {
          const answered = location.search !== before && dataset.answers === location.search;
          if (answered) requestAnimationFrame(() => resolve(performance.now() - begin));
          else if (performance.now() - begin > limit) resolve(undefined);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    { i, limit },
  );

/** Leaves an item out, then takes it back, then the next. */
const measured = { out: [], back: [] };
for (let i = 0; i < toggles; i++) {
  const took = await toggle(Math.floor(i / 2));
  (i % 2 === 0 ? measured.out : measured.back).push(took);
  tell(`toggle ${i + 1} of ${toggles}: ${took ? `${took.toFixed(0)} ms` : `no answer in ${limit / 1000} s`}`);
}

function spread(times) {
  const sorted = times.filter((time) => time !== undefined).sort((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0) ?? '-';
  const late = times.length - sorted.length;
  const none = late > 0 ? ` · ${late} without an answer in ${limit / 1000} s` : '';
  return `median ${at(0.5)} ms · p90 ${at(0.9)} ms · slowest ${at(1)} ms${none}`;
}

const { out, back } = measured;
print(`the first what-if: ${out[0]?.toFixed(0) ?? '-'} ms`);
print('what-if, from press to painted numbers (target: median of 50 toggles 100 ms)');
print(`  all ${toggles}:                    ${spread([...out, ...back])}`);
print(`  an item left out, reweighted: ${spread(out)}`);
print(`  and taken back, as it was:    ${spread(back)}`);

await browser.close();
await served.stop();
