import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { executable, open, own, serve, tableOn } from './browser.ts';

const patience = { timeout: 100_000 };

/** Opens a file in the editor and writes a line at its end; not yet saved. */
async function writing(page: Page, at: string, line: string): Promise<string> {
  await page.goto(at);
  const area = page.locator('textarea.yaml');
  await area.waitFor(patience);
  const text = `${await area.inputValue()}${line}\n`;
  await area.fill(text, patience);
  await page.waitForSelector('[data-save]:not(:disabled)', patience);
  return text;
}

const kept = (page: Page) => page.inputValue('textarea.yaml');

describe.skipIf(!executable)('when something goes wrong', () => {
  const table = tableOn('two-halls');
  let folder: string;

  beforeAll(() => {
    folder = own(table.served.cwd);
  });

  it('a killed server: what was written stays, and is saved when the server is back', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'sandtable-killed-'));
    const file = join(own(cwd), 'evidence.yaml');
    const before = readFileSync(file, 'utf8');
    const first = await serve(['mine'], { cwd });
    const { page } = await open(table.browser, first);
    const text = await writing(page, `${first.origin}/d/mine/edit?lang=en`, '# after the kill');
    await first.stop('SIGKILL');
    await page.click('[data-save]');
    await page.waitForSelector('[data-notice="not-saved"]', patience);
    expect(await page.textContent('[data-notice="not-saved"]')).toContain('The server does not answer');
    expect(await kept(page)).toBe(text);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const again = await serve(['mine', '--port', new URL(first.origin).port], { cwd });
    await page.click('[data-save-again]');
    await page.waitForSelector('[data-save]:disabled', patience);
    expect(await page.locator('[data-notice="not-saved"]').count()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
    await again.stop();
    await page.context().close();
    rmSync(cwd, { recursive: true, force: true });
  });

  it('a deleted file: it is said, what was written stays, and a press puts it back', async () => {
    const file = join(folder, 'evidence.yaml');
    const before = readFileSync(file, 'utf8');
    const { page } = await open(table.browser, table.served);
    const text = await writing(page, `${table.served.origin}/d/mine/edit?lang=en`, '# after it was deleted');
    rmSync(file);
    await page.click('[data-save]');
    await page.waitForSelector('[data-notice="deleted"]', patience);
    expect(await page.textContent('[data-notice="deleted"]')).toContain('is not on disk any more');
    expect(await kept(page)).toBe(text);
    await page.click('[data-put-back]');
    await page.waitForSelector('[data-save]:disabled', patience);
    expect(await page.locator('[data-notice="deleted"]').count()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
    writeFileSync(file, before);
    await page.context().close();
  });

  it('a broken dossier: every fault with its line, on the verdict and in the library, and the way to mend it', async () => {
    const broken = own(table.served.cwd, 'broken');
    const file = join(broken, 'evidence.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('grade: B2', 'grade: B9'));
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}/d/broken?lang=en`);
    await page.waitForSelector('.faults .error', patience);
    const told = await page.textContent('.faults');
    expect(told).toContain('B9');
    expect(told).toMatch(/evidence\.yaml, line \d+/);
    await page.goto(`${table.served.origin}/?lang=en`);
    const card = page.locator('[data-item="broken"]');
    expect(await card.textContent(patience)).toContain('1 error: open to correct');
    await card.locator('h2 a').click();
    await page.waitForSelector('.faults .error', patience);
    await page.locator('textarea.yaml').fill((await kept(page)).replace('grade: B9', 'grade: B2'));
    await page.waitForSelector('[data-save]:not(:disabled)', patience);
    await page.click('[data-save]');
    await page.waitForSelector('[data-save]:disabled', patience);
    await page.goto(`${table.served.origin}/d/broken?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    rmSync(broken, { recursive: true });
    await page.goto(`${table.served.origin}/d/broken/edit?lang=en`);
    await page.waitForSelector('.faults .error', patience);
    expect(await page.textContent('.faults')).toContain('There is no dossier `broken`');
    await page.context().close();
  });

  // A limit on the size of files is a disk on which nothing more has room: the system refuses the write itself.
  it.skipIf(process.platform === 'win32')(
    'a full disk: it is said, nothing is lost, and it is saved once there is room',
    async () => {
      const cwd = mkdtempSync(join(tmpdir(), 'sandtable-full-'));
      const mine = own(cwd);
      const file = join(mine, 'evidence.yaml');
      const small = readFileSync(file, 'utf8');
      const large = `${small}${'# a long note\n'.repeat(1500)}`;
      writeFileSync(file, large);
      const full = await serve(['mine'], { cwd, kilobytes: 16 });
      const { page } = await open(table.browser, full);
      const text = await writing(page, `${full.origin}/d/mine/edit?lang=en`, '# one line more');
      await page.click('[data-save]');
      await page.waitForSelector('[data-notice="not-saved"]', patience);
      expect(await page.textContent('[data-notice="not-saved"]')).toContain('the disk is full');
      expect(await kept(page)).toBe(text);
      expect(readFileSync(file, 'utf8')).toBe(large);
      expect(readdirSync(mine).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      await page.locator('textarea.yaml').fill(small, patience);
      await page.waitForSelector('[data-save]:not(:disabled)', patience);
      await page.click('[data-save-again]');
      await page.waitForSelector('[data-save]:disabled', patience);
      expect(await page.locator('[data-notice="not-saved"]').count()).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(small);
      await full.stop();
      await page.context().close();
      rmSync(cwd, { recursive: true, force: true });
    },
  );

  it('two tabs with one file: the later save is refused, both texts are shown, and one decides', async () => {
    const file = join(folder, 'evidence.yaml');
    const before = readFileSync(file, 'utf8');
    const address = `${table.served.origin}/d/mine/edit?lang=en`;
    const [one, two] = [await open(table.browser, table.served), await open(table.browser, table.served)];
    const first = await writing(one.page, address, '# by the first');
    const second = await writing(two.page, address, '# by the second');
    await one.page.click('[data-save]');
    await one.page.waitForSelector('[data-save]:disabled', patience);
    await two.page.click('[data-save]');
    await two.page.waitForSelector('[data-notice="conflict"]', patience);
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(await two.page.textContent('[data-notice="conflict"] pre')).toMatch(
      /− # by the first\n\+ # by the second/,
    );
    expect(await kept(two.page)).toBe(second);
    await one.page.locator('textarea.yaml').fill(`${first}# once more\n`);
    await two.page.click('[data-keep-mine]');
    await two.page.waitForSelector('[data-save]:disabled', patience);
    expect(readFileSync(file, 'utf8')).toBe(second);
    await one.page.click('[data-notice="conflict"] [data-take-theirs]', patience);
    expect(await kept(one.page)).toBe(second);
    writeFileSync(file, before);
    for (const { page } of [one, two]) await page.context().close();
  });

  it('a folder from elsewhere is opened from the library, copied whole, its original left as it is', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'sandtable-elsewhere-'));
    const original = own(elsewhere, 'from-afar');
    writeFileSync(join(original, 'notes.txt'), 'private');
    const { page, left } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}/?lang=en`);
    await page.click('[data-take-in]', patience);
    await page.setInputFiles('dialog input[name="folder"]', original);
    await page.waitForSelector('[data-take-in-now]:not(:disabled)', patience);
    expect(await page.textContent('dialog')).toContain('1 other left where it is');
    expect(await page.inputValue('dialog input[name="id"]')).toBe('from-afar');
    await page.click('[data-take-in-now]');
    await page.waitForURL('**/d/from-afar/edit*', patience);
    expect(readdirSync(join(table.served.cwd, 'from-afar'))).not.toContain('notes.txt');
    expect(readFileSync(join(table.served.cwd, 'from-afar', 'evidence.yaml'), 'utf8')).toBe(
      readFileSync(join(original, 'evidence.yaml'), 'utf8'),
    );
    await page.goto(`${table.served.origin}/d/from-afar?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    expect(left).toEqual([]);
    await page.context().close();
    rmSync(elsewhere, { recursive: true, force: true });
  });
});
