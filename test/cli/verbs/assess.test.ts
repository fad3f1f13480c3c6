import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invented, inventedPoor } from '../../fixtures/assessment/invented.ts';
import { folder, inventing, sandtable } from '../harness.ts';

describe('what goes where', () => {
  it('is the screen of the flagship with no arguments on a terminal', async () => {
    const { code, stdout } = await sandtable('', { cwd: folder(), tty: true });
    expect(code).toBe(0);
    expect(stdout).toContain('Is the claimed fleet really there?');
    expect(stdout).toContain('\u001b[');
  });

  it('is JSON on a pipe', async () => {
    const { stdout, stderr } = await sandtable('assess', { cwd: folder() });
    expect(JSON.parse(stdout).hub.id).toBe('xinjiang-qinghai');
    expect(stderr).toBe('');
  });

  it('obeys NO_COLOR and --plain', async () => {
    const at = { cwd: folder(), tty: true };
    expect((await sandtable('', { ...at, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect((await sandtable('--plain', at)).stdout).not.toMatch(/\p{Cc}\[|[\u2800-\u28ff]/u);
    expect((await sandtable('assess --plain', { cwd: at.cwd })).stdout).toContain('UNLIKELY');
  });

  it.each([
    ['md', '# Cloud Terraces'],
    ['csv', 'run,as_of,part'],
    ['svg', '<svg xmlns'],
    ['json', '{\n  "run"'],
    ['screen', '\n  Cloud Terraces'],
  ])('is %s when asked', async (format, start) => {
    const { stdout } = await sandtable(`assess --format ${format}`, { cwd: folder() });
    expect(stdout.startsWith(start)).toBe(true);
  });

  it('writes to a file', async () => {
    const cwd = folder();
    const { stdout } = await sandtable('assess -f svg --figure evidence --theme dark -o out.svg', { cwd });
    expect(stdout).toBe('');
    expect(readFileSync(join(cwd, 'out.svg'), 'utf8')).toContain('What moved the answer');
  });

  it('says so where a file cannot be written', async () => {
    const { code, stderr } = await sandtable('assess -o no/such/folder/out.json', { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain('ST-X014');
  });

  it('shows progress only on a terminal, and takes it away', async () => {
    const { stderr } = await sandtable('', { cwd: folder(), tty: true });
    expect(stderr).toMatch(/drawing worlds 50 % · \d+ s left/);
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('speaks Chinese', async () => {
    const { stdout } = await sandtable('assess --plain --language zh-CN', { cwd: folder() });
    expect(stdout).toContain('不太可能');
  });

  it('shows the matrix', async () => {
    expect((await sandtable('assess --matrix', { cwd: folder() })).stdout).toContain(
      'evidence by hypothesis',
    );
  });
});

describe('the run', () => {
  it('hands every option to the engine', async () => {
    const { stdout } = await sandtable('assess --as-of 2025-03 --prior sceptic --seed 9 --set a.b=3', {
      cwd: folder(),
    });
    expect(JSON.parse(stdout).run).toMatchObject({
      asOf: '2025-03',
      prior: 'sceptic',
      seed: 9,
      set: { 'a.b': '3' },
    });
  });

  it('is kept for diff and verify', async () => {
    const cwd = folder();
    const { stdout } = await sandtable('assess', { cwd });
    const { id } = JSON.parse(stdout).run;
    expect(existsSync(join(cwd, '.sandtable', 'runs', `${id}.json`))).toBe(true);
  });

  it('exits with 4 where an expectation is not met, having answered', async () => {
    const cwd = folder();
    expect((await sandtable(['assess', '--expect', 'claimed-fleet < 40 %'], { cwd })).code).toBe(0);
    expect((await sandtable(['assess', '--expect', 'it-load.high < 0.1 GW'], { cwd })).code).toBe(0);
    const { code, stdout, stderr } = await sandtable(['assess', '--expect', 'likely'], { cwd });
    expect(code).toBe(4);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('The headline is "unlikely", expected was "likely".');
  });

  it('exits with 5 where it did not converge', async () => {
    const engine = { ...inventing, assess: async () => inventedPoor };
    const { code, stdout, stderr } = await sandtable('assess --plain', { cwd: folder(), engine });
    expect(code).toBe(5);
    expect(stdout).toContain('NOT CONVERGED');
    expect(stderr).toContain('ST-X011');
  });

  it('writes a shard', async () => {
    const cwd = folder();
    const { code, stderr } = await sandtable('assess --shard 2/8', { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('sandtable merge');
    expect(readFileSync(join(cwd, 'xinjiang-qinghai-2-of-8.shard'), 'utf8')).toBe('2/8');
  });
});

it('answers what the engine answers', async () => {
  const { stdout } = await sandtable('assess', { cwd: folder() });
  expect(JSON.parse(stdout).quantities).toEqual(JSON.parse(JSON.stringify(invented.quantities)));
});
