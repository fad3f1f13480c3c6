import { expect, it } from 'vitest';
import { catalogue } from '../../../src/errors/catalogue.ts';
import { catalogueZhCN } from '../../../src/errors/zh-CN/catalogue.ts';
import { folder, sandtable } from '../harness.ts';

it('explains every code there is', async () => {
  const cwd = folder();
  for (const [code, { title }] of Object.entries(catalogue)) {
    const { stdout } = await sandtable(`explain ${code}`, { cwd, columns: 100 });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${code} · ${title}`);
  }
});

it('takes codes as people type them, and lists them all', async () => {
  const cwd = folder();
  expect((await sandtable('explain x012', { cwd })).stdout).toContain('ST-X012');
  expect((await sandtable('explain', { cwd })).stdout.trim().split('\n')).toHaveLength(
    Object.keys(catalogue).length,
  );
});

it('explains every code in Chinese, too', async () => {
  const at = { cwd: folder(), columns: 100 };
  for (const [code, { title }] of Object.entries(catalogueZhCN)) {
    const { stdout } = await sandtable(`explain ${code} --language zh-CN`, at);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${code} · ${title}`);
    expect(stdout).toContain('\n办法：');
  }
  const { stdout } = await sandtable('explain u006 --format json --language zh-CN', at);
  expect(JSON.parse(stdout)).toEqual({ code: 'ST-U006', ...catalogueZhCN['ST-U006'] });
});
