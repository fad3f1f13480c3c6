import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anew, executable, patience, tableOn, until, visit } from './browser.ts';

const hub = '/d/two-halls';
const exactRun = (page: Page) => page.waitForSelector('main[data-run^="st1-"]', patience);
const search = (page: Page) => new URL(page.url()).searchParams;

interface Press {
  on: string;
  key: string;
  /** `*` where it is any. */
  value: string;
  shows: string;
}

const chosen = (key: string, value: string): Press => ({
  ...{ on: `[data-choice="${value}"]`, key, value },
  shows: `[data-choice="${value}"][aria-pressed="true"]`,
});

/** On a screen, the controls that are pressed, what of the address each becomes, and what shows that it holds. */
const pressed: readonly { at: string; press: readonly Press[] }[] = [
  {
    at: '',
    press: [
      { on: '[data-figure] .figure-tools > button', key: 'table', value: '*', shows: 'figure table' },
      { on: '[data-why="compute"]', key: 'why', value: 'compute', shows: 'dialog.drawer .trace' },
    ],
  },
  { at: '/map', press: [chosen('measure', 'accelerators')] },
  {
    at: '/chips',
    press: [
      {
        ...chosen('chip', 'h800-sxm'),
        on: '[data-chip="h800-sxm"]',
        shows: '[data-chip="h800-sxm"][aria-pressed="true"]',
      },
      chosen('swap', 'largest-run-h20'),
    ],
  },
  {
    at: '/capability',
    press: [
      { on: '[data-reach]', key: 'reach', value: '1', shows: '[data-serves] table' },
      { on: '[data-planner="train"] [data-plan]', key: 'train', value: '*', shows: '[data-planned]' },
    ],
  },
  {
    at: '/sources',
    press: [
      { on: '[data-judged]', key: 'judged', value: '1', shows: '[data-judged-figures]' },
      chosen('cite', 'ris'),
    ],
  },
];

describe.skipIf(!executable)('the address', () => {
  const table = tableOn('two-halls');

  it('holds the world that is drawn: reload and a pasted link draw it again, back leaves it', async () => {
    const { page, errors } = await anew(table);
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
    await pasted.close();
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
  });

  it('holds what every control shows, and a reload shows it again', async () => {
    const { page, errors } = await anew(table);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    for (const { at, press } of pressed) {
      await visit(page, `${hub}${at}?lang=en`);
      await exactRun(page);
      for (const { on, key, value, shows } of press) {
        await page.locator(on).first().click(patience);
        await page.waitForSelector(shows, patience);
        const written = search(page).get(key);
        if (value === '*') expect(written, on).toBeTruthy();
        else expect(written, on).toBe(value);
      }
      await page.reload();
      for (const { shows } of press) await page.waitForSelector(shows, patience);
    }
    expect(errors).toEqual([]);
  }, 400_000);

  it('that leads nowhere is told so', async () => {
    const { page } = await anew(table);
    await page.goto(`${table.served.origin}/nonsense?lang=en`);
    await page.waitForSelector('main[data-screen="library"] [data-notice="not-understood"]', patience);
    expect(await page.textContent('[data-notice="not-understood"]')).toContain('nonsense');
  });
});
