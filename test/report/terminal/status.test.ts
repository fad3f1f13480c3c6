import { expect, it } from 'vitest';
import { status } from '../../../src/controls/status.ts';
import { timeline } from '../../../src/controls/timeline.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { statusScreen } from '../../../src/report/terminal/status.ts';
import { timelineScreen } from '../../../src/report/terminal/timeline.ts';
import { book } from '../../controls/data.ts';

it('is the reviewed screen', async () => {
  const h20 = status(book, 'h20', { on: '2025-04-10', to: 'CN', from: 'US' });
  await expect(statusScreen(h20, book.controls)).toMatchFileSnapshot('../../golden/status-80.txt');
  const h200 = status(book, 'h200', { on: '2026-02-10', to: 'CN', endUser: 'bytedance' });
  const chinese = { width: 60, strings: languages['zh-CN'] };
  await expect(statusScreen(h200, book.controls, chinese)).toMatchFileSnapshot(
    '../../golden/status-60-zh.txt',
  );
});

it('shows time as a strip with one mark a month', async () => {
  const spans = timeline(book, 'a800-sxm', { to: 'CN', from: 'US', start: '2022-01-01', end: '2026-08-31' });
  const screen = timelineScreen([{ name: 'A800', spans }], { to: 'CN', controls: book.controls });
  expect(screen).toMatch(/2022 ·{12}/);
  expect(screen).toMatch(/2023 ·{9}█{3}/);
  await expect(screen).toMatchFileSnapshot('../../golden/timeline-80.txt');
});
