import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('finds the flagship without errors', async () => {
  const { code, stdout } = await sandtable('check', { cwd: folder() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^xinjiang-qinghai: \d+ site records, \d+ evidence items, \d+ sources, no errors/);
});

it('hands faults to programs as JSON', async () => {
  const cwd = folder();
  await sandtable('new my-hub --yes', { cwd });
  const { code, stdout } = await sandtable('check my-hub --format json', { cwd });
  expect(code).toBe(3);
  const [{ faults }] = JSON.parse(stdout);
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatchObject({ severity: 'error', place: { line: expect.any(Number) } });
});
