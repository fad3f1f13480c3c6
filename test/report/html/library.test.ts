import { expect, it } from 'vitest';
import { type LibraryCard, libraryPage } from '../../../src/report/html/library.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const cards: readonly LibraryCard[] = [
  {
    ...{ id: 'mine', origin: 'own', name: { en: 'Mine', zh: '我的' }, asOf: '2030-01' },
    ...{ sites: 3, items: 1, errors: 0, assessment: invented },
  },
  { id: 'torn', origin: 'own', name: { en: 'torn' }, errors: 2 },
  { id: 'aurora', origin: 'known', name: { en: 'Aurora' }, asOf: '2015-04', errors: 0 },
];

it.each(['en', 'zh-CN'] as const)('is one page without script in %s', (language) => {
  const page = libraryPage(cards, { strings: languages[language], theme: 'dark' });
  expect(page).toContain(`lang="${language}"`);
  expect(page).toContain(invented.run.id);
  expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|href="|undefined|NaN|\[object/i);
});

it('has a card with its verdict for a dossier, errors for a broken one, a line for a known hub', () => {
  const page = libraryPage(cards);
  expect(page.match(/class="card"/g)).toHaveLength(2);
  expect(page).toContain('3 sites · 1 item of evidence');
  expect(page).toContain('<strong>Unlikely 31 %</strong>');
  expect(page).toContain('2 errors');
  expect(page).toMatch(/<ul class="columns"><li>Aurora/);
});

it('text of a dossier is never markup, and a run that did not converge gives no verdict', () => {
  const evil = { en: '<script>alert(1)</script>', zh: '<img src=x onerror=alert(1)>' };
  const diagnostics = { ...invented.diagnostics, state: 'poor' as const };
  const poisoned = { ...cards[0]!, name: evil, summary: evil, assessment: { ...invented, diagnostics } };
  for (const strings of Object.values(languages)) {
    const page = libraryPage([poisoned, { ...cards[2]!, name: evil }], { strings });
    expect(page).not.toMatch(/<script|<img/i);
    expect(page).toContain(strings.notConverged);
  }
});
