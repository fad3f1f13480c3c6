import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { intervalParts } from '../../src/report/amount.ts';
import { languages } from '../../src/report/strings/strings.ts';
import { screens } from '../../src/web/state/state.ts';
import { executable, faultsOf, goWithin, open, serve, tableOn, until } from './browser.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const patience = { timeout: 100_000 };
const hub = '/d/two-halls';

/** What the command line says, as JSON. */
function assessed(cwd: string, ...options: string[]): Assessment {
  const args = [main, 'assess', 'two-halls', '--format', 'json', ...options];
  return JSON.parse(spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 }).stdout);
}

const exactRun = (page: Page) => page.waitForSelector('main[data-run^="st1-"]', patience);
const runId = (page: Page) => page.getAttribute('main', 'data-run');
const probability = (page: Page) => page.getAttribute('[data-probability]', 'data-probability').then(Number);

interface Look {
  lang: 'en' | 'zh-CN';
  theme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'en', theme: 'dark' },
  { lang: 'zh-CN', theme: 'dark' },
  { lang: 'zh-CN', theme: 'light' },
];

/** Waits until a screen stands in a language and colours, with all that is fetched for it. */
async function shown(page: Page, address: string, { lang, theme }: Look): Promise<void> {
  const [, , , screen = 'verdict'] = address.split('/');
  const name = address === '/' ? 'library' : address === '/compare' ? 'compare' : screen;
  await page.waitForSelector(`html[lang="${lang}"][data-theme="${theme}"]`, patience);
  await page.waitForSelector(`main[data-screen="${name}"] h1`, patience);
  if (address.startsWith('/d/')) await exactRun(page);
  await page.waitForSelector('main .skeleton', { state: 'detached', ...patience });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

describe.skipIf(!executable)('the app in Chromium', () => {
  const table = tableOn('two-halls');

  it('every screen of the flagship opens without an error, and what is awaited can be cancelled', async () => {
    const { page, errors } = await open(table.browser, table.served);
    for (const screen of screens) {
      await page.goto(`${table.served.origin}/d/xinjiang-qinghai/${screen}?lang=en`);
      await exactRun(page);
      await page.waitForSelector(`main[data-screen="${screen}"] h1`, patience);
    }
    await page.goto(`${table.served.origin}/d/xinjiang-qinghai?lang=en&seed=11`);
    await page.click('[data-cancel]', patience);
    await page.waitForSelector('[data-notice="cancelled"]', patience);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    { width: 1280, height: 800 },
    { width: 360, height: 720 },
  ])(
    'every screen at $width px, in both languages, light and dark: no error, no serious fault, and nothing leaves the machine',
    async (viewport) => {
      const { page, left, errors } = await open(table.browser, table.served, {
        viewport,
        reducedMotion: 'reduce',
      });
      const faults: string[] = [];
      // Where it is wide each screen is loaded by its address, where it is narrow it is gone to.
      const load = viewport.width > 700;
      if (!load) await page.goto(table.served.origin);
      for (const address of ['/', '/compare', ...screens.map((screen) => `${hub}/${screen}`)]) {
        if (load) await page.goto(`${table.served.origin}${address}`);
        for (const look of looks) {
          const { lang, theme } = look;
          await goWithin(page, `${address}?lang=${lang}&theme=${theme}`);
          await shown(page, address, look);
          faults.push(...(await faultsOf(page)).map((fault) => `${address} ${lang} ${theme} ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      expect(errors).toEqual([]);
      expect(left).toEqual([]);
      await page.context().close();
    },
  );

  it('every table can be read on a phone: what stands in a row is stacked, and nothing runs out of its place', async () => {
    const { page, errors } = await open(table.browser, table.served, {
      viewport: { width: 360, height: 720 },
      reducedMotion: 'reduce',
    });
    const wide: string[] = [];
    const compared = `/compare?lang=en&a=two-halls&b=${encodeURIComponent('two-halls?prior=sceptic')}`;
    for (const address of [compared, ...screens.map((screen) => `${hub}/${screen}?lang=en`)]) {
      await page.goto(`${table.served.origin}${address}`);
      await page.waitForSelector(
        address === compared ? '[data-moved] table' : 'main[data-run^="st1-"]',
        patience,
      );
      await page.waitForSelector('main .skeleton', { state: 'detached', ...patience });
      const twins = page.locator('main .figure-tools > button[aria-pressed="false"]');
      for (let i = await twins.count(); i > 0; i--) await twins.first().click();
      const found = await page.evaluate(
        `[...document.querySelectorAll('main .scroll')].filter((box) => box.querySelector('table'))
          .map((box) => [box.getAttribute('aria-label'), box.scrollWidth - box.clientWidth, box.tabIndex])`,
      );
      for (const [label, over, tab] of found as [string, number, number][]) {
        if (over > 1) wide.push(`${address}: ${label}, ${over} px too wide`);
        expect(tab).toBe(0);
      }
    }
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('what is not there is said, and so is what of a link means nothing', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}/sites/nosuch?lang=en&prior=xx`);
    await page.waitForSelector('[data-notice="not-there"]', patience);
    expect(await page.textContent('[data-notice="not-understood"]')).toContain('prior=xx');
    await page.goto(`${table.served.origin}${hub}?lang=en&t=2023-01`);
    await page.waitForSelector('main .faults', patience);
    await page.context().close();
  });

  it('/ finds the search of the evidence, g the first site, from wherever one is', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await exactRun(page);
    await page.keyboard.press('/');
    await until(page, `document.activeElement.matches('main[data-screen="evidence"] [data-search]')`);
    await page.keyboard.press('Escape');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('g');
    await until(page, `document.activeElement.matches('main[data-screen="sites"] [data-item] a')`);
    await page.context().close();
  });

  it('numbers are those of the command line for the same run id, and the draws have the same digest', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await exactRun(page);
    const said = assessed(table.served.cwd);
    expect(await runId(page)).toBe(said.run.id);
    expect(await probability(page)).toBe(said.questions[0]!.probability);
    for (const quantity of said.quantities) {
      const { middle, range } = intervalParts(quantity, quantity.unit, languages.en);
      expect(await page.textContent(`[data-quantity="${quantity.id}"]`)).toBe(`${middle} (${range})`);
    }
    await page.waitForSelector('[data-engine="open"]', patience);
    expect(await page.getAttribute('[data-engine]', 'data-digest')).toBe(said.run.columnsDigest);
    await page.context().close();
  });

  it('an item is left out by mouse, taken back by keyboard; back, reload and a pasted link restore it', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await exactRun(page);
    const [before, first] = [await probability(page), await runId(page)];
    await page.waitForSelector('[data-engine="open"]', patience);
    const box = page.locator('.moved input[type="checkbox"]').first();
    await box.click();
    await until(page, `!document.querySelector('[data-probability="${before}"]')`);
    expect(page.url()).toContain('drop=');
    await until(
      page,
      `/^st1-/.test(document.querySelector('main').dataset.run) && document.querySelector('main').dataset.run !== '${first}'`,
    );
    const [dropped, second] = [await probability(page), await runId(page)];
    await page.reload();
    await exactRun(page);
    expect([await probability(page), await runId(page)]).toEqual([dropped, second]);
    await page.locator('.moved .left-out input').first().press('Space');
    await until(page, `document.querySelector('main').dataset.run === '${first}'`);
    expect(await probability(page)).toBe(before);
    await page.goBack();
    await until(page, `document.querySelector('main').dataset.run === '${second}'`);
    await page.context().close();
  });

  it('the prior by key, a world by space, why by press, the palette by ?, each closed by Escape', async () => {
    const { page, errors } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await exactRun(page);
    await page.keyboard.press('p');
    expect(page.url()).toContain('prior=believer');
    await page.waitForSelector('[data-engine="open"]', patience);
    await page.keyboard.press('Space');
    await page.waitForSelector('[data-world="drawn"]', patience);
    expect(await page.locator('.drawn').count()).toBeGreaterThan(5);
    // The picture shows the same world, and the next one has the next number.
    expect(await page.locator('[data-role="drawn"]').count()).toBe(1);
    expect(await page.textContent('.world-bar')).toContain('World 1');
    await page.keyboard.press('Space');
    await until(page, `document.querySelector('.world-bar').textContent.includes('World 2')`);
    await page.keyboard.press('3');
    await page.waitForSelector('main[data-screen="sites"] [data-world="drawn"]', patience);
    expect(await page.locator('.site-table .drawn').count()).toBeGreaterThan(2);
    await page.keyboard.press('1');
    await page.waitForSelector('main[data-screen="verdict"] [data-world="drawn"]', patience);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-world=""]', patience);
    await page.click('[data-why="compute"]');
    await page.waitForSelector('dialog.drawer .trace', patience);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.drawer', { state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForSelector('dialog .keys');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('4');
    await page.waitForSelector('main[data-screen="evidence"] .matrix');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('a figure is taken away with its run id, and a citation copied', async () => {
    const { page } = await open(table.browser, table.served, { acceptDownloads: true });
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await exactRun(page);
    for (const form of ['svg', 'csv', 'json']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`[data-download="${form}"] >> nth=0`),
      ]);
      expect(readFileSync((await download.path())!, 'utf8')).toContain(await runId(page));
    }
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-download="png"] >> nth=0'),
    ]);
    expect(
      readFileSync((await png.path())!)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    await page.click('[data-cite]');
    const begins = { apa: 'Sandtable 0', bibtex: '@', ris: 'TY  - ', csl: '{' };
    for (const [style, begin] of Object.entries(begins)) {
      await page.click(`dialog [data-choice="${style}"]`);
      await until(page, `document.querySelector('.citation')?.textContent.startsWith('${begin}')`);
      const citation = (await page.textContent('.citation'))!;
      expect(citation).toContain(await runId(page));
      expect(citation).not.toContain('"citation"');
    }
    await page.context().close();
  });

  it('a copy is edited, its faults shown, saved; what changed underneath is not overwritten', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}/edit?lang=en`);
    await page.click('[data-copy]', patience);
    await page.fill('dialog input[name="id"]', 'mine');
    await page.click('dialog button[type="submit"]');
    await page.waitForURL('**/d/mine/edit*', patience);
    const area = page.locator('textarea.yaml');
    const text = await area.inputValue();
    await area.fill(text.replace('grade: B2', 'grade: B9'));
    await page.waitForSelector('.faults .error', patience);
    // The line of the fault is shown, however far up or down it is.
    await area.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.click('.faults button.quiet');
    const [from, high, whole] = await area.evaluate(({ scrollTop, clientHeight, scrollHeight }) => [
      scrollTop,
      clientHeight,
      scrollHeight,
    ]);
    const line = text.slice(0, text.indexOf('grade: B2')).split('\n').length / text.split('\n').length;
    expect(from!).toBeLessThanOrEqual(line * whole!);
    expect(from! + high!).toBeGreaterThan(0.9 * line * whole!);
    expect(await page.textContent('[data-save]')).toBe('Save with 1 error');
    await area.fill(text.replace('grade: B2', 'grade: A1'));
    await until(page, `document.querySelector('[data-save]').textContent === 'Save'`);
    await page.click('[data-save]');
    const file = join(table.served.cwd, 'mine', 'evidence.yaml');
    await until(page, `document.querySelector('[data-save]').disabled`);
    expect(readFileSync(file, 'utf8')).toContain('grade: A1');
    await area.fill(`${text}# mine\n`);
    writeFileSync(file, `${readFileSync(file, 'utf8')}# somebody else\n`);
    await page.click('[data-save]');
    await page.waitForSelector('[data-notice="conflict"]', patience);
    expect(readFileSync(file, 'utf8')).toContain('# somebody else');
    await page.context().close();
  });

  it('a killed server is told, and what is shown stays', async () => {
    const other = await serve(['two-halls']);
    const { page } = await open(table.browser, other);
    await page.goto(`${other.origin}${hub}?lang=en`);
    await exactRun(page);
    const before = await probability(page);
    await other.stop('SIGKILL');
    await page.keyboard.press('p');
    await page.waitForSelector('[data-notice="gone"]', patience);
    expect(Number.isFinite(await probability(page))).toBe(true);
    expect(before).toBeGreaterThan(0);
    await page.context().close();
  });
});
