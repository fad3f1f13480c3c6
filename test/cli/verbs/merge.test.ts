import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, inventing, sandtable } from '../harness.ts';

it('hands the bytes of all shards to the engine and prints the verdict', async () => {
  const cwd = folder();
  for (const part of [1, 2]) writeFileSync(join(cwd, `${part}.shard`), `part ${part}`);
  let got: string[] = [];
  const engine = {
    ...inventing,
    merge: (...[parts, context]: Parameters<typeof inventing.merge>) => {
      got = parts.map((bytes) => new TextDecoder().decode(bytes));
      return inventing.merge(parts, context);
    },
  };
  const { code, stdout } = await sandtable('merge 1.shard 2.shard', { cwd, engine });
  expect(code).toBe(0);
  expect(got).toEqual(['part 1', 'part 2']);
  expect(JSON.parse(stdout).run.id).toBe('st1-0123456789ab');
});

it('says which shard is missing', async () => {
  const { code, stderr } = await sandtable('merge 3.shard', { cwd: folder() });
  expect(code).toBe(2);
  expect(stderr).toContain('3.shard');
});
