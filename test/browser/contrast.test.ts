import { describe, expect, it } from 'vitest';
import { executable, open, tableOn } from './browser.ts';

const patience = { timeout: 100_000 };

describe.skipIf(!executable)('where the reader sets colours and size', () => {
  const table = tableOn('two-halls');

  it.each(['light', 'dark'] as const)(
    'marks stand out from the ground in forced colours, and what is chosen is framed: %s',
    async (colorScheme) => {
      const { page } = await open(table.browser, table.served, { colorScheme, forcedColors: 'active' });
      const ground = (at: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('${at}')).backgroundColor`);
      for (const [screen, marks] of [
        ['sites', ['.stage-bar .stage-lit', '.swatch.stage-lit', '.swatch.route-named']],
        ['verdict', ['.look-bar > span']],
      ] as const) {
        await page.goto(`${table.served.origin}/d/two-halls/${screen}?lang=en`);
        await page.waitForSelector(marks[0], { state: 'attached', ...patience });
        for (const mark of marks) expect(await ground(mark)).not.toBe(await ground('body'));
      }
      const frame = `getComputedStyle(document.querySelector('[data-prior][aria-pressed="true"]')).outlineStyle`;
      expect(await page.evaluate(frame)).toBe('solid');
      await page.context().close();
    },
  );

  it('at 200 % on a laptop the timeline covers nothing, and nothing is too wide', async () => {
    const { page } = await open(table.browser, table.served, { viewport: { width: 640, height: 400 } });
    await page.goto(`${table.served.origin}/d/two-halls?lang=en`);
    await page.waitForSelector('main[data-run^="st1-"]', patience);
    for (const part of ['.top', '.bottom'])
      expect(await page.evaluate(`getComputedStyle(document.querySelector('${part}')).position`)).toBe(
        'static',
      );
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThan(2);
    await page.context().close();
  });
});
