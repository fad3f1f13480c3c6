import { describe, expect, it } from 'vitest';
import { executable, open, serve, tableOn } from './browser.ts';

describe.skipIf(!executable)('in Chromium', () => {
  const table = tableOn();

  it('the first page opens, nothing leaves the machine, and the page is isolated', async () => {
    const { page, left } = await open(table.browser, table.served);
    const answer = await page.goto(table.served.url);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    expect(left).toEqual([]);
  });

  it('a request that would leave the machine is seen', async () => {
    const { page, left } = await open(table.browser, table.served);
    await page.goto(`${table.served.origin}/api/explain/ST-U001`);
    await page.evaluate("fetch('https://example.org/').catch(() => 'refused')");
    await page.goto('http://example.org/').catch(() => null);
    expect(left).toContain('http://example.org/');
  });

  it('a page of another address can neither read nor write', async () => {
    const other = await serve();
    const { page } = await open(table.browser, table.served);
    await page.goto(`${other.origin}/api/explain/ST-U001`);
    const ask = (init: string) =>
      page.evaluate(
        `fetch('${table.served.origin}/api/dossiers', ${init}).then(() => 'answered', () => 'refused')`,
      );
    expect(await ask('{}')).toBe('refused');
    expect(await ask(`{ method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }`)).toBe(
      'refused',
    );
    await other.stop();
  });
});
