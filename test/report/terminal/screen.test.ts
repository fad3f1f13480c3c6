import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/report/strings/strings.ts';
import { screen } from '../../../src/report/terminal/screen.ts';
import { colours } from '../../../src/report/terminal/style.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { invented, inventedPoor } from '../../fixtures/assessment/invented.ts';

describe('screen', () => {
  it.each([60, 80, 120])('is the reviewed screen at %i columns, and no wider', async (width) => {
    const text = screen(invented, { width, seconds: 1.43 });
    for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
    await expect(text).toMatchFileSnapshot(`../../golden/screen-${width}.txt`);
  });

  it('has words instead of glyphs when plain', async () => {
    const text = screen(invented, { width: 80, plain: true, style: colours });
    expect(text).not.toMatch(/[\u2800-\u28ff◯▨░▒█■ƒ✎●◐○]/);
    expect(text).not.toContain('\u001b');
    await expect(text).toMatchFileSnapshot('../../golden/screen-plain.txt');
  });

  it('is the same text with and without colours', () => {
    const coloured = screen(invented, { style: colours });
    expect(coloured).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(screen(invented));
  });

  it('speaks Chinese', async () => {
    const text = screen(invented, { width: 80, strings: languages['zh-CN'] });
    for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(80);
    await expect(text).toMatchFileSnapshot('../../golden/screen-zh.txt');
  });

  it('shows the three priors beside the headline, and confidence on a line of its own', () => {
    const lines = screen(invented).split('\n');
    expect(lines.some((line) => /sceptic 18 %.*neutral 31 %.*believer 52 %/.test(line))).toBe(true);
    const confidence = lines.find((line) => line.includes('Confidence'))!;
    expect(confidence).not.toMatch(/unlikely|%/i);
  });

  it('ends with the run id and the next commands', () => {
    const tail = screen(invented).trimEnd().split('\n').slice(-7).join('\n');
    expect(tail).toContain('st1-0123456789ab');
    expect(tail).toContain('sandtable why accelerators');
    expect(tail).toContain('sandtable open ');
    expect(tail).toContain(`--drop photos`);
  });

  it('does not print a verdict that did not converge', () => {
    const text = screen(inventedPoor);
    expect(text).toContain('NOT CONVERGED');
    expect(text).toContain('effective sample size 12 of 100,000');
    expect(text).toContain('CONFLICT');
    expect(text).not.toContain('UNLIKELY');
  });

  it('cannot be made to act on the terminal by a dossier', () => {
    const evil = { ...invented, hub: { ...invented.hub, name: { en: 'x\u001b]0;owned\u0007y' } } };
    expect(screen(evil)).not.toContain('\u001b');
  });
});
