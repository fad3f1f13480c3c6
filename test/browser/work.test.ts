import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executable, open, tableOn } from './browser.ts';

const patience = { timeout: 100_000 };
const hub = '/d/two-halls';

/** Lets the server do its work, and keeps the answers to some addresses until they are let go. */
async function held(page: Page, addresses: string): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(addresses, async (route) => {
    const answer = await route.fetch().catch(() => null);
    await gate;
    await (answer ? route.fulfill({ response: answer }) : route.abort()).catch(() => {});
  });
  return letGo;
}

describe.skipIf(!executable)('long work', () => {
  const table = tableOn('two-halls');

  it.each([
    {
      what: 'a training run',
      at: 'capability',
      ask: '[data-planner="train"] [data-plan]',
      asks: '**/api/train/**',
    },
    {
      what: 'a service',
      at: 'capability',
      ask: '[data-planner="serve"] [data-plan]',
      asks: '**/api/serve/**',
    },
    { what: 'whom the hub serves', at: 'capability', ask: '[data-reach]', asks: '**/api/reach/**' },
    { what: 'where a number comes from', at: '', ask: '[data-why="compute"]', asks: '**/api/why/**' },
  ])('$what shows how far it is, is given up, and asked again', async ({ at, ask, asks }) => {
    const { page, errors } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}/${at}?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    const letGo = await held(page, asks);
    await page.click(ask, patience);
    await page.waitForSelector('.under-way [data-share]:not(:empty)', { state: 'attached', ...patience });
    const share = Number(await page.getAttribute('.under-way progress', 'value'));
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    await page.focus('.under-way [data-cancel]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-stopped]', patience);
    expect(await page.locator('.under-way').count()).toBe(0);
    letGo();
    await page.waitForTimeout(100);
    expect(await page.locator('[data-stopped]').count()).toBe(1);
    await page.click('[data-again]');
    await page.waitForSelector('[data-planned], [data-serves] table, dialog.drawer .trace', patience);
    expect(await page.locator('[data-stopped]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('another value is tried beside the number, the verdict moves there, and a fault teaches', async () => {
    const { page } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    const before = await page.getAttribute('[data-probability]', 'data-probability');
    await page.click('[data-why="accelerators"]');
    const priors = page
      .locator('dialog.drawer details.trace', { hasText: 'priors of the world model' })
      .last();
    await priors.locator('summary').first().click(patience);
    const pace = page.locator('dialog.drawer .trace.leaf', { hasText: 'namedShare:' }).first();
    await pace.locator('summary').click();
    await pace.locator('input[name="try"]').fill('5%');
    await pace.locator('[data-try-value]').click();
    await page.waitForSelector('[data-verdict-moves]', patience);
    expect(page.url()).toContain('world.namedShare:');
    const after = await page.getAttribute('[data-probability]', 'data-probability');
    expect(after).not.toBe(before);
    const moved = await page.textContent('[data-verdict-moves]');
    expect(moved).toContain(`${Math.round(100 * Number(before))} %`);
    await pace.locator('input[name="try"]').fill('a lot');
    await pace.locator('input[name="try"]').press('Enter');
    await page.waitForSelector('dialog.drawer .faults', patience);
    expect(await page.textContent('dialog.drawer .faults')).toContain('ST-A005');
    await pace.locator('[data-untry]').click();
    await page.waitForSelector('[data-verdict-moves], dialog.drawer .faults', {
      state: 'detached',
      ...patience,
    });
    expect(page.url()).not.toContain('set=');
    await page.context().close();
  });

  it.each([
    ['en', /now .*\d.*\(.* – .*\)/, /now 2\b/],
    ['zh-CN', /现为.*\d.*\(.* – .*\)/, /现为 2\b/],
  ])('a figure to set is named with what it is now: %s', async (lang, spread, changed) => {
    const { page, errors } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}${hub}?lang=${lang}`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    await page.click('.what-if summary');
    const path = page.locator('.what-if input[name="path"]');
    for (const one of ['world.namedShare', 'world.realisation']) {
      await path.fill(one);
      await page.getByRole('textbox', { name: spread }).waitFor(patience);
    }
    await path.fill('origins.example-office.reliability');
    await page.getByRole('textbox', { name: lang === 'en' ? /now B, / : /现为 B, / }).waitFor(patience);
    await path.fill('world.nothing');
    expect(await page.locator('[data-now]').count()).toBe(0);
    await path.fill('world.pace');
    await page.locator('.what-if input[name="value"]').fill('2');
    await page.click('.what-if form button');
    await page.getByRole('textbox', { name: changed }).waitFor(patience);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
