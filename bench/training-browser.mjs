// Speed of the search for training plans in a worker of a browser: the same spaces and questions as bench/training.mjs.
//
//   npm run build && npm --prefix bench ci && node bench/training-browser.mjs
//
// The modules of dist/ are served as they are, and the worker imports them. Processor time is that of the process of the
// page, as Chromium tells it, collection of garbage and compilation included; the least of five rounds in one worker.
// Skipped loudly where there is no Chromium.
import { fileURLToPath } from 'node:url';
import { findChromium } from '../dist/cli/chromium.js';
import { loadData } from '../dist/dossier/folder.js';
import { parseTrainingKnowledge } from '../dist/training/knowledge.js';
import { spaces } from './calculon-space.mjs';
import { launched, modulesPage } from './modules-page.mjs';
import { questions } from './training-questions.mjs';

const print = (line) => process.stdout.write(`${line}\n`);
const executablePath = findChromium(process.env);
if (!executablePath) {
  print('*** NO CHROMIUM: the search is not measured in a browser ***');
  process.exit(0);
}

const root = new URL('..', import.meta.url);
const browser = await launched(executablePath);
const { page, server } = await modulesPage(browser);

await page.evaluate(() => {
  window.worker = new Worker('/bench/training-worker.mjs', { type: 'module' });
});
const protocol = await browser.newBrowserCDPSession();
const processor = async () => {
  const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? cpuTime : 0), 0);
};

/** What the worker answers to a message, with the processor time it took. */
async function ask(message) {
  const before = await processor();
  const answer = await page.evaluate(
    (sent) =>
      new Promise((resolve, reject) => {
        window.worker.onerror = (event) => reject(new Error(event.message));
        window.worker.onmessage = ({ data }) => resolve(data);
        window.worker.postMessage(sent);
      }),
    message,
  );
  return { ...answer, cpu: ((await processor()) - before) / answer.rounds };
}

async function best(message) {
  const rounds = [];
  for (let round = 0; round < 5; round++) rounds.push(await ask(message));
  return rounds.toSorted((a, b) => a.cpu - b.cpu)[0];
}

const { training, models } = parseTrainingKnowledge(loadData(fileURLToPath(new URL('data', root))));
const numbers = { constants: training.constants, memory: training.memory };
const machineOf = (chip) => training.machines.get(chip);
let missed = 0;
function row(name, { counted, cpu, wall }, target) {
  const rate = counted / cpu / 1e6;
  const met = target ? counted === target.candidates && cpu <= target.seconds : rate >= 1;
  if (!met) missed++;
  const wanted = target ? `${target.candidates} in ${target.seconds} s` : '1.00 million a second';
  print(
    `${name.padEnd(56)} ${String(counted).padStart(9)} plans  ${cpu.toFixed(3)} s processor  ${wall.toFixed(3)} s wall  ${rate.toFixed(2)} million a second  (target ${wanted}: ${met ? 'met' : 'missed'})`,
  );
}

print(`in a worker of Chromium ${browser.version()}`);
for (const space of spaces) {
  const problem = { model: models.get(space.id), machine: machineOf('a100-80') };
  row(`Calculon's space: ${space.name}`, await best({ space, problem, numbers }), space);
}
for (const { id, chip, ...rest } of questions) {
  const question = { model: models.get(id), machine: machineOf(chip), year: 2026, ...rest };
  row(`own space: ${id} on ${rest.chips} ${chip}`, await best({ question, numbers }));
}
await browser.close();
server.close();
process.exitCode = missed > 0 ? 1 : 0;
