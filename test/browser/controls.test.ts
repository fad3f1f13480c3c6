import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { executable, goWithin, open, own, tableOn } from './browser.ts';
import { type Drive, drives, owned, placed, type Scene, scenes } from './drives.ts';

const patience = { timeout: Number(process.env.PATIENCE ?? 60_000) };
const everything =
  'a[href], button:not(:disabled), input, select:not(:disabled), textarea, summary, [tabindex="0"], [data-worked]';
/** Comes and goes with what is drawn: worked where an answer is kept back. */
const passing = '[data-cancel]';

/** Goes to a state as a link within the app does: the page stays, and with it the worker. */
async function stage(page: Page, scene: Scene, look: string) {
  const { address, query = '', presses = [], there, hold, append, after = [] } = scene;
  const to = `${address}?${[query, look].filter(Boolean).join('&')}`;
  const written = page.locator('[data-throw-away]');
  if (await written.isVisible()) await written.click(patience);
  await goWithin(page, `/compare?${look}`);
  await page.keyboard.press('Escape');
  await page.waitForSelector('main[data-screen="compare"]', patience);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (hold) await page.route(hold, () => {});
  await goWithin(page, to);
  await page.waitForSelector('h1', patience);
  if (address.startsWith('/d/')) await page.waitForSelector('main[data-run^="st1-"]', patience);
  for (const one of presses) {
    const first = page.locator(one).first();
    await first.waitFor({ state: 'attached', ...patience });
    const menu = page.locator('.menu-button');
    if (!(await first.isVisible()) && (await menu.isVisible())) await menu.click(patience);
    await first.click(patience);
  }
  if (append) await addLine(page, append);
  for (const one of after) await page.locator(one).click(patience);
  if (there) await page.waitForSelector(there, patience);
}

let lines = 0;

/** Writes a line at the end of a box that no box has had yet. */
async function addLine(page: Page, [box, line]: NonNullable<Scene['append']>): Promise<void> {
  const area = page.locator(box);
  await area.waitFor(patience);
  lines += 1;
  await area.fill(`${await area.inputValue()}${line} # ${lines}\n`, patience);
}

/** For every control that can be seen, the drives that fit it; the mark up of those that none fits, and of those too small to press. */
const census = (page: Page, { hold }: Scene) =>
  page.evaluate(`(() => {
    const drives = ${JSON.stringify(drives.map(({ at }) => at))};
    const seen = [...document.querySelectorAll(${JSON.stringify(everything)})].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }) && (${hold !== undefined} || !one.matches('${passing}')));
    const known = new Set();
    const strange = [];
    for (const one of seen) {
      const fit = drives.flatMap((at, i) => (one.matches(at) ? [i] : []));
      if (fit.length === 0) strange.push(one.outerHTML.slice(0, 120));
      for (const i of fit) known.add(i);
    }
    const small = seen.filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height) < 24 && !one.matches('.skip');
    });
    return { known: [...known], strange, small: small.map((one) => one.outerHTML.slice(0, 120)) };
  })()`) as Promise<{ known: number[]; strange: string[]; small: string[] }>;

/** What of a control or of the page a press is to change, as a text. */
function stateOf({ then }: Drive): string {
  if (typeof then === 'object') {
    return `String(document.querySelector(${JSON.stringify('comes' in then ? then.comes : then.goes)}) !== null)`;
  }
  const one = `document.querySelector('[data-worked]')`;
  switch (then) {
    case 'address':
      return 'location.pathname + location.search';
    case 'pressed':
      return `String(${one}?.getAttribute('aria-pressed'))`;
    case 'checked':
      return `String(${one}?.checked)`;
    case 'open':
      return `String(${one}?.parentElement.open)`;
    case 'value':
      return `String(${one}?.value)`;
    case 'words':
      return `String(document.querySelectorAll('option').length) + ${one}?.textContent`;
    case 'focus':
      // The menu closes behind a link, which then is not to be seen.
      return `String(document.activeElement === ${one} || !${one}?.checkVisibility())`;
    case 'file':
      return `''`;
  }
}

const isOfFocus = ({ then }: Drive) =>
  then === 'focus' || (typeof then === 'object' && 'comes' in then && then.comes.endsWith(':focus'));

/** Works one control by mouse or by keys; says what is wrong, or nothing. */
async function work(page: Page, drive: Drive, by: Way): Promise<string> {
  for (const [box, text] of drive.fill ?? []) await page.fill(box, text, patience);
  const control = page.locator(drive.at).locator('visible=true').first();
  await page.evaluate(`document.querySelector('[data-worked]')?.removeAttribute('data-worked')`);
  await control.evaluate(
    (one) => ((one as { dataset?: Record<string, string> }).dataset!.worked = ''),
    undefined,
    patience,
  );
  await page.waitForSelector('[data-worked]:not(:disabled)', { state: 'attached', ...patience });
  if (isOfFocus(drive)) await page.evaluate('document.activeElement?.blur()');
  if (drive.name === 'skip link') await control.focus();
  const before = await page.evaluate(stateOf(drive));
  const saved = drive.then === 'file' ? page.waitForEvent('download', patience) : undefined;
  if (by === 'mouse' && drive.key !== 'ArrowRight') await mouse(page, drive);
  else {
    await control.focus(patience);
    if (drive.type) await page.keyboard.type(drive.type);
    else if (drive.then !== 'focus' || drive.name === 'skip link') await page.keyboard.press(drive.key);
  }
  if (saved) return (await saved).suggestedFilename() ? '' : 'no file came';
  const end = Date.now() + patience.timeout;
  while ((await page.evaluate(stateOf(drive))) === before) {
    if (Date.now() > end) return `${drive.name} by ${by}: nothing came of it (${before})`;
    await page.waitForTimeout(20);
  }
  return '';
}

async function mouse(page: Page, drive: Drive): Promise<void> {
  const control = page.locator('[data-worked]');
  if (drive.name === 'skip link') return control.focus().then(() => page.keyboard.press('Enter'));
  if (drive.key === 'ArrowDown') {
    const next = await control.evaluate((one) => {
      const list = one as unknown as { selectedIndex: number; options: { length: number } };
      return (list.selectedIndex + 1) % list.options.length;
    });
    await control.selectOption({ index: next }, patience);
  } else if (drive.key === 'ArrowLeft') {
    await control.scrollIntoViewIfNeeded(patience);
    const box = (await control.boundingBox())!;
    const isHigh = (await control.evaluate((one) => {
      const { value, min, max } = one as unknown as Record<'value' | 'min' | 'max', string>;
      return 2 * Number(value) > Number(min) + Number(max);
    })) as boolean;
    await page.mouse.click(box.x + box.width * (isHigh ? 0.25 : 0.8), box.y + box.height / 2);
  } else {
    await control.click(patience);
    if (drive.type) await page.keyboard.type(drive.type);
  }
}

type Way = 'mouse' | 'keys';

/** Whether a control can be worked, and worked again, where the last one was. */
const leavesAsItWas = ({ then, moves }: Drive, by: Way) =>
  !moves &&
  (then === 'focus' || then === 'file' || then === 'open' || (then === 'pressed' && by === 'mouse'));

const told = (line: string) => void (process.env.DRIVES && process.stderr.write(`${line}\n`));

/** Works, in every scene, the controls that were not worked before. */
async function workAll(
  page: Page,
  from: readonly Scene[],
  { look, done, ways }: { look: string; done: Set<number>; ways: readonly Way[] },
) {
  const wrong: string[] = [];
  for (const scene of from) {
    const staged = await stage(page, scene, look).then(
      () => '',
      (thrown) => `${scene.address} was not reached: ${thrown}`,
    );
    wrong.push(staged);
    const { known, strange, small } = await census(page, scene);
    told(`${scene.address} ${scene.presses ?? ''} ${staged} ${[...new Set(strange)].join('\n    ')}`);
    wrong.push(...strange.map((one) => `no drive for ${one} at ${scene.address}`));
    wrong.push(...small.map((one) => `less than 24 px: ${one} at ${scene.address}`));
    // Whether the scene is no longer as it was: it is set again only then.
    let touched = staged !== '';
    for (const i of known.filter((one) => !done.has(one))) {
      done.add(i);
      const drive = drives[i]!;
      for (const by of ways) {
        const tried = async (again: boolean) => {
          try {
            if (touched || again) await stage(page, scene, look);
            return await work(page, drive, by);
          } catch (thrown) {
            return `${drive.name} by ${by}: ${thrown}`;
          }
        };
        // A press may come while a busy machine still draws the page: what fails once is tried again.
        const bad = (await tried(false)) && (await tried(true));
        touched = !leavesAsItWas(drive, by);
        told(`  ${(performance.now() / 1000).toFixed(1)} ${drive.name} ${bad.slice(0, 400)}`);
        wrong.push(bad);
      }
    }
  }
  return wrong.filter(Boolean);
}

describe.skipIf(!executable)('every control', () => {
  const table = tableOn('two-halls');

  beforeAll(() => {
    own(table.served.cwd);
  });

  const [wide, narrow] = [
    { width: 1280, height: 800 },
    { width: 360, height: 720 },
  ];
  const both: Way[] = ['mouse', 'keys'];

  it.each<{ name: string; look: string; size: typeof wide }>([
    { name: 'English, light, 1,280 px', look: 'lang=en&theme=light', size: wide },
    { name: 'Chinese, dark, 360 px', look: 'lang=zh-CN&theme=dark', size: narrow },
  ])(
    'does by mouse and by keys what it is for, and is at least 24 px large: $name',
    async ({ look, size }) => {
      const { page, errors } = await open(table.browser, table.served, {
        viewport: size,
        acceptDownloads: true,
      });
      await page.goto(`${table.served.origin}/compare?${look}`);
      const done = new Set<number>();
      const all = [...scenes, ...placed, ...owned];
      const idle = () => drives.filter((_, i) => !done.has(i)).map(({ name }) => name);
      expect(await workAll(page, all, { look, done, ways: both })).toEqual([]);
      // What was not there yet when its scene was looked over is looked for once more.
      if (size.width > 700 && idle().length > 1) await workAll(page, all, { look, done, ways: both });
      // Where it is narrow the rail is a menu, so that not all of it is seen; what is wide has no menu.
      if (size.width > 700) expect(idle()).toEqual(['menu']);
      expect(errors.filter((text) => !/status of (?:400|404|409)/.test(text))).toEqual([]);
      await page.context().close();
    },
    1_200_000,
  );
});
