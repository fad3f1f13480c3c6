import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { httpPage } from '../../src/server/http-page.ts';
import { asking, json } from './harness.ts';

const page = new URL('../../docs/reference/http.md', import.meta.url);

it('docs/reference/http.md is what httpPage() writes', async () => {
  const written = httpPage(await json(await asking(process.cwd())('/api/openapi.json')));
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});
