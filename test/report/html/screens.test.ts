import { beforeAll, describe, expect, it } from 'vitest';
import { shelf } from '../../../src/cli/shelf.ts';
import { exportedScreens } from '../../../src/report/html/exported-screens.ts';
import { type Exported, exportedPage } from '../../../src/report/html/screens.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

let from: Exported;

beforeAll(async () => {
  const world = await shelf.world();
  const { dossier } = await shelf.check('two-halls', process.cwd());
  from = {
    assessment: invented,
    sources: dossier!.sources,
    geography: shelf.geography(),
    supply: world.supply,
    book: world,
  };
});

describe.each(exportedScreens)('the screen %s', (screen) => {
  it.each(['en', 'zh-CN'] as const)('is one page without script in %s', (language) => {
    const page = exportedPage(screen, from, { strings: languages[language], theme: 'dark' });
    expect(page).toContain(`lang="${language}"`);
    expect(page).toContain(invented.run.id);
    expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|href="(?!https?:)|undefined|NaN|\[object/i);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('the brief has four sheets', () => {
  expect(exportedPage('brief', from).match(/class="sheet"/g)?.length).toBe(4);
});

it('every figure says in words what it shows, and has its numbers as a table', () => {
  const page = exportedPage('evidence', from);
  const figures = page.match(/<figure>/g)!.length;
  expect(figures).toBeGreaterThan(1);
  expect(page.match(/role="img"/g)?.length).toBe(figures);
  expect(page.match(/<details>/g)?.length).toBe(figures);
});

it('text of a dossier is never markup, in any screen', () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"'`;
  const words = { en: evil, zh: evil };
  const poisoned: Exported = {
    ...from,
    assessment: {
      ...invented,
      hub: { ...invented.hub, name: words, summary: words },
      questions: invented.questions.map((one) => ({ ...one, text: words })),
      quantities: invented.quantities.map((one) => ({ ...one, label: words })),
      sites: invented.sites.map((one) => ({ ...one, name: words })),
      evidence: invented.evidence.map((one) => ({ ...one, says: words, quote: evil, source: evil })),
      looks: invented.looks.map((one) => ({ ...one, name: words, cost: evil, lead: evil })),
      run: { ...invented.run, set: { [evil]: evil }, drop: [evil] },
    },
    sources: new Map(
      [...from.sources].map(([id, source]) => [
        id,
        { ...source, title: words, producer: evil, url: 'javascript:alert(1)' },
      ]),
    ),
  };
  for (const screen of exportedScreens) {
    const page = exportedPage(screen, poisoned);
    expect(page, screen).not.toMatch(/<script|<img|href="javascript/i);
  }
});

it('a run that did not converge gives no verdict', () => {
  const poor = { ...invented, diagnostics: { ...invented.diagnostics, state: 'poor' as const } };
  const page = exportedPage('verdict', { ...from, assessment: poor });
  expect(page).toContain('<p class="verdict">NOT CONVERGED</p>');
});
