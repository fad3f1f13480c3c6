import { beforeAll, describe, expect, it } from 'vitest';
import { shelf } from '../../../src/cli/shelf.ts';
import { assessedScreens } from '../../../src/report/html/exported-screens.ts';
import { type Exported, exportedPage } from '../../../src/report/html/screens.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { running as invented } from '../figures/every.ts';

let from: Exported;

beforeAll(async () => {
  const world = await shelf.world();
  const { dossier } = await shelf.check('two-halls', process.cwd());
  from = {
    assessment: invented,
    dossier: dossier!,
    geography: shelf.geography(),
    world,
  };
});

describe.each(assessedScreens)('the screen %s', (screen) => {
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

it('has a card for every site with its claims, and for every item with its original', () => {
  const sites = exportedPage('sites', from);
  expect(sites.match(/class="card"/g)?.length).toBe(invented.sites.length);
  const items = exportedPage('evidence', from);
  expect(items.match(/class="card"/g)?.length).toBe(invented.evidence.length);
  const quoted = invented.evidence.find(({ quote }) => quote)!;
  expect(items).toContain(`<blockquote>${quoted.quote}</blockquote>`);
});

it('the brief names every site, those with most projects first, and cites itself', () => {
  const page = exportedPage('brief', from);
  const last = page.slice(page.lastIndexOf('class="sheet"'));
  for (const { name } of invented.sites) expect(last).toContain(name.en);
  const ours = invented.sites.filter(({ role }) => role === 'hub').sort((p, q) => q.projects - p.projects);
  expect(last.indexOf(ours[0]!.name.en)).toBeLessThan(last.indexOf(ours[1]!.name.en));
  expect(page).toContain('To verify: sandtable verify');
});

it('every figure says in words what it shows, and has its numbers as a table', () => {
  const page = exportedPage('evidence', from);
  const figures = page.match(/<figure>/g)!.length;
  expect(figures).toBeGreaterThan(1);
  // Each is drawn for a wide screen and for a phone; one of the two is shown.
  expect(page.match(/role="img"/g)?.length).toBe(2 * figures);
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
    dossier: {
      ...from.dossier,
      sites: from.dossier.sites.map((site) => ({
        ...site,
        claims: site.claims.map((claim) => ({ ...claim, by: words, text: words })),
      })),
      sources: new Map(
        [...from.dossier.sources].map(([id, source]) => [
          id,
          {
            ...source,
            title: words,
            producer: evil,
            url: 'javascript:alert(1)',
            archive: 'javascript:alert(1)',
          },
        ]),
      ),
    },
  };
  for (const screen of assessedScreens) {
    const page = exportedPage(screen, poisoned);
    expect(page, screen).not.toMatch(/<script|<img|href="javascript/i);
  }
});

it('a run that did not converge gives no verdict', () => {
  const poor = { ...invented, diagnostics: { ...invented.diagnostics, state: 'poor' as const } };
  const page = exportedPage('verdict', { ...from, assessment: poor });
  expect(page).toContain('<p class="verdict">NOT CONVERGED</p>');
});
