import { expect, it } from 'vitest';
import { timeline } from '../../../src/controls/timeline.ts';
import { timelineFigure } from '../../../src/report/figures/timeline.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { book } from '../../controls/data.ts';

const span = { to: 'CN', from: 'US', start: '2022-01-01', end: '2026-08-31' };
const tracks = ['h100-sxm5', 'h800-sxm', 'h20', 'rtx-4090', 'gaudi-3-cn-oam', 'mi308x'].map((id) => ({
  name: book.catalogue.chips.get(id)!.name,
  spans: timeline(book, id, span),
}));
const options = { to: 'CN', controls: book.controls };

it('is the reviewed figure', async () => {
  await expect(timelineFigure(tracks, options)).toMatchFileSnapshot('../../golden/timeline.svg');
  const chinese = { ...options, theme: 'dark' as const, width: 480, strings: languages['zh-CN'] };
  await expect(timelineFigure(tracks, chinese)).toMatchFileSnapshot('../../golden/timeline-dark-zh.svg');
});

it('says in words how often the answers changed', () => {
  const outcomes = tracks.map(({ spans }) => spans.map((one) => `${one.outcome} ${one.exception}`));
  const changes = outcomes.reduce(
    (sum, names) => sum + names.filter((name, i) => i > 0 && name !== names[i - 1]).length,
    0,
  );
  expect(timelineFigure(tracks, options)).toContain(`changed ${changes} times over 6 chips`);
});
