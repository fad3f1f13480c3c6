import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/errors/catalogue.ts';
import { errorsPage } from '../../src/errors/reference.ts';

const source = new URL('../../src/', import.meta.url);
const page = new URL('../../docs/reference/errors.md', import.meta.url);
const codes = Object.keys(catalogue);

it('docs/reference/errors.md is what errorsPage() writes', () => {
  const written = errorsPage();
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});

it('gives every code a heading', () => {
  const headings = errorsPage().match(/^### ST-.*$/gm);
  expect(headings?.map((heading) => heading.slice(4)).sort()).toEqual([...codes].sort());
});

it('explains every code: title without a full stop, why and fix as sentences', () => {
  for (const [code, { title, why, fix }] of Object.entries(catalogue)) {
    expect(code).toMatch(/^ST-[XUNSCKDPYIAMTVWH]\d{3}$/);
    expect(title, code).toMatch(/^[A-Z"].*[^.]$/);
    expect(why, code).toMatch(/[.!?]$/);
    expect(fix, code).toMatch(/^[A-Z].*[.!?`)]$/);
  }
});

it('holds no code that is never used', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/^errors\/(catalogue|zh-CN)\//.test(name),
  );
  const code = files.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n');
  expect(codes.filter((one) => !code.includes(`'${one}'`))).toEqual([]);
});
