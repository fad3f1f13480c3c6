import { expect, it } from 'vitest';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { page } from '../../../src/report/terminal/page.ts';
import { header, headline, otherQuestions } from '../../../src/report/terminal/verdict.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const on = page({ width: 100 });

it('says what a what-if changed', () => {
  const changed = { ...invented, run: { ...invented.run, drop: ['photos'], set: { 'site.pue': '1.2' } } };
  expect(header(changed, on).join('\n')).toContain('changed: without photos · site.pue = 1.2');
  expect(header(invented, on).join('\n')).not.toContain('changed');
});

it('marks a prior that did not converge on its own', () => {
  const { diagnostics } = invented;
  const paretoByPreset = { ...diagnostics.paretoByPreset, believer: 1.1 };
  const text = headline({ ...invented, diagnostics: { ...diagnostics, paretoByPreset } }, on).join('\n');
  expect(text).toContain('believer 52 %?');
  expect(text).toContain('? = that prior alone did not converge');
});

it('says under the question what its word means', () => {
  expect(headline(invented, on).join('\n')).toContain('Really there: at least 50 % of it run.');
  const zh = page({ width: 100, strings: zhCN });
  expect(headline(invented, zh).join('\n')).toContain('真的在：至少50%在运行。');
});

it('shows the three priors for every other question', () => {
  expect(otherQuestions(invented, on).join('\n')).toMatch(/sceptic <1 % · neutral <1 % · believer 1 %/);
});
