import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaults, scaffold } from '../../src/cli/scaffold.ts';

it('is YAML with a comment in every file, whatever the name', () => {
  const files = scaffold({ ...defaults, id: 'x', name: 'a: b # c' });
  expect(Object.keys(files)).toEqual(['hub.yaml', 'sites/main-site.yaml', 'evidence.yaml', 'sources.yaml']);
  for (const text of Object.values(files)) expect(text).toMatch(/^#/m);
  expect(parse(files['hub.yaml']!).name.en).toBe('a: b # c');
});
