// Whether placing a model for serving is instant in a browser: searches in a worker of Chromium, and the app's planner from press to
// painted answer.
//
//   npm run build && node bench/serving-browser.mjs
//
// The modules of dist/ are served as they are, and the worker imports them; the planner asks the server that `sandtable open`
// starts, which simulates a service under limits request by request. Milliseconds of wall time, fastest and median of several;
// skipped loudly where there is no Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../dist/cli/chromium.js';
import { loadData } from '../dist/dossier/folder.js';
import { parseServingKnowledge } from '../dist/serving/knowledge.js';
import { servingTask } from '../dist/serving/serve.js';
import { launched, modulesPage } from './modules-page.mjs';
import { questions, taskOf } from './serving-questions.mjs';

const print = (line) => process.stdout.write(`${line}\n`);
const executablePath = findChromium(process.env);
if (!executablePath) {
  print('*** NO CHROMIUM: serving is not measured in a browser ***');
  process.exit(0);
}

/** What nobody feels as a wait [ms]. */
const instant = 100;
const presses = 12;
const patience = { timeout: 300_000 };
const root = new URL('..', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
let missed = 0;
const judged = (ms) => {
  if (ms > instant) missed++;
  return ms <= instant ? 'met' : 'missed';
};

const browser = await launched(executablePath);
print(`in Chromium ${browser.version()}`);
await searches();
await planner();
await browser.close();
process.exitCode = missed > 0 ? 1 : 0;

async function searches() {
  const { page, server } = await modulesPage(browser);
  const knowledge = parseServingKnowledge(
    loadData(path('data')),
    readFileSync(path('data/published/serving-runs.csv'), 'utf8'),
  );
  for (const question of questions) {
    const { task, name } = taskOf(question, { knowledge, servingTask });
    const { once, ms, counted } = await page.evaluate(searched, task);
    print(
      `search of ${name}: first ${once.toFixed(0)} ms, then ${ms.toFixed(1)} ms for ${counted} placements ` +
        `(target ${instant} ms: ${judged(Math.max(once, ms))})`,
    );
  }
  await page.close();
  server.close();
}

/** In the page: a search by a worker that has just started. */
function searched(task) {
  const worker = new Worker('/bench/serving-worker.mjs', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

async function planner() {
  const cwd = mkdtempSync(join(tmpdir(), 'sandtable-bench-'));
  const server = spawn(process.execPath, [path('dist/cli/main.js'), 'open', '--no-browser'], { cwd });
  const origin = await new Promise((resolve) => {
    server.stdout.once('data', (text) => resolve(new URL(String(text).split('\n')[0]).origin));
  });
  const page = await browser.newPage();
  await page.goto(`${origin}/d/xinjiang-qinghai/capability?lang=en`);
  await page.waitForSelector('[data-planner="serve"]', patience);
  await page.waitForSelector('[data-engine="open"]', patience);
  // Under a limit services are simulated request by request: that is told, and no target is set for it.
  for (const slo of ['', 'tpot=50ms']) {
    await page.fill('[data-planner="serve"] input[name="slo"]', slo);
    await page.click('[data-planner="serve"] [data-plan]');
    await page.waitForSelector('[data-planned]', patience);
    const times = [];
    for (let i = 0; i < presses; i++) times.push(await page.evaluate(pressed, i + 1));
    print(
      `planner, ${slo || 'no limits'}, from press to painted answer: fastest ${Math.min(...times).toFixed(0)} ms, ` +
        `median ${median(times).toFixed(0)} ms${slo ? '' : ` (target ${instant} ms: ${judged(median(times))})`}`,
    );
  }
  server.kill();
  rmSync(cwd, { recursive: true, force: true });
}

/** In the page: milliseconds from a press to the frame after the one that shows the answer to a fleet nobody asked about before. */
async function pressed(i) {
  const section = document.querySelector('[data-planner="serve"]');
  const fleet = section.querySelector('input[name="chips"]');
  fleet.value = `${64 + 8 * i}x${['h20', 'h100-sxm5', 'ascend-910c'][i % 3]}`;
  fleet.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const begin = performance.now();
  section.querySelector('[data-plan]').click();
  return new Promise((resolve) => {
    let left = false;
    const look = () => {
      const there = section.querySelector('[data-planned]') !== null;
      left ||= !there;
      if (left && there) requestAnimationFrame(() => resolve(performance.now() - begin));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
