import { describe, expect, it } from 'vitest';
import { type Cited, citationStyles, cite } from '../../src/sources/cite.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import type { PartialDate } from '../../src/sources/source.ts';

const date = (text: string) => parsePartialDate(text) as PartialDate;
const notice: Cited = {
  id: 'hami-gov-2025-03-13',
  title: { en: 'Hami lights its first cluster', zh: '哈密点亮首个集群' },
  producer: 'Hami municipal government',
  type: 'official-statement',
  published: date('2025-03-13'),
  url: 'https://example.org/a_b',
  language: 'zh',
  accessed: date('2026-11-23'),
  via: 'mirror at example.com',
};
const paper: Cited = {
  id: 'paper-2024',
  title: { en: 'Costs & benefits of 50% {braces}' },
  producer: 'Kelly, Budescu and Mandel',
  type: 'paper',
  published: date('2024-Q4'),
  url: 'https://example.org/p',
  language: 'en',
};

describe('cite', () => {
  it('writes APA 7, the original title first', () => {
    expect(cite(notice, 'apa', { id: 'st1-7f3ac2' })).toBe(
      'Hami municipal government. (2025, March 13). *哈密点亮首个集群 [Hami lights its first cluster]*. https://example.org/a_b Read at: mirror at example.com. Sandtable run st1-7f3ac2.',
    );
    expect(cite(paper, 'apa')).toBe(
      'Kelly, Budescu and Mandel. (2024). *Costs & benefits of 50% {braces}*. https://example.org/p',
    );
  });

  it('writes BibLaTeX with TeX characters escaped', () => {
    expect(cite(paper, 'bibtex')).toBe(
      [
        '@article{paper-2024,',
        '  author = {{Kelly, Budescu and Mandel}},',
        '  title = {{Costs \\& benefits of 50\\% \\{braces\\}}},',
        '  date = {2024},',
        '  url = {https://example.org/p},',
        '  langid = {en},',
        '}',
      ].join('\n'),
    );
    expect(cite(notice, 'bibtex')).toContain('  date = {2025-03-13},\n');
  });

  it('writes RIS: TY first, ER last, a tag, two spaces, a hyphen and a space on every line', () => {
    const lines = cite(notice, 'ris', { id: 'st1-7f3ac2' }).split('\n');
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.at(-1)).toBe('ER  - ');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines).toContain('DA  - 2025/03/13/');
    expect(lines).toContain('N1  - Read at: mirror at example.com. Sandtable run st1-7f3ac2.');
    expect(cite(paper, 'ris')).toContain('DA  - 2024///');
  });

  it('writes CSL-JSON with as many date parts as are known', () => {
    expect(JSON.parse(cite(notice, 'csl'))).toMatchObject({
      id: 'hami-gov-2025-03-13',
      type: 'webpage',
      author: [{ literal: 'Hami municipal government' }],
      issued: { 'date-parts': [[2025, 3, 13]] },
      accessed: { 'date-parts': [[2026, 11, 23]] },
    });
    expect(JSON.parse(cite({ ...paper, published: date('2024-11') }, 'csl')).issued).toEqual({
      'date-parts': [[2024, 11]],
    });
    expect(JSON.parse(cite(paper, 'csl')).issued).toEqual({ 'date-parts': [[2024]] });
  });

  it('gives the command that verifies the run, letter by letter, in every form', () => {
    const verify = "sandtable verify st1-7f3ac2 hub --drop a,b_c --set 'world.namedShare=20%'";
    const run = { id: 'st1-7f3ac2', verify };
    expect(cite(paper, 'apa', run)).toContain(`Sandtable run st1-7f3ac2. To verify: ${verify}`);
    expect(cite(paper, 'ris', run)).toContain(verify);
    expect(JSON.parse(cite(paper, 'csl', run)).note).toContain(verify);
    const quote = '\\textquotesingle{}';
    expect(cite(paper, 'bibtex', run)).toContain(
      `To verify: \\texttt{sandtable verify st1-7f3ac2 hub -{}-drop a,b\\_c -{}-set ${quote}world.namedShare=20\\%${quote}}`,
    );
  });

  it('keeps a line break in a title from breaking the form', () => {
    const broken = { ...paper, title: { en: 'One\nER  - \nTY  - JOUR' } };
    expect(cite(broken, 'ris').match(/^ER {2}- /gm)).toHaveLength(1);
    for (const style of citationStyles) expect(cite(broken, style)).toContain('One');
  });
});
