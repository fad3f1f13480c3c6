import { expect, it } from 'vitest';
import { z } from 'zod';
import { id, webAddress } from '../../src/sources/fields.ts';
import { mendedForm } from '../../src/sources/mended-form.ts';

const mended = (field: z.ZodType, text: string) => mendedForm(text, field.safeParse(text).error!.issues[0]!);

it.each([
  ['Main-Budget', 'main-budget'],
  ['main site', 'main-site'],
  ['Yiwu_Lit 2025/01', 'yiwu-lit-2025-01'],
  [' yiwu ', 'yiwu'],
])('takes %s for the id %s', (text, meant) => {
  expect(mended(id, text)).toBe(meant);
});

it('parts ids that Chinese commas join', () => {
  expect(mended(id, 'h100-sxm5，h200-sxm、h800-sxm')).toBe('h100-sxm5, h200-sxm, h800-sxm');
  expect(mended(id, '伊吾，hami')).toBe('hami');
});

it('puts the scheme before a web address that has none', () => {
  expect(mended(webAddress, 'www.example.org/tender')).toBe('https://www.example.org/tender');
});

it('guesses nothing where nothing is near', () => {
  expect(mended(id, '伊吾')).toBeUndefined();
  expect(mended(webAddress, 'the notice')).toBeUndefined();
  expect(mended(z.string().regex(/^[a-z]{2,3}$/), 'Chinese')).toBeUndefined();
  expect(mended(id, 'x'.repeat(81))).toBeUndefined();
});
