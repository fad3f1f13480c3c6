import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asking, workingFolder } from '../../server/harness.ts';
import { folder, sandtable } from '../harness.ts';

it('compares two kept runs and names the option between them', async () => {
  const cwd = folder();
  const ids = [];
  for (const prior of ['neutral', 'sceptic']) {
    ids.push(JSON.parse((await sandtable(`assess --prior ${prior}`, { cwd })).stdout).run.id);
  }
  const { code, stdout } = await sandtable(`diff ${ids.join(' ')} --plain`, { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/prior +neutral → sceptic/);
  expect(stdout).toContain('31 %');
});

it('takes a file and a dossier, too', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'run.json'), (await sandtable('assess', { cwd })).stdout);
  const { stdout } = await sandtable('diff run.json xinjiang-qinghai --plain', { cwd });
  expect(stdout).toContain('No figure differs.');
});

it('refuses a file that is no run', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'x.json'), '{"a":1}');
  const { code, stderr } = await sandtable('diff x.json x.json', { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('ST-X007');
});

it('takes a dossier with what follows ? in its link, and writes the comparison as one page', async () => {
  const cwd = folder();
  const sides = ['xinjiang-qinghai', 'xinjiang-qinghai?prior=sceptic'];
  const { stdout } = await sandtable(['diff', ...sides, '--plain'], { cwd });
  expect(stdout).toMatch(/prior +neutral → sceptic/);
  const page = await sandtable(['diff', ...sides, '--format', 'html', '--language', 'zh-CN'], { cwd });
  expect(page.stdout).toContain('lang="zh-CN"');
  expect(page.stdout).toContain('先验</strong> 中立 → 怀疑');
  const written = await sandtable(['diff', ...sides, '--format=html', '--language=zh-CN', '-o', 'x.html'], {
    cwd,
  });
  expect(written.stdout).toBe('');
  expect(readFileSync(join(cwd, 'x.html'), 'utf8')).toBe(page.stdout);
});

it('is a page of the server that runs no script, and tells of a change on disk', async () => {
  const cwd = workingFolder();
  const ask = asking(cwd);
  const address = `/api/diff/minimal/${encodeURIComponent('minimal?prior=sceptic&set=pool:5k')}?format=html`;
  const answer = await ask(address);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
  expect(await answer.text()).toContain('set pool');
  const tag = answer.headers.get('etag');
  appendFileSync(join(cwd, 'minimal', 'hub.yaml'), '\n# a note\n');
  expect((await ask(address)).headers.get('etag')).not.toBe(tag);
  expect((await ask('/api/diff/minimal/..%2Fminimal?format=html')).status).toBe(400);
  expect((await ask(`/api/diff/minimal/${encodeURIComponent('minimal?piror=x')}`)).status).toBe(400);
});
