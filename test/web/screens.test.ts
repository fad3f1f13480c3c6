import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { firstMonth } from '../../src/dossier/first-month.ts';
import { percent } from '../../src/report/amount.ts';
import { languages } from '../../src/report/strings/strings.ts';
import { SandtableApp } from '../../src/web/app.tsx';
import { type App, AppContext } from '../../src/web/context.ts';
import { nameOf, type ScreenName, screenOf } from '../../src/web/screens/screens.ts';
import { press } from '../../src/web/state/keys.ts';
import { initial, type Place, type Screen, screens } from '../../src/web/state/state.ts';
import type { RunView } from '../../src/web/state/use-run.ts';
import { en } from '../../src/web/strings/en.ts';
import { zhCN } from '../../src/web/strings/zh-CN.ts';
import { runOf, twoHalls } from '../assessment/hubs.ts';

const words = { en, 'zh-CN': zhCN };
const { assessment } = runOf(twoHalls, { draws: 4096 });
const run: RunView = {
  ...{
    assessment,
    address: '/api/assess/invented',
    is: 'exact',
    pending: false,
    untrusted: false,
    redrawing: null,
    cancelled: false,
    liveMs: null,
  },
  ...{
    faults: [],
    gone: false,
    dossier: twoHalls,
    engine: { is: 'idle' },
    world: null,
    worker: null,
    imagined: null,
  },
  ...{ worldNumber: 0, cancel: () => {}, retry: () => {} },
};
const at = (screen: Screen, item?: string): Place => ({
  at: 'screen',
  dossier: 'two-halls',
  screen,
  ...(item && { item }),
});

function appAt(place: Place, more: Partial<App> = {}): App {
  const doing = { go: () => {}, why: () => {}, choose: () => {}, did: () => {}, cite: () => {} };
  const shown = { w: words.en, s: languages.en, theme: 'light' as const };
  return { place, state: initial, run, changes: 0, chosen: '', ...doing, ...shown, ...more };
}

async function rendered(place: Place, more: Partial<App> = {}): Promise<string> {
  const Screen = await screenOf(nameOf(place));
  return renderToString(h(AppContext.Provider, { value: appAt(place, more) }, h(Screen, null)));
}

const places: [ScreenName, Place][] = [
  ['library', { at: 'library' }],
  ['compare', { at: 'compare' }],
  ...screens.map((screen): [ScreenName, Place] => [screen, at(screen)]),
];

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const more = { w: words[language], s: languages[language] };

  it.each(places)('%s has one heading of the first rank, and no word is missing', async (_, place) => {
    const html = await rendered(place, more);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('a screen', () => {
  it('shows the numbers of the assessment', async () => {
    const html = await rendered(at('verdict'));
    const [question] = assessment.questions;
    expect(html).toContain(`data-probability="${question!.probability}"`);
    expect(html).toContain(percent(question!.probability, languages.en).replace('<', '&lt;'));
    expect(html).toContain(assessment.run.id);
  });

  it('never shows text of a dossier as markup', async () => {
    const says = { en: '<img src=x onerror=alert(1)>' };
    const evil = { ...assessment, evidence: assessment.evidence.map((item) => ({ ...item, says })) };
    for (const place of [at('verdict'), at('evidence'), at('evidence', assessment.evidence[0]!.id)]) {
      const html = await rendered(place, { run: { ...run, assessment: evil } });
      expect(html).toContain('&lt;img');
      expect(html).not.toContain('<img');
    }
  });

  it('opens an item as a document, and a site as a card', async () => {
    const [item] = twoHalls.evidence;
    expect(await rendered(at('evidence', item!.id))).toContain(twoHalls.sources.get(item!.source)!.url);
    expect(await rendered(at('sites', 'hall-a'))).toContain('data-site="hall-a"');
  });

  it('says what stands in for a run that is not there', async () => {
    const none = { run: { ...run, assessment: null } };
    for (const screen of screens.filter((one) => one !== 'edit')) {
      expect(await rendered(at(screen), none)).toContain('role="status"');
    }
  });
});

describe('keys', () => {
  const told: string[] = [];
  const doors = {
    keys: () => told.push('keys'),
    tour: () => told.push('tour'),
    close: () => told.push('close'),
    focus: () => 0,
  };
  const app = appAt(at('verdict'), {
    go: ({ place, state }) =>
      told.push(place ? nameOf(place) : `${state!.prior} ${state!.drop} ${state!.t}`.trim()),
    why: (id) => told.push(id),
    cite: () => told.push('cite'),
    chosen: 'hall-a-award',
  });

  it.each([
    ['1', 'verdict'],
    ['8', 'edit'],
    ['g', 'sites'],
    ['p', 'believer'],
    ['x', 'neutral hall-a-award'],
    ['w', 'accelerators'],
    ['c', 'cite'],
    ['?', 'keys'],
    ['t', 'tour'],
    ['Escape', 'close'],
    ['ArrowLeft', 'neutral  2025-05'],
  ])('%s does what the palette says', (key, does) => {
    told.length = 0;
    expect(press(key, app, doors)).toBe(true);
    expect(told).toEqual([does]);
  });

  it('no month is gone to in which the hub cannot be assessed', () => {
    told.length = 0;
    const first = firstMonth(twoHalls)!;
    expect(press('ArrowLeft', { ...app, state: { ...initial, t: first } }, doors)).toBe(true);
    expect(told).toEqual([]);
    expect(press('ArrowRight', { ...app, state: { ...initial, t: first } }, doors)).toBe(true);
    expect(told).toHaveLength(1);
  });

  it('others are left to the browser, and on the library those of a dossier', () => {
    told.length = 0;
    expect(press('q', app, doors)).toBe(false);
    expect(press('p', appAt({ at: 'library' }), doors)).toBe(false);
    expect(told).toEqual([]);
  });
});

it('the app is a function of its address', () => {
  expect(SandtableApp).toBeTypeOf('function');
});
