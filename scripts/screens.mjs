// Photographs every screen of the app into docs/screens: npm run build, then node scripts/screens.mjs.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../dist/cli/chromium.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const hub = '/d/xinjiang-qinghai';
const wide = { width: 1280, height: 900 };
/** Stands below the table of amounts once its last column is there. */
const later = '.scroll:has(.three) + .note';
const phone = { width: 360, height: 740 };

/** Name, address, what must be there, how it is looked at, and what is typed, pressed and waited for before. */
const shots = [
  ['verdict', `${hub}?lang=en`, '[data-engine="open"]', { size: wide }],
  ['library', '/?lang=en', '.card.first .thumb', { size: wide }],
  ['map', `${hub}/map?lang=en`, '.map-split svg', { size: wide }],
  ['sites', `${hub}/sites?lang=en`, '.site-table td', { size: wide }],
  ['site', `${hub}/sites/yiwu?lang=en`, '[data-site]', { size: wide }],
  ['evidence', `${hub}/evidence?lang=en`, '.matrix td', { size: wide }],
  [
    'document',
    `${hub}/evidence/yiwu-lit-2025-01?lang=en`,
    '[data-engine="open"]',
    { size: wide, theme: 'dark' },
  ],
  [
    'world',
    `${hub}?lang=en`,
    '[data-engine="open"]',
    { size: wide, presses: ['[data-draw]'], until: later, at: '.figure' },
  ],
  ['chips', `${hub}/chips?lang=en`, 'figure svg', { size: wide }],
  ['capability', `${hub}/capability?lang=en`, 'figure svg', { size: wide }],
  [
    'serving',
    `${hub}/capability?lang=en`,
    '[data-planner="serve"]',
    {
      size: wide,
      presses: ['[data-planner="serve"] [data-plan]'],
      until: '[data-load]',
      at: '[data-planner="serve"] [data-planned]',
    },
  ],
  [
    'runs',
    `${hub}/capability?lang=en`,
    '[data-figure$="-runs"]',
    { size: wide, theme: 'dark', at: '[data-figure$="-runs"]' },
  ],
  [
    'why',
    '/d/two-halls?lang=en&set=sites.hall-a.accelerators:950',
    '[data-why="accelerators"]',
    {
      size: wide,
      presses: ['[data-why="accelerators"]', 'dialog .trace-children > details > summary'],
      until: '[data-untry]',
    },
  ],
  ['site-phone-zh', `${hub}/sites/yiwu?lang=zh-CN`, '[data-site]', { size: phone, theme: 'dark' }],
  ['capability-phone-zh', `${hub}/capability?lang=zh-CN`, '[data-figure$="-runs"]', { size: phone }],
  ['library-phone', '/?lang=en', '.card.first .thumb', { size: phone, theme: 'dark' }],
  ['edit-phone-zh', `${hub}/edit?lang=zh-CN`, 'textarea.yaml', { size: phone, theme: 'dark' }],
  ['sources-phone-zh', `${hub}/sources?lang=zh-CN`, '.sources li', { size: phone }],
  ['chips-phone', `${hub}/chips?lang=en`, 'figure svg', { size: phone, theme: 'dark' }],
  [
    'reliability',
    `${hub}/evidence?lang=en&group=1&set=origins.hami-government.reliability:D`,
    '[data-trust]',
    { size: wide, at: '[data-trust="hami-government"]' },
  ],
  ['map-phone-zh', `${hub}/map?lang=zh-CN`, '.map-split svg', { size: phone, theme: 'dark' }],
  ['sources', `${hub}/sources?lang=en`, '.sources li', { size: wide, until: '[data-copy-citation]:enabled' }],
  [
    'edit',
    '/d/mine/edit?lang=en',
    'textarea.yaml',
    { size: wide, types: ['textarea.yaml', ['grade: B2', 'grade: B9']], presses: ['.faults button.quiet'] },
  ],
  ['matrix-phone', `${hub}/evidence?lang=en`, '.matrix td', { size: phone, theme: 'dark', at: '.matrix' }],
  [
    'amounts-phone-zh',
    `${hub}?lang=zh-CN`,
    '[data-engine="open"]',
    { size: phone, until: later, at: '.three' },
  ],
  [
    'supply-phone-zh',
    `${hub}/chips?lang=zh-CN`,
    '[data-figure$="-supply"] svg',
    { size: phone, at: '[data-figure$="-supply"]' },
  ],
  [
    'why-zh',
    `${hub}?lang=zh-CN`,
    '[data-engine="open"]',
    { size: wide, presses: ['[data-why="accelerators"]'], until: 'dialog .trace-children' },
  ],
  [
    'compare',
    `/compare?lang=en&a=two-halls&b=${encodeURIComponent('two-halls?prior=sceptic')}`,
    '[data-compared]',
    { size: wide },
  ],
  ['verdict-zh-dark', `${hub}?lang=zh-CN`, '[data-answer]', { size: wide, theme: 'dark' }],
  ['verdict-phone', `${hub}?lang=en`, '[data-answer]', { size: phone }],
  ['evidence-phone-zh', `${hub}/evidence?lang=zh-CN`, '.matrix td', { size: phone }],
];

const cwd = mkdtempSync(join(tmpdir(), 'sandtable-screens-'));
/** Makes a dossier of one's own, a copy of the invented one: others are not to be edited. The library is shown without. */
function makeOwn() {
  cpSync(path('dossiers/two-halls'), join(cwd, 'mine'), { recursive: true });
  const hubFile = join(cwd, 'mine/hub.yaml');
  writeFileSync(hubFile, readFileSync(hubFile, 'utf8').replace(/^id: two-halls/m, 'id: mine'));
}
const server = spawn(process.execPath, [path('dist/cli/main.js'), 'open', '--no-browser'], { cwd });
const origin = await new Promise((resolve) => {
  server.stdout.once('data', (text) => resolve(new URL(String(text).split('\n')[0]).origin));
});
const browser = await chromium.launch({
  executablePath: findChromium(process.env),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(path('docs/screens'), { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, address, there, { size, theme = 'light', types, presses = [], until, at }] of shots) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (address.startsWith('/d/mine/')) makeOwn();
  const page = await browser.newPage({ viewport: size, colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto(origin + address);
  await page.waitForSelector(there, { timeout: 180_000 });
  if (types) {
    const [box, [from, to]] = types;
    await page.fill(box, (await page.inputValue(box)).replace(from, to));
  }
  for (const one of presses) await page.click(one);
  if (until) await page.waitForSelector(until, { timeout: 120_000 });
  if (address.startsWith('/d/')) await page.waitForSelector('[data-engine="open"]', { timeout: 120_000 });
  await page.waitForSelector('.skeleton', { state: 'detached', timeout: 120_000 });
  await page.waitForTimeout(1500);
  if (at)
    await page
      .locator(at)
      .first()
      .evaluate((one) => {
        one.scrollIntoView({ block: 'start' });
        scrollBy(0, -90);
      });
  await page.screenshot({ path: path(`docs/screens/${name}.png`) });
  await page.close();
  process.stdout.write(`${name}\n`);
}
await browser.close();
server.kill();
rmSync(cwd, { recursive: true, force: true });
