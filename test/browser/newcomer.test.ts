import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../build.ts';
import { executable, launch, open, serve } from './browser.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const patience = { timeout: 120_000 };
const fiveMinutes = 300;

/** The text of a step of the tour, once it is the one that is shown. */
async function step(page: Page, n: number): Promise<string> {
  const tour = page.getByRole('complementary').filter({ hasText: `Step ${n} of` });
  await tour.waitFor(patience);
  return (await tour.textContent())!;
}

/** What a text puts into quotation marks: the name of something to look for. */
const named = (text: string): string => /“([^”]+)”/.exec(text)![1]!;

describe.skipIf(!executable)('a newcomer', () => {
  let browser: Browser;
  let cwd: string;

  beforeAll(async () => {
    build();
    cwd = mkdtempSync(join(tmpdir(), 'sandtable-newcomer-'));
    browser = await launch();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  it('gets from the first command to a changed verdict with a citation, by what the screens say alone', async () => {
    const start = performance.now();
    const screen = spawnSync(process.execPath, [main, '--format', 'screen'], {
      cwd,
      encoding: 'utf8',
    }).stdout;
    const next = /sandtable (open \S*)/.exec(screen)?.[1];
    expect(next, screen.slice(-400)).toBeDefined();
    const served = await serve(next!.split(' ').slice(1).filter(Boolean), { cwd });
    const { page, left } = await open(browser, served, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${served.url}?lang=en`);

    await page.getByRole('button', { name: 'Tour' }).click(patience);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patience);
    const prior = named(await step(page, 1));
    await page
      .getByRole('button', { name: new RegExp(prior, 'i') })
      .first()
      .click(patience);

    const list = page.getByRole('region', { name: named(await step(page, 2)) });
    const answer = list.getByRole('status');
    const moved = async () => {
      const [, now, then] =
        /([<>\d.]+ %).*with every item: ([<>\d.]+ %)/.exec((await answer.textContent())!) ?? [];
      return now !== then;
    };
    // Item after item, the most telling first, until what is dropped shows.
    const items = list.getByRole('checkbox');
    const dropped = (await list.locator('[data-item]').first().getAttribute('data-item'))!;
    for (let i = 0; i < 5 && !(await moved()); i++) {
      await items.nth(i).click();
      await expect
        .poll(moved, { timeout: 30_000 })
        .toBe(true)
        .catch(() => undefined);
    }
    expect(await moved()).toBe(true);

    expect(await step(page, 3)).toContain('space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    const citation = dialog.getByText(/Sandtable run st1-/);
    await citation.first().waitFor(patience);
    const cited = (await citation.first().textContent())!;
    expect(cited).toContain(dropped);
    await dialog.getByRole('button', { name: 'Copy' }).first().click();
    await dialog.getByText('Copied').first().waitFor(patience);
    const seconds = (performance.now() - start) / 1000;
    expect(seconds).toBeLessThan(fiveMinutes);
    expect(left).toEqual([]);
    await page.context().close();
    await served.stop();
  }, 400_000);
});
