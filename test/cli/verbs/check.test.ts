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

it('speaks Chinese where it is asked to: faults, JSON, and a dossier without any', async () => {
  const cwd = folder();
  await sandtable('new my-hub --yes', { cwd });
  const screen = await sandtable('check my-hub --language zh-CN', { cwd });
  expect(screen.stderr).toContain('  没有来源 `tender-notice`。\n');
  expect(screen.stderr).toContain('2 个错误 · 未作计算，您的文件没有变动');
  const written = await sandtable('check my-hub --format json --language=zh-CN', { cwd });
  const [{ faults }] = JSON.parse(written.stdout);
  expect(faults[0]).toMatchObject({ what: '没有来源 `tender-notice`。', place: { line: 18 } });
  expect(faults[0]).not.toHaveProperty('said');
  const sound = await sandtable('check --language zh-CN', { cwd });
  expect(sound.stdout).toMatch(/没有错误。接着：sandtable assess xinjiang-qinghai --language zh-CN\n$/);
});
