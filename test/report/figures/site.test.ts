import { expect, it } from 'vitest';
import { siteFigure } from '../../../src/report/figures/site.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { yiwu } from '../site.ts';

const report = yiwu();

it.each(['chain', 'load', 'pue', 'energy'] as const)('draws the reviewed figure of %s', async (kind) => {
  await expect(siteFigure(report, kind)).toMatchFileSnapshot(`../../golden/site-${kind}.svg`);
});

it.each(['chain', 'load', 'pue', 'energy'] as const)(
  'draws %s small, dark and in Chinese, in whole numbers',
  (kind) => {
    const svg = siteFigure(report, kind, { width: 360, theme: 'dark', strings: languages['zh-CN'] });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toContain('伊吾集群');
    expect(svg).toContain('role="img"');
  },
);
