import { expect, it } from 'vitest';
import { brief } from '../../../src/report/markdown/brief.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented, inventedPoor } from '../../fixtures/assessment/invented.ts';

it('is the brief that was reviewed', async () => {
  await expect(brief(invented, languages.en)).toMatchFileSnapshot('../../golden/brief.md');
});

it('does not give a number where the run did not converge', () => {
  const text = brief(inventedPoor, languages.en);
  expect(text).toContain('**NOT CONVERGED** ·');
  expect(text).not.toContain('**UNLIKELY**');
});

it('speaks Chinese', () => {
  expect(brief(invented, languages['zh-CN'])).toContain('## 宣称的算力真的在那里吗？');
});
