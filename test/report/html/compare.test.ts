import { expect, it } from 'vitest';
import { comparePage } from '../../../src/report/html/compare.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented, inventedReplay } from '../../fixtures/assessment/invented.ts';

const [before, after] = [inventedReplay[0]!, inventedReplay[8]!];
const other = {
  ...invented,
  run: { ...invented.run, id: 'st1-000000000001', prior: 'sceptic' as const, drop: ['photos'] },
  evidence: invented.evidence.filter(({ id }) => id !== 'photos'),
};

it.each(['en', 'zh-CN'] as const)('is one page without script in %s', (language) => {
  const page = comparePage(before, after, { strings: languages[language], theme: 'dark' });
  expect(page).toContain(`lang="${language}"`);
  for (const { run } of [before, after]) expect(page).toContain(run.id);
  expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|href="(?!https?:)|undefined|NaN|\[object/i);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('tells one run from itself by the marks of its figures alone', () => {
  const ids = [...comparePage(invented, invented).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('shows either answer, every figure that moved, and what was changed', () => {
  const page = comparePage(before, after);
  expect(page).toMatch(/Roughly even chance <small>55 %/);
  expect(page).toMatch(/Unlikely <small>31 %/);
  expect(page).toContain('<strong>as of</strong> 2030-10 → 2031-06');
  expect(page).toContain('<td role="cell" data-head="change">−24 points</td>');
});

it('says that several edits moved the figures together, and names the items that went', () => {
  const page = comparePage(invented, { ...other, questions: inventedReplay[8]!.questions });
  expect(page).toContain('<strong>prior</strong> neutral → sceptic');
  expect(page).toContain('<strong>1 item only in the first</strong>: photos');
  expect(page).toContain('Every figure below moved by these together');
});

it('says so where nothing differs', () => {
  const page = comparePage(invented, invented);
  expect(page).toContain('Nothing was changed: the runs are the same.');
  expect(page).toContain('No figure differs.');
});
