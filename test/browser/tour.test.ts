import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tongueOf } from '../../src/web/strings/tongue.ts';
import { executable, open, tableOn, until } from './browser.ts';

const patience = { timeout: 100_000 };
const told = (page: Page) => page.textContent('aside.tour', patience);

describe.skipIf(!executable)('the tour of the flagship', () => {
  const table = tableOn('xinjiang-qinghai');

  it.each(['en', 'zh-CN'] as const)(
    'is done by keys alone, every step an action that it notices, with an item that is there and moves the answer: %s',
    async (lang) => {
      const { w } = await tongueOf(lang);
      const { page, errors } = await open(table.browser, table.served, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.goto(`${table.served.origin}/d/xinjiang-qinghai?lang=${lang}`);
      await page.waitForSelector('[data-engine="open"]', patience);
      const step = (n: number) =>
        until(
          page,
          `document.querySelector('aside.tour').textContent.includes(${JSON.stringify(w.tourNow(n, 5))})`,
        );
      await page.keyboard.press('t');
      await step(1);
      await page.keyboard.press('p');
      await step(2);
      await page.waitForSelector('main[data-run^="st1-"]', patience);
      await page.waitForSelector('[data-engine="open"]', patience);
      const first = page.locator('.moved li[data-item]').first();
      const says = (await first.locator('.says a').textContent())!.trim();
      expect(await told(page)).toContain(says);
      const before = await page.getAttribute('[data-focus]', 'data-focus');
      await page.keyboard.press('j');
      expect(await page.evaluate(`document.activeElement.closest('.moved li')?.dataset.item`)).toBe(
        await first.getAttribute('data-item'),
      );
      await page.keyboard.press('x');
      await step(3);
      await until(page, `document.querySelector('[data-focus]').dataset.focus !== '${before}'`);
      await page.waitForSelector('[data-engine="open"]', patience);
      await page.keyboard.press('Space');
      await step(4);
      await page.waitForSelector('[data-world="drawn"]', patience);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-document]', patience);
      await step(5);
      await page.keyboard.press('c');
      await page.waitForSelector('dialog [data-copy-citation]:enabled', patience);
      for (let i = 0; i < 12; i++) {
        if (await page.evaluate(`document.activeElement.matches('dialog [data-copy-citation]')`)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await until(
        page,
        `document.querySelector('aside.tour').textContent.includes(${JSON.stringify(w.tourDone)})`,
      );
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain('st1-');
      expect(errors).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
