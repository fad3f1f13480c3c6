import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executable, faultsOf, goWithin, open, own, tableOn, until } from './browser.ts';

const patience = { timeout: 100_000 };

const area = (page: Page) => page.locator('textarea.yaml');
const text = (page: Page) => area(page).inputValue(patience);

/** Shows a file of a dossier in the editor. */
async function edit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await area(page).waitFor(patience);
}

/** Chooses a file with the keyboard alone. */
async function choose(page: Page, path: string): Promise<void> {
  const list = page.locator('[data-file]');
  await list.focus();
  for (let i = 0; i < 10 && (await list.inputValue()) !== path; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 10 && (await list.inputValue()) !== path; i++) await page.keyboard.press('ArrowDown');
  expect(await list.inputValue()).toBe(path);
}

const press = async (page: Page, at: string) => {
  await page.locator(at).focus(patience);
  await page.keyboard.press('Enter');
};

const saved = (page: Page) => page.waitForSelector('[data-save]:disabled', patience);
/** Waits until nothing of the dossier is unsaved. */
const allSaved = (page: Page) =>
  until(page, `!document.querySelector('.rail').textContent.includes('not saved')`);
const words = (page: Page, at: string) => page.textContent(at, patience);

describe.skipIf(!executable)('what is written and not saved', () => {
  const table = tableOn('two-halls');

  it('is there again after another file, another screen, back and a reload, and is marked', async () => {
    const file = join(own(table.served.cwd), 'evidence.yaml');
    const { page, errors } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/mine/edit?lang=en`);
    const before = await text(page);
    await area(page).fill(`${before}# mine\n`);
    await choose(page, 'hub.yaml');
    expect(await text(page)).toContain('id: mine');
    await area(page).fill(`${await text(page)}# the hub too\n`);
    expect(await page.locator('[data-file] option').allTextContents()).toEqual([
      'assumptions.yaml',
      'evidence.yaml (not saved)',
      'hub.yaml (not saved)',
      'looks.yaml',
      'sites/hall-a.yaml',
      'sites/hall-b.yaml',
      'sources.yaml',
    ]);
    expect(await words(page, '.rail a[href*="/edit"]')).toContain('2 not saved');
    await page.locator('main').focus();
    await page.keyboard.press('3');
    await page.waitForSelector('main[data-screen="sites"]', patience);
    await page.goBack();
    expect(await text(page)).toContain('# the hub too');
    await page.goto(`${table.served.origin}/d/two-halls?lang=en`);
    await page.goBack();
    expect(await text(page)).toContain('# the hub too');
    await page.reload();
    expect(await text(page)).toContain('# the hub too');
    await choose(page, 'evidence.yaml');
    expect(await text(page)).toBe(`${before}# mine\n`);
    expect(readFileSync(file, 'utf8')).toBe(before);
    await press(page, '[data-save-all]');
    await allSaved(page);
    expect(readFileSync(file, 'utf8')).toBe(`${before}# mine\n`);
    expect(readFileSync(file.replace('evidence', 'hub'), 'utf8')).toContain('# the hub too');
    await page.reload();
    await area(page).waitFor(patience);
    expect(await words(page, '.rail a[href*="/edit"]')).not.toContain('not saved');
    // A page that nobody touched since it was loaded may not ask; what is not saved is in the session's store all the same.
    expect(errors.filter((text) => !text.includes('never had a user gesture'))).toEqual([]);
    await page.context().close();
  });

  it('has the browser ask before the page is left, and only then', async () => {
    own(table.served.cwd, 'asked');
    const { page } = await open(table.browser, table.served);
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await edit(page, `${table.served.origin}/d/asked/edit?lang=en`);
    await area(page).click();
    await page.reload();
    await area(page).waitFor(patience);
    expect(asked).toBe(0);
    await area(page).click();
    await page.keyboard.type('# a word\n');
    await page.reload();
    await area(page).waitFor(patience);
    expect(asked).toBe(1);
    expect(await text(page)).toContain('# a word');
    await page.context().close();
  });

  it('can be thrown away, and taken back, with the keyboard', async () => {
    own(table.served.cwd, 'thrown');
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/thrown/edit?lang=en`);
    const before = await text(page);
    await area(page).fill(`${before}# a long thought\n`);
    await press(page, '[data-throw-away]');
    expect(await text(page)).toBe(before);
    await page.waitForSelector('[data-take-back]:focus', patience);
    await page.keyboard.press('Enter');
    expect(await text(page)).toBe(`${before}# a long thought\n`);
    await page.waitForSelector('[data-throw-away]:focus', patience);
    await page.keyboard.press('Enter');
    await page.reload();
    expect(await text(page)).toBe(before);
    await page.context().close();
  });

  it('a field of the form that is not done is not lost either', async () => {
    own(table.served.cwd, 'form');
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/form/edit?lang=en`);
    await page.click('[data-choice="form"]');
    await page.locator('#field-grade').fill('A9', patience);
    await page.reload();
    expect(await page.locator('#field-grade').inputValue(patience)).toBe('A9');
    await page.click('[data-choice="yaml"]');
    expect(await text(page)).toContain('grade: A9');
    await page.click('[data-choice="form"]');
    await page.locator('#field-grade').fill('A8', patience);
    await page.goBack();
    await page.goForward();
    expect(await page.locator('#field-grade').inputValue(patience)).toBe('A8');
    await page.context().close();
  });

  it('a dossier with errors in two files is mended, one file at a time or both at once', async () => {
    for (const way of ['one', 'both']) {
      const folder = own(table.served.cwd, `broken-${way}`);
      const [hub, evidence] = [join(folder, 'hub.yaml'), join(folder, 'evidence.yaml')];
      chmodSync(hub, 0o600);
      const whole = readFileSync(hub, 'utf8');
      writeFileSync(hub, whole.replace(/^asOf:.*$/m, 'asOf: soon'));
      writeFileSync(evidence, readFileSync(evidence, 'utf8').replace('grade: B2', 'grade: B9'));
      const { page } = await open(table.browser, table.served);
      await edit(page, `${table.served.origin}/d/broken-${way}/edit/hub.yaml?lang=en`);
      await until(page, `document.querySelectorAll('.faults .error').length === 2`);
      await area(page).fill(whole);
      if (way === 'one') {
        await page.click('[data-save]');
        await saved(page);
        expect(readFileSync(hub, 'utf8')).toBe(whole);
        expect(statSync(hub).mode & 0o777).toBe(0o600);
        expect(await words(page, '[role="status"].note')).toContain('The dossier has 1 error');
      }
      // The line of a fault leads to its file.
      await until(page, `document.querySelectorAll('.editor .faults .error').length === 1`);
      await press(page, '.editor .faults button.quiet');
      await until(page, `document.querySelector('[data-file]').value === 'evidence.yaml'`);
      await page.waitForSelector('textarea.yaml:focus', patience);
      await area(page).fill((await text(page)).replace('grade: B9', 'grade: B2'));
      await press(page, way === 'one' ? '[data-save]' : '[data-save-all]');
      await allSaved(page);
      expect(readFileSync(hub, 'utf8')).toBe(whole);
      expect(readFileSync(evidence, 'utf8')).toContain('grade: B2');
      await page.goto(`${table.served.origin}/d/broken-${way}?lang=en`);
      await page.waitForSelector('main[data-run^="st1-"]', patience);
      await page.context().close();
    }
  });

  it('half done work can be put on disk, its errors named on the button', async () => {
    const file = join(own(table.served.cwd, 'half'), 'evidence.yaml');
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/half/edit?lang=zh-CN`);
    await area(page).fill((await text(page)).replace('grade: B2', 'grade: B9'));
    // At once, before the text was checked: then it is refused, the errors are shown and it may be saved all the same.
    await press(page, '[data-save]');
    await page.waitForSelector('[data-notice="not-saved"] .error', patience);
    expect(readFileSync(file, 'utf8')).not.toContain('B9');
    await press(page, '[data-save-anyway]');
    await saved(page);
    expect(readFileSync(file, 'utf8')).toContain('B9');
    await area(page).fill((await text(page)).replace('grade: B9', 'grade: B8'));
    await until(page, `document.querySelector('[data-save]').textContent === '带 1 处错误保存'`);
    await press(page, '[data-save]');
    await saved(page);
    expect(readFileSync(file, 'utf8')).toContain('B8');
    await page.context().close();
  });

  it('follows the disk where nothing is written, and says so at once where something is', async () => {
    const file = join(own(table.served.cwd, 'followed'), 'evidence.yaml');
    const before = readFileSync(file, 'utf8');
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/followed/edit?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    writeFileSync(file, `${before}# by an editor\n`);
    await until(page, `document.querySelector('textarea.yaml').value.includes('# by an editor')`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    expect(await page.locator('[data-notice="changed"]').count()).toBe(0);
    await area(page).fill(`${before}# here\n`);
    writeFileSync(file, `${before}# again\n`);
    await page.waitForSelector('[data-notice="conflict"]', patience);
    expect(await words(page, '[data-notice="conflict"] pre')).toMatch(/− # again\n\+ # here/);
    for (const [lang, width] of [
      ['en', 1280],
      ['zh-CN', 360],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(
        `history.replaceState(null, '', '?lang=${lang}&theme=${lang === 'en' ? 'light' : 'dark'}')`,
      );
      await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`);
      await page.waitForSelector(`html[lang="${lang}"]`, patience);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.reload();
    await page.waitForSelector('[data-notice="conflict"]', patience);
    await press(page, '[data-keep-mine]');
    await saved(page);
    expect(readFileSync(file, 'utf8')).toBe(`${before}# here\n`);
    await page.context().close();
  });

  it('moves the answer with every file that is written, each number on one line', async () => {
    own(table.served.cwd, 'moved');
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/moved/edit?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    await area(page).fill((await text(page)).replace('grade: B2', 'grade: E5'));
    await page.click('[data-try]', patience);
    await page.waitForSelector('[data-moves]', patience);
    const shapes = (await page.evaluate(`[...document.querySelectorAll('[data-moves] dd > *')]
      .map((one) => one.getBoundingClientRect())
      .map(({ height, right }) => [height, right])`)) as [number, number][];
    expect(shapes.length).toBeGreaterThan(5);
    for (const [height, right] of shapes) {
      expect(height).toBeLessThan(40);
      expect(right).toBeLessThanOrEqual(1280);
    }
    await area(page).fill(`${await text(page)}# more\n`);
    await page.waitForSelector('[data-moves]', { state: 'detached', ...patience });
    await page.context().close();
  });

  it('keeps the line ends of a file from Windows', async () => {
    const file = join(own(table.served.cwd, 'windows'), 'evidence.yaml');
    const windows = readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(file, windows);
    const { page } = await open(table.browser, table.served);
    await edit(page, `${table.served.origin}/d/windows/edit?lang=en`);
    await area(page).press('Control+End');
    await page.keyboard.type('# one');
    expect(await text(page)).toMatch(/# one$/);
    await page.click('[data-save]');
    await saved(page);
    expect(readFileSync(file, 'utf8')).toBe(`${windows}# one`);
    await page.context().close();
  });

  it('tells what is wrong in the language of the page, as soon as that changes', async () => {
    own(table.served.cwd, 'chinese');
    // The browser itself prefers English: the page decides.
    const { page, errors } = await open(table.browser, table.served, { locale: 'en-GB' });
    await edit(page, `${table.served.origin}/d/chinese/edit?lang=zh-CN`);
    await area(page).fill((await text(page)).replace(/^ {2}grade: \w+/m, '  grade: 2b'));
    const faults = page.locator('.editor-side .faults');
    await faults.waitFor(patience);
    expect(await faults.locator('.fault-what').allTextContents()).toEqual(['ST-S032 `2b` 不是等级。']);
    expect(await faults.textContent()).toContain('是否想写 B2？');
    await page.click('[data-language]', patience);
    await page.waitForSelector('.editor-side .fault-what:text("is not a grade")', patience);
    expect(errors).toEqual([]);
    await goWithin(page, '/d/nowhere?lang=zh-CN');
    await page.waitForSelector('.fault-what:text("没有档案 `nowhere`。")', patience);
    await page.context().close();
  });
});
