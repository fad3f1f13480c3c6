import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../build.ts';
import { executable, launch, open, type Served, serve } from './browser.ts';

describe.skipIf(!executable)('in Chromium', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    build();
    served = await serve();
    browser = await launch();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('the first page opens, nothing leaves the machine, and the page is isolated', async () => {
    const { page, left } = await open(browser, served);
    const answer = await page.goto(served.url);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    expect(left).toEqual([]);
  });

  it('a request that would leave the machine is seen', async () => {
    const { page, left } = await open(browser, served);
    await page.goto(`${served.origin}/api/explain/ST-U001`);
    await page.evaluate("fetch('https://example.org/').catch(() => 'refused')");
    await page.goto('http://example.org/').catch(() => null);
    expect(left).toContain('http://example.org/');
  });

  it('a page of another address can neither read nor write', async () => {
    const other = await serve();
    const { page } = await open(browser, served);
    await page.goto(`${other.origin}/api/explain/ST-U001`);
    const ask = (init: string) =>
      page.evaluate(
        `fetch('${served.origin}/api/dossiers', ${init}).then(() => 'answered', () => 'refused')`,
      );
    expect(await ask('{}')).toBe('refused');
    expect(await ask(`{ method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }`)).toBe(
      'refused',
    );
    await other.stop();
  });
});
