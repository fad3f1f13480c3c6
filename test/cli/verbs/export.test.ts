import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findChromium } from '../../../src/cli/chromium.ts';
import { asking, workingFolder } from '../../server/harness.ts';
import { folder, sandtable } from '../harness.ts';

it('writes the brief as one page, to standard output or a file', async () => {
  const cwd = folder();
  const { stdout, code } = await sandtable('export', { cwd });
  expect(code).toBe(0);
  expect(stdout.match(/class="sheet"/g)?.length).toBe(4);
  const written = await sandtable('export --html brief.html', { cwd });
  expect(written.stdout).toBe('');
  expect(readFileSync(join(cwd, 'brief.html'), 'utf8')).toBe(stdout);
});

it('writes one screen, in another language and theme', async () => {
  const { stdout } = await sandtable('export --embed verdict --language zh-CN --theme dark', {
    cwd: folder(),
  });
  expect(stdout).toContain('lang="zh-CN"');
  expect(stdout).not.toContain('class="sheet"');
});

it('is a page of the server that runs no script', async () => {
  const cwd = workingFolder();
  const answer = await asking(cwd)('/export/xinjiang-qinghai?embed=evidence');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
  const { stdout } = await sandtable('export --embed evidence', { cwd });
  expect(await answer.text()).toBe(stdout);
  expect((await asking(cwd)('/export?html=x.html')).status).toBe(400);
  expect((await asking(cwd)('/export?print=x.pdf')).status).toBe(400);
});

it('writes the library, with the verdict on every dossier that has one', async () => {
  const cwd = workingFolder();
  const broken = join(cwd, 'broken');
  cpSync(join(cwd, 'minimal'), broken, { recursive: true });
  writeFileSync(join(broken, 'hub.yaml'), 'id: broken\n');
  const { stdout, code } = await sandtable('export --embed library', { cwd });
  expect(code).toBe(0);
  expect(stdout.match(/class="card"/g)).toHaveLength(4);
  expect(stdout.match(/class="strip"/g)).toHaveLength(3);
  expect(stdout).toMatch(/\d errors?</);
  const answer = await asking(cwd)('/export?embed=library');
  expect(await answer.text()).toBe(stdout);
  expect((await sandtable('export --embed library --drop x', { cwd })).stderr).toContain('ST-X003');
});

it('writes the files of a dossier, faults and all, where there can be no verdict', async () => {
  const cwd = workingFolder();
  writeFileSync(join(cwd, 'minimal', 'hub.yaml'), 'id: minimal\n');
  const { stdout, code } = await sandtable('export minimal --embed edit', { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('<pre tabindex="0">id: minimal');
  expect(stdout).toContain('<strong>ST-');
});

it.each([
  ['export --embed nothing', 'ST-X003'],
  ['export --html nowhere/x.html', 'ST-X014'],
  ['export --print nowhere/x.pdf', 'ST-X014'],
])('refuses %s with %s', async (line, code) => {
  const { stderr } = await sandtable(line, { cwd: folder() });
  expect(stderr).toContain(code);
});

it('says what to do where there is no browser to print with', async () => {
  const { stderr, code } = await sandtable('export --print x.pdf', { cwd: folder(), env: { PATH: '' } });
  expect(stderr).toContain('ST-H017');
  expect(stderr).toContain('--html');
  expect(code).toBe(2);
});

it('prints four pages', async (test) => {
  if (!findChromium(process.env)) return test.skip('NO CHROMIUM: nothing is printed');
  const cwd = folder();
  const { code, stderr } = await sandtable('export --print brief.pdf', { cwd, env: process.env });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const pdf = readFileSync(join(cwd, 'brief.pdf'), 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(4);
});
