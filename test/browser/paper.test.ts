import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/report/figures/theme.ts';
import { screens } from '../../src/web/state/state.ts';
import { executable, goWithin, open, tableOn, until } from './browser.ts';

const patience = { timeout: 100_000 };
/** What is left of A4 between its margins [px]. */
const sheet = { width: 688, height: 1002 };
/** May be seen on paper though they are pressed on a screen: their words are numbers and names. */
const read = '.figure-button, .priors > button, .map-list button';

/** Everything of the page that does not belong on paper, in words. */
const spoiled = (page: Page) =>
  page.evaluate(`(() => {
    const seen = (one) => one.checkVisibility({ visibilityProperty: true });
    const told = (one) => one.outerHTML.slice(0, 120);
    const all = [...document.querySelectorAll('body *')].filter(seen);
    const light = (color) => {
      const [r, g, b, a = 1] = color.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
      const of = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
      return { a, y: 0.2126 * of(r) + 0.7152 * of(g) + 0.0722 * of(b) };
    };
    const small = '.stage-bar *, .stage-bar, .look-bar, .look-bar *, .swatch, .badge';
    const dark = all.filter((one) => {
      const { a, y } = light(getComputedStyle(one).backgroundColor);
      return a > 0.1 && y < 0.8 && !one.matches(small);
    });
    const words = all.filter((one) => [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()));
    const faint = words.filter((one) => {
      const style = getComputedStyle(one);
      const ink = one.closest('svg') ? style.fill : style.color;
      return ink !== 'none' && !/^(?:title|desc)$/.test(one.tagName) && 1.05 / (light(ink).y + 0.05) < 4.4;
    });
    const controls = all.filter((one) => one.matches('button, input, select, textarea, nav, [role="slider"]') && !one.matches(${JSON.stringify(read)}));
    const wide = all.filter((one) => one.matches('svg, table, pre, p, li') && one.getBoundingClientRect().right > innerWidth + 1);
    const cut = all.filter((one) => one.scrollHeight > one.clientHeight + 2 && /auto|scroll|hidden/.test(getComputedStyle(one).overflowY) && !one.matches('.hidden, .skip'));
    const of = (name, list) => list.slice(0, 3).map((one) => name + ': ' + told(one));
    return [...of('dark ground', dark), ...of('faint words', faint), ...of('a control', controls), ...of('too wide', wide), ...of('cut off', cut)];
  })()`) as Promise<string[]>;

/** Pages of a PDF. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Whether something of a PDF is filled with a colour. */
function isPainted(pdf: Buffer, colour: string): boolean {
  const drawn = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const fills = drawn.flatMap((text) => [...text.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)]);
  expect(fills.length).toBeGreaterThan(10);
  return fills.some(([, ...of]) => parts.every((part, i) => Math.abs(part - Number(of[i])) < 0.003));
}

const hub = '/d/two-halls';
const addresses = [
  '/',
  `/compare?a=two-halls&b=${encodeURIComponent('two-halls?prior=sceptic')}`,
  ...screens.map((screen) => `${hub}/${screen}`),
  `${hub}/sites/hall-a`,
  `${hub}/evidence/hall-a-lit`,
  `${hub}?drop=hall-a-lit`,
];
const mapped = '/d/xinjiang-qinghai/map';

describe.skipIf(!executable)('on paper', () => {
  const table = tableOn('two-halls');

  it.each(['en', 'zh-CN'])(
    'every screen is dark on white, without controls, nothing cut, and says hub, day and run: %s',
    async (lang) => {
      const { page, errors } = await open(table.browser, table.served, {
        viewport: sheet,
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      });
      await page.goto(table.served.origin);
      const faults: string[] = [];
      for (const address of lang === 'en' ? [...addresses, mapped] : addresses) {
        await goWithin(page, `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.waitForSelector(`html[lang="${lang}"] main h1`, patience);
        const ofHub = address.startsWith('/d/');
        if (ofHub) await page.waitForSelector('main[data-run^="st1-"]', patience);
        if (address.startsWith('/compare')) await page.waitForSelector('[data-moved]', patience);
        await page.waitForSelector('main .skeleton', { state: 'detached', ...patience });
        await page.emulateMedia({ media: 'print' });
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        );
        faults.push(...(await spoiled(page)).map((fault) => `${address}: ${fault}`));
        const feet = (await page.evaluate(
          `[...document.adoptedStyleSheets].flatMap((one) => [...one.cssRules].map((rule) => rule.cssText)).join()`,
        )) as string;
        if (ofHub) {
          const run = (await page.getAttribute('main', 'data-run'))!;
          const head = (await page.textContent('div.on-paper'))!;
          for (const part of [run, /\d{4}-\d{2}-\d{2}/]) expect(head).toMatch(part);
          expect(feet).toContain(run);
          if (address.includes('drop=')) expect(head).toContain('hall-a-lit');
        }
        await page.emulateMedia({ media: 'screen' });
      }
      expect(faults).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
    300_000,
  );

  it('a press of print takes what is shown in the dark to a few sheets, and leaves the screen as it was', async () => {
    const { page } = await open(table.browser, table.served, { colorScheme: 'dark' });
    await page.goto(`${table.served.origin}${hub}?lang=en`);
    await page.waitForSelector('[data-engine="open"]', patience);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pagesOf(pdf)).toBeGreaterThan(1);
    expect(pagesOf(pdf)).toBeLessThan(5);
    const { light, dark } = themes;
    expect([light.inferred, dark.inferred, dark.paper].map((colour) => isPainted(pdf, colour))).toEqual([
      true,
      false,
      false,
    ]);
    await until(page, `document.documentElement.dataset.theme === 'dark'`);
    await page.waitForSelector(`figure svg [fill="${dark.inferred}"]`, { state: 'attached', ...patience });
    await page.click('[data-draw]');
    await page.waitForSelector('[data-world="drawn"]', patience);
    await page.emulateMedia({ media: 'print' });
    expect(await page.textContent('div.on-paper')).toContain('World 1');
    await page.context().close();
  });

  it.each([
    ['en', 'not computed when printed'],
    ['zh-CN', '打印时尚未算出'],
  ])('says of what did not come before the print that it is not computed: %s', async (lang, words) => {
    const { page } = await open(table.browser, table.served, { viewport: sheet });
    await page.route(/\/api\/assess\/.*asOf=2027-12-31/, () => {});
    await page.goto(`${table.served.origin}${hub}?lang=${lang}`);
    const later = page.locator('table.three tbody tr td:last-child');
    await later.first().waitFor(patience);
    const rows = await later.count();
    expect(await later.allInnerTexts()).toEqual(Array(rows).fill('…'));
    await page.emulateMedia({ media: 'print' });
    expect(await later.allInnerTexts()).toEqual(Array(rows).fill(words));
    await page.context().close();
  });
});
