import { expect, it } from 'vitest';
import { timeline } from '../../../src/controls/timeline.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { timelineFigure } from '../../../src/report/figures/timeline.ts';
import { book } from '../../controls/data.ts';

const span = { to: 'CN', from: 'US', start: '2022-01-01', end: '2026-08-31' };
const tracks = ['h100-sxm5', 'h800-sxm', 'h20', 'rtx-4090', 'gaudi-3-cn-oam', 'mi308x'].map((id) => ({
  name: book.catalogue.chips.get(id)!.name,
  spans: timeline(book, id, span),
}));

it('says in words how often the answers changed, and has a row a stretch', () => {
  const outcomes = tracks.map(({ spans }) => spans.map((one) => `${one.outcome} ${one.exception}`));
  const changes = outcomes.reduce(
    (sum, names) => sum + names.filter((name, i) => i > 0 && name !== names[i - 1]).length,
    0,
  );
  const { sentence, table } = timelineFigure(tracks, { to: 'CN', controls: book.controls });
  expect(sentence).toContain(`changed ${changes} times over 6 chips`);
  expect(table.rows).toHaveLength(tracks.reduce((sum, { spans }) => sum + spans.length, 0));
});

it('carries the run of the page that it stands on, if there is one', () => {
  const options = { to: 'CN', controls: book.controls };
  const run = 'st1-0123456789ab';
  expect(figureSvg(timelineFigure(tracks, { ...options, run }))).toContain(run);
  expect(figureSvg(timelineFigure(tracks, options))).not.toContain('st1-');
});
