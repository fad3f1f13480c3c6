import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../src/report/figures/evidence.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('is the reviewed figure, light and dark, wide and narrow', async () => {
  await expect(evidenceFigure(invented)).toMatchFileSnapshot('../../golden/evidence.svg');
  await expect(
    evidenceFigure(invented, { theme: 'dark', strings: languages['zh-CN'], width: 420 }),
  ).toMatchFileSnapshot('../../golden/evidence-dark-zh.svg');
});

it('carries its sentence as alternative text, and where it comes from', () => {
  const svg = evidenceFigure(invented);
  expect(svg).toMatch(/role="img" aria-labelledby="\S+-title \S+-desc"/);
  expect(svg).toMatch(/<title id="[^"]+-title">[^<]+<\/title>\n<desc id="[^"]+-desc">[^<]{40,}<\/desc>/);
  expect(svg).toContain('st1-0123456789ab');
  expect(svg).toContain('as of 2031-06-30');
  expect(svg).toContain('47 items of 9 independent origins');
});

it('never draws what is not a number', () => {
  expect(evidenceFigure(invented)).not.toMatch(/NaN|undefined|Infinity/);
});
