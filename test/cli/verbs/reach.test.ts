import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

describe('reach', () => {
  it('prints a screen on a terminal, JSON and CSV elsewhere', async () => {
    const cwd = folder();
    const screen = await sandtable('reach', { cwd, tty: true, env: { NO_COLOR: '1' } });
    expect(screen.code).toBe(0);
    expect(screen.stdout).toContain('Whom could it serve?');
    expect(JSON.parse((await sandtable('reach', { cwd })).stdout).fleets.length).toBe(4);
    expect((await sandtable('reach --format csv', { cwd })).stdout).toMatch(/^of,figure,median/);
  });

  it('writes to a file, and speaks Chinese', async () => {
    const cwd = folder();
    expect((await sandtable('reach -o reach.json', { cwd })).stdout).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'reach.json'), 'utf8')).model.id).toBe('deepseek-v3');
    const zh = await sandtable('reach --plain --language zh-CN', { cwd });
    expect(zh.stdout).toContain('它能服务多少人');
  });

  it('refuses a hub that is not there', async () => {
    const { code, stderr } = await sandtable('reach nowhere-at-all', { cwd: folder() });
    expect(code).not.toBe(0);
    expect(stderr).toContain('ST-');
  });
});
