import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shelf } from '../../src/cli/shelf.ts';
import { readCompiledDossier } from '../../src/dossier/compiled-dossier.ts';
import type { Fault } from '../../src/errors/fault.ts';
import { attacks } from './attacks.ts';
import { asking, json, workingFolder } from './harness.ts';

const yaml = { 'content-type': 'text/yaml' };
const sent = { 'content-type': 'application/json' };

/** The dossier `minimal` as a page has it in front of it. */
async function read(ask: ReturnType<typeof asking>) {
  const { files, versions } = await json(await ask('/api/dossiers/minimal'));
  return { hub: files['hub.yaml'] as string, version: `"${versions['hub.yaml']}"` };
}

const put = (path: string, body: string, headers: Record<string, string>) =>
  [`/api/dossiers/minimal/files/${path}`, { method: 'PUT', body, headers: { ...yaml, ...headers } }] as const;

describe('the library', () => {
  it('has a card for every dossier, the own ones writable and first to be opened', async () => {
    const ask = asking(workingFolder());
    const { first, dossiers } = await json(await ask('/api/dossiers'));
    expect(first).toBe('xinjiang-qinghai');
    const by = (id: string) => dossiers.find((card: { id: string }) => card.id === id);
    expect(by('minimal')).toMatchObject({ origin: 'own', errors: 0, sites: 1 });
    expect(by('xinjiang-qinghai')).toMatchObject({ origin: 'bundled', projects: 39, errors: 0 });
    expect(by('lotus').origin).toBe('known');
  });

  it('shows a broken dossier beside the others, with its errors counted', async () => {
    const cwd = workingFolder();
    writeFileSync(join(cwd, 'minimal', 'hub.yaml'), 'name: [\n');
    const { dossiers } = await json(await asking(cwd)('/api/dossiers'));
    const card = dossiers.find(({ id }: { id: string }) => id === 'minimal');
    expect(card.errors).toBeGreaterThan(0);
    expect(card.name).toEqual({ en: 'minimal' });
  });
});

describe('a dossier', () => {
  it('is given as the texts that make its digest', async () => {
    const cwd = workingFolder();
    const answer = await asking(cwd)('/api/dossiers/minimal');
    const body = await json(answer);
    expect(body.files['hub.yaml']).toBe(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8'));
    expect(body.digest).toBe((await shelf.check('minimal', cwd)).dossier!.digest);
    expect(body.writable).toBe(true);
    expect(Object.keys(body.versions)).toEqual(Object.keys(body.files));
  });

  it('that is known already is not sent again', async () => {
    const ask = asking(workingFolder());
    const first = await ask('/api/dossiers/minimal');
    const tag = first.headers.get('etag')!;
    expect((await ask('/api/dossiers/minimal', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('with errors is still given, to be mended', async () => {
    const cwd = workingFolder();
    writeFileSync(join(cwd, 'minimal', 'hub.yaml'), 'name: [\n');
    const body = await json(await asking(cwd)('/api/dossiers/minimal'));
    expect(body.files['hub.yaml']).toBe('name: [\n');
  });

  it('that is not there is refused', async () => {
    const answer = await asking(workingFolder())('/api/dossiers/minimol');
    expect(answer.status).toBe(404);
    expect((await json(answer)).faults[0].fix).toContain('minimal');
  });

  it('is never called by a path', async () => {
    const ask = asking(workingFolder());
    for (const id of [
      '..',
      '%2e%2e',
      '..%2f..%2fetc',
      '%2fetc',
      'minimal%2f..',
      'minimal%00',
      'C%3a',
      'Minimal',
    ]) {
      const answer = await ask(`/api/dossiers/${id}`);
      expect([400, 404], id).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('json');
    }
  });
});

describe('a draft', () => {
  it('is checked without being written', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub } = await read(ask);
    const check = async (text: string) =>
      json(
        await ask('/api/dossiers/minimal/check', {
          method: 'POST',
          headers: sent,
          body: JSON.stringify({ files: { 'hub.yaml': text } }),
        }),
      );
    expect(await check(hub)).toMatchObject({ whole: true });
    const broken = await check(hub.replace(/^id:.*$/m, 'id: other'));
    expect(broken.whole).toBe(false);
    expect(broken.faults[0]).toMatchObject({ severity: 'error', place: { file: 'minimal/hub.yaml' } });
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(hub);
  });

  it('is given as the engine reads it, or refused with every fault', async () => {
    const ask = asking(workingFolder());
    const { hub } = await read(ask);
    const compiled = (files: object) =>
      ask('/api/dossiers/minimal/compiled', {
        method: 'POST',
        headers: sent,
        body: JSON.stringify({ files }),
      });
    const plain = readCompiledDossier(await (await compiled({})).text());
    const changed = readCompiledDossier(await (await compiled({ 'hub.yaml': `# mine\n${hub}` })).text());
    expect(plain.id).toBe('minimal');
    expect(changed.digest).not.toBe(plain.digest);
    const broken = await compiled({ 'hub.yaml': hub.replace(/^id:.*$/m, 'id: other') });
    expect(broken.status).toBe(422);
    expect((await json(broken)).faults[0].place.file).toBe('minimal/hub.yaml');
  });

  it('may leave a file out', async () => {
    const answer = await asking(workingFolder())('/api/dossiers/minimal/check', {
      method: 'POST',
      headers: sent,
      body: JSON.stringify({ files: { 'sources.yaml': null } }),
    });
    expect((await json(answer)).whole).toBe(false);
  });
});

describe('saving', () => {
  it('writes what is whole, and says the new version', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub, version } = await read(ask);
    const text = `# looked over\n${hub}`;
    const answer = await ask(...put('hub.yaml', text, { 'if-match': version }));
    expect(answer.status).toBe(200);
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(text);
    expect(answer.headers.get('etag')).toBe((await read(ask)).version);
    expect(
      (await json(answer)).faults.every(({ severity }: { severity: string }) => severity !== 'error'),
    ).toBe(true);
  });

  it('two tabs: the second is told what the first wrote, and nothing is lost', async () => {
    const cwd = workingFolder();
    const [one, two] = [asking(cwd), asking(cwd)];
    const { hub, version } = await read(one);
    const first = `# one\n${hub}`;
    expect((await one(...put('hub.yaml', first, { 'if-match': version }))).status).toBe(200);
    const answer = await two(...put('hub.yaml', `# two\n${hub}`, { 'if-match': version }));
    expect(answer.status).toBe(412);
    const theirs = await json(answer);
    expect(theirs).toMatchObject({ code: 'ST-H007', text: first });
    const again = await two(...put('hub.yaml', `# two\n${first}`, { 'if-match': `"${theirs.version}"` }));
    expect(again.status).toBe(200);
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(`# two\n# one\n${hub}`);
  });

  it('a deleted file is not brought back unasked', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { files, versions } = await json(await ask('/api/dossiers/minimal'));
    const path = 'evidence.yaml';
    rmSync(join(cwd, 'minimal', path));
    const answer = await ask(...put(path, files[path], { 'if-match': `"${versions[path]}"` }));
    expect(answer.status).toBe(409);
    expect((await json(answer)).code).toBe('ST-H008');
    expect(existsSync(join(cwd, 'minimal', path))).toBe(false);
    expect((await ask(...put(path, files[path], { 'if-none-match': '*' }))).status).toBe(200);
  });

  it('a dossier that was deleted as a whole is no dossier any more', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub, version } = await read(ask);
    rmSync(join(cwd, 'minimal'), { recursive: true });
    expect((await ask(...put('hub.yaml', hub, { 'if-match': version }))).status).toBe(404);
  });

  it('a text with errors is refused with every one of them, and saved only where that is wanted', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub, version } = await read(ask);
    const broken = hub.replace(/^id:.*$/m, 'id: other');
    const answer = await ask(...put('hub.yaml', broken, { 'if-match': version }));
    expect(answer.status).toBe(422);
    const { code, faults } = await json(answer);
    expect(code).toBe('ST-H013');
    expect(faults.some(({ place }: { place?: { file: string } }) => place?.file === 'minimal/hub.yaml')).toBe(
      true,
    );
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(hub);
    expect((await ask(...put('hub.yaml?anyway=true', broken, { 'if-match': version }))).status).toBe(200);
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(broken);
  });

  it('errors of another file forbid nothing: a dossier with two of them is mended one file at a time', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub } = await read(ask);
    const [hubFile, evidenceFile] = ['hub.yaml', 'evidence.yaml'].map((name) => join(cwd, 'minimal', name));
    const evidence = readFileSync(evidenceFile!, 'utf8');
    writeFileSync(hubFile!, hub.replace(/^asOf:.*$/m, 'asOf: soon'));
    writeFileSync(evidenceFile!, evidence.replace(/grade: \w+/, 'grade: B9'));
    const before = await read(ask);
    const mended = await ask(...put('hub.yaml', hub, { 'if-match': before.version }));
    expect(mended.status).toBe(200);
    expect(
      (await json(mended)).faults.map(({ place }: { place: { file: string } }) => place?.file),
    ).toContain('minimal/evidence.yaml');
    const { versions } = await json(await ask('/api/dossiers/minimal'));
    const whole = await ask(
      ...put('evidence.yaml', evidence, { 'if-match': `"${versions['evidence.yaml']}"` }),
    );
    expect((await json(whole)).faults.filter(({ severity }: Fault) => severity === 'error')).toEqual([]);
  });

  it('a text that cannot be parsed is an error of its own file', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub, version } = await read(ask);
    for (const text of [`${hub}]`, '', `${hub}\nname: twice\n`, '[]', `\t${hub}`]) {
      const answer = await ask(...put('hub.yaml', text, { 'if-match': version }));
      expect(answer.status, JSON.stringify(text.slice(0, 20))).toBe(422);
    }
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(hub);
  });

  it('a text that would be too large to be read again is refused, however it is asked', async () => {
    const cwd = workingFolder();
    const ask = asking(cwd);
    const { hub, version } = await read(ask);
    const text = `${hub}# ${'沙'.repeat(400_000)}\n`;
    const answer = await ask(...put('hub.yaml?anyway=true', text, { 'if-match': version }));
    expect(answer.status).toBe(413);
    expect((await json(answer)).faults[0].what).toContain('1.2 MB');
    const body = JSON.stringify({ files: { 'hub.yaml': text } });
    const checked = await ask('/api/dossiers/minimal/check', { method: 'POST', headers: sent, body });
    expect((await json(checked)).faults[0].what).toContain('at most 1 MB');
    expect(readFileSync(join(cwd, 'minimal/hub.yaml'), 'utf8')).toBe(hub);
  });

  it('asks for the version that was read', async () => {
    const ask = asking(workingFolder());
    const { hub, version } = await read(ask);
    for (const headers of [
      {},
      { 'if-match': '*' },
      { 'if-match': version.slice(1, -1) },
      { 'if-match': 'W/"x"' },
    ]) {
      expect((await ask(...put('hub.yaml', hub, headers as Record<string, string>))).status).toBe(428);
    }
  });

  it('leaves what came with Sandtable as it is', async () => {
    const ask = asking(workingFolder());
    const { versions, files } = await json(await ask('/api/dossiers/xinjiang-qinghai'));
    const answer = await ask('/api/dossiers/xinjiang-qinghai/files/hub.yaml', {
      method: 'PUT',
      body: files['hub.yaml'],
      headers: { ...yaml, 'if-match': `"${versions['hub.yaml']}"` },
    });
    expect(answer.status).toBe(403);
    expect((await json(answer)).code).toBe('ST-H010');
  });

  it.each(attacks)('leads nowhere by the path %j', async (path) => {
    const cwd = workingFolder();
    const before = readdirSync(cwd, { recursive: true });
    const address = path === '.' || path === '..' ? path : encodeURIComponent(path);
    const answer = await asking(cwd)(...put(address, '[]\n', { 'if-none-match': '*' }));
    expect([400, 404, 405]).toContain(answer.status);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  it('takes YAML and nothing else, and not too much of it', async () => {
    const ask = asking(workingFolder());
    const { hub, version } = await read(ask);
    const form = await ask(...put('hub.yaml', hub, { 'if-match': version, 'content-type': 'text/plain' }));
    expect(form.status).toBe(400);
    const huge = await ask(...put('hub.yaml', 'x'.repeat(5_000_000), { 'if-match': version }));
    expect(huge.status).toBe(413);
    const large = await ask(...put('hub.yaml', `# ${'x'.repeat(1_100_000)}\n`, { 'if-match': version }));
    expect(large.status).toBe(413);
  });
});
