import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executable, open, tableOn, until } from './browser.ts';

const patience = { timeout: 100_000 };
const hub = '/d/two-halls';
const exactRun = (page: Page) => page.waitForSelector('main[data-run^="st1-"]', patience);
const search = (page: Page) => new URL(page.url()).searchParams;

/** A control that is pressed, what of the address it becomes, and what shows that it holds. */
const pressed: readonly { at: string; press: string; key: string; value: string; shows: string }[] = [
  { at: '', press: '[data-figure] .figure-tools > button', key: 'table', value: '*', shows: 'figure table' },
  { at: '', press: '[data-why="compute"]', key: 'why', value: 'compute', shows: 'dialog.drawer .trace' },
  {
    ...{ at: '/map', press: '[data-choice="accelerators"]', key: 'measure', value: 'accelerators' },
    shows: '[data-choice="accelerators"][aria-pressed="true"]',
  },
  {
    ...{ at: '/chips', press: '[data-chip="h800-sxm"]', key: 'chip', value: 'h800-sxm' },
    shows: '[data-chip="h800-sxm"][aria-pressed="true"]',
  },
  {
    ...{ at: '/chips', press: '[data-choice="largest-run-h20"]', key: 'swap', value: 'largest-run-h20' },
    shows: '[data-choice="largest-run-h20"][aria-pressed="true"]',
  },
  { at: '/capability', press: '[data-reach]', key: 'reach', value: '1', shows: '[data-serves] table' },
  {
    ...{ at: '/capability', press: '[data-planner="train"] [data-plan]', key: 'train', value: '*' },
    shows: '[data-planned]',
  },
  { at: '/sources', press: '[data-judged]', key: 'judged', value: '1', shows: '[data-judged-figures]' },
  {
    ...{ at: '/sources', press: '[data-choice="ris"]', key: 'cite', value: 'ris' },
    shows: '[data-choice="ris"][aria-pressed="true"]',
  },
];

describe.skipIf(!executable)('the address', () => {
  const table = tableOn('two-halls');

  it('holds the world that is drawn: reload and a pasted link draw it again, back leaves it', async () => {
    const { page, errors } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await page.waitForSelector('[data-engine="open"]', patience);
    await page.click('[data-draw]');
    await page.waitForSelector('[data-world="drawn"]', patience);
    await page.click('[data-draw]');
    await until(page, `document.querySelector('.world-bar').textContent.includes('World 2')`);
    expect(search(page).get('world')).toBe('2');
    const shown = await page.locator('.drawn').allTextContents();
    await page.reload();
    await page.waitForSelector('[data-world="drawn"]', patience);
    expect(await page.locator('.drawn').allTextContents()).toEqual(shown);
    const pasted = await page.context().newPage();
    await pasted.goto(page.url());
    await pasted.waitForSelector('[data-world="drawn"]', patience);
    expect(await pasted.locator('.drawn').allTextContents()).toEqual(shown);
    await page.goBack();
    await page.waitForSelector('[data-world=""]', patience);
    expect(search(page).get('world')).toBeNull();
    await page.goForward();
    await page.waitForSelector('[data-world="drawn"]', patience);
    // Another run has worlds of its own.
    await page.keyboard.press('p');
    await page.waitForSelector('[data-world=""]', patience);
    expect(search(page).get('world')).toBeNull();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('holds what every control shows, and a reload shows it again', async () => {
    const { page, errors } = await open(table.browser, table.served);
    for (const { at, press, key, value, shows } of pressed) {
      await page.goto(`${table.served.origin}${hub}${at}?lang=en`);
      await exactRun(page);
      await page.locator(press).first().click(patience);
      await page.waitForSelector(shows, patience);
      const written = search(page).get(key);
      if (value === '*') expect(written, press).toBeTruthy();
      else expect(written, press).toBe(value);
      await page.reload();
      await page.waitForSelector(shows, patience);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  }, 400_000);

  it('that leads nowhere is told so', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}/nonsense?lang=en`);
    await page.waitForSelector('main[data-screen="library"] [data-notice="not-understood"]', patience);
    expect(await page.textContent('[data-notice="not-understood"]')).toContain('nonsense');
    await page.context().close();
  });
});
