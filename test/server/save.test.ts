import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { versionOf } from '../../src/server/dossier-files.ts';
import { type Disk, saveFile } from '../../src/server/save.ts';
import { build } from '../build.ts';
import { folder } from '../cli/harness.ts';
import { attacks } from './attacks.ts';

const before = 'id: before\n';
const seen = { version: versionOf(before) };

function dossier(): string {
  const made = folder();
  writeFileSync(join(made, 'hub.yaml'), before);
  return made;
}

const hubOf = (at: string) => readFileSync(join(at, 'hub.yaml'), 'utf8');
const leftOvers = (at: string) =>
  readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

describe('a file is saved', () => {
  it('whole, with its new version, and nothing is left beside it', async () => {
    const at = dossier();
    const version = await saveFile(at, { path: 'hub.yaml', text: 'id: 后来\n', seen });
    expect(hubOf(at)).toBe('id: 后来\n');
    expect(version).toBe(versionOf('id: 后来\n'));
    expect(leftOvers(at)).toEqual([]);
  });

  it('anew, in a folder that is made for it', async () => {
    const at = dossier();
    await saveFile(at, { path: 'evidence/tenders.yaml', text: '[]\n', seen: 'nothing' });
    expect(readFileSync(join(at, 'evidence/tenders.yaml'), 'utf8')).toBe('[]\n');
  });
});

describe.skipIf(process.platform === 'win32')('who may read a file', () => {
  const modeOf = (at: string, path = 'hub.yaml') => statSync(join(at, path)).mode & 0o777;

  it.each([0o600, 0o640, 0o644, 0o664, 0o755])('stays as it was: %i', async (mode) => {
    const at = dossier();
    chmodSync(join(at, 'hub.yaml'), mode);
    await saveFile(at, { path: 'hub.yaml', text: 'id: after\n', seen });
    expect(modeOf(at)).toBe(mode);
  });

  it('is for a new file as for hub.yaml, and for a new folder as for the dossier', async () => {
    const at = dossier();
    chmodSync(join(at, 'hub.yaml'), 0o600);
    chmodSync(at, 0o700);
    await saveFile(at, { path: 'evidence/tenders.yaml', text: '[]\n', seen: 'nothing' });
    expect(modeOf(at, 'evidence/tenders.yaml')).toBe(0o600);
    expect(modeOf(at, 'evidence')).toBe(0o700);
  });

  it('is nobody else while it is written', async () => {
    const at = dossier();
    const modes: number[] = [];
    const watching: Disk = {
      open: async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        modes.push(statSync(path).mode & 0o777);
        return handle;
      },
      rename,
      rm,
    };
    await saveFile(at, { path: 'hub.yaml', text: 'id: after\n', seen }, watching);
    expect(modes).toEqual([0o600]);
  });

  it('keeps its owner and group where that is allowed', async (test) => {
    if (process.getuid?.() !== 0) return test.skip('only the superuser gives files away');
    const at = dossier();
    chownSync(join(at, 'hub.yaml'), 1234, 2345);
    await saveFile(at, { path: 'hub.yaml', text: 'id: after\n', seen });
    expect(statSync(join(at, 'hub.yaml'))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('gives another group no right where the group cannot be kept', async () => {
    const at = dossier();
    chmodSync(join(at, 'hub.yaml'), 0o664);
    const refusing: Disk = {
      open: async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        return {
          writeFile: (text: string) => handle.writeFile(text),
          sync: () => handle.sync(),
          close: () => handle.close(),
          chmod: (to) => handle.chmod(to),
          chown: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
        } as Awaited<ReturnType<Disk['open']>>;
      },
      rename,
      rm,
    };
    await saveFile(at, { path: 'hub.yaml', text: 'id: after\n', seen }, refusing);
    expect(modeOf(at)).toBe(0o604);
  });

  it('a file that is read only is not replaced', async (test) => {
    if (process.getuid?.() === 0) return test.skip('the superuser may write everywhere');
    const at = dossier();
    chmodSync(join(at, 'hub.yaml'), 0o444);
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen })).rejects.toThrow('ST-H018');
    expect(hubOf(at)).toBe(before);
  });
});

it('a byte order mark is not written: the version is that of the text as it is read again', async () => {
  const at = dossier();
  const version = await saveFile(at, { path: 'hub.yaml', text: '\ufeffid: marked\n', seen });
  expect(version).toBe(versionOf(hubOf(at)));
  expect(hubOf(at)).toBe('id: marked\n');
});

describe('nothing is lost', () => {
  it('where the file changed underneath', async () => {
    const at = dossier();
    writeFileSync(join(at, 'hub.yaml'), 'id: theirs\n');
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen })).rejects.toThrow('ST-H007');
    expect(hubOf(at)).toBe('id: theirs\n');
  });

  it('where the file was deleted', async () => {
    const at = dossier();
    rmSync(join(at, 'hub.yaml'));
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen })).rejects.toThrow('ST-H008');
    expect(readdirSync(at)).toEqual([]);
    await saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen: 'nothing' });
    expect(hubOf(at)).toBe('id: mine\n');
  });

  it('where a new file is there already', async () => {
    const at = dossier();
    const save = saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen: 'nothing' });
    await expect(save).rejects.toThrow('ST-H007');
    expect(hubOf(at)).toBe(before);
  });

  it('where two tabs save at once: one wins, the other is told', async () => {
    const at = dossier();
    const saves = ['id: one\n', 'id: two\n', 'id: three\n'].map((text) =>
      saveFile(at, { path: 'hub.yaml', text, seen }),
    );
    const done = await Promise.allSettled(saves);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(hubOf(at)).toBe('id: one\n');
    for (const one of done.slice(1))
      expect(String((one as PromiseRejectedResult).reason)).toContain('ST-H007');
  });

  it('where somebody writes while the draft is written', async () => {
    const at = dossier();
    const slow: Disk = {
      open: async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        writeFileSync(join(at, 'hub.yaml'), 'id: theirs\n');
        return handle;
      },
      rename,
      rm,
    };
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen }, slow)).rejects.toThrow(
      'ST-H007',
    );
    expect(hubOf(at)).toBe('id: theirs\n');
    expect(leftOvers(at)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'ST-H009'],
    ['EDQUOT', 'ST-H009'],
    ['EROFS', 'ST-H018'],
    ['EACCES', 'ST-H018'],
    ['EIO', 'ST-H018'],
  ])('where the disk says %s while the text is written', async (code, expected) => {
    const at = dossier();
    const failing: Disk = {
      open: async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        return {
          writeFile: () => Promise.reject(Object.assign(new Error(code), { code })),
          sync: () => handle.sync(),
          close: () => handle.close(),
          chmod: (mode) => handle.chmod(mode),
          chown: (uid, gid) => handle.chown(uid, gid),
        };
      },
      rename,
      rm,
    };
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen }, failing)).rejects.toThrow(
      expected,
    );
    expect(hubOf(at)).toBe(before);
    expect(leftOvers(at)).toEqual([]);
  });

  it('where the disk is really full', async (test) => {
    const at = folder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]);
    if (mounted.status !== 0) return test.skip('no right to mount a small disk');
    onTestFinished(() => {
      spawnSync('umount', [at]);
    });
    writeFileSync(join(at, 'hub.yaml'), before);
    const text = `# ${'x'.repeat(200_000)}\n`;
    await expect(saveFile(at, { path: 'hub.yaml', text, seen })).rejects.toThrow('ST-H009');
    expect(hubOf(at)).toBe(before);
    expect(leftOvers(at)).toEqual([]);
    await saveFile(at, { path: 'hub.yaml', text: 'id: small\n', seen });
    expect(hubOf(at)).toBe('id: small\n');
  });

  it('where the folder may not be written', async (test) => {
    if (process.getuid?.() === 0) return test.skip('the superuser may write everywhere');
    const at = dossier();
    chmodSync(at, 0o500);
    onTestFinished(() => chmodSync(at, 0o700));
    await expect(saveFile(at, { path: 'hub.yaml', text: 'id: mine\n', seen })).rejects.toThrow('ST-H018');
  });

  it('where the server is killed while it saves', async () => {
    build();
    const at = dossier();
    const save = pathToFileURL(join(process.cwd(), 'dist/server/save.js')).href;
    const code = `
      const { saveFile } = await import(${JSON.stringify(save)});
      const { readFileSync } = await import('node:fs');
      const file = ${JSON.stringify(join(at, 'hub.yaml'))};
      let version = ${JSON.stringify(seen.version)};
      for (let n = 1; ; n++) {
        const text = 'n: ' + n + '\\n' + ('# ' + n + '\\n').repeat(20000) + '# end\\n';
        version = await saveFile(${JSON.stringify(at)}, { path: 'hub.yaml', text, seen: { version } });
        process.stdout.write('.');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let saved = 0;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdout.on('data', (part) => {
      saved += String(part).length;
      if (saved > 8) child.kill('SIGKILL');
    });
    await ended;
    expect(saved).toBeGreaterThan(8);
    const text = hubOf(at);
    const [, n] = /^n: (\d+)\n/.exec(text)!;
    expect(text).toBe(`n: ${n}\n${`# ${n}\n`.repeat(20000)}# end\n`);
  });
});

describe('nothing outside the dossier is written', () => {
  it.each(attacks)('by the path %j', async (path) => {
    const at = dossier();
    const size = statSync(join(at, '..')).size;
    await expect(saveFile(at, { path, text: 'x', seen: 'nothing' })).rejects.toThrow('ST-H011');
    expect(readdirSync(at)).toEqual(['hub.yaml']);
    expect(statSync(join(at, '..')).size).toBe(size);
  });

  it('through a folder that is a link', async () => {
    const [at, other] = [dossier(), folder()];
    symlinkSync(other, join(at, 'sites'));
    const save = saveFile(at, { path: 'sites/a.yaml', text: 'x', seen: 'nothing' });
    await expect(save).rejects.toThrow('ST-H011');
    expect(readdirSync(other)).toEqual([]);
  });

  it('through a file that is a link, even one that leads nowhere yet', async () => {
    const [at, other] = [dossier(), folder()];
    writeFileSync(join(other, 'theirs.yaml'), before);
    symlinkSync(join(other, 'theirs.yaml'), join(at, 'looks.yaml'));
    symlinkSync(join(other, 'new.yaml'), join(at, 'sources.yaml'));
    await expect(saveFile(at, { path: 'looks.yaml', text: 'x', seen })).rejects.toThrow('ST-H011');
    await expect(saveFile(at, { path: 'sources.yaml', text: 'x', seen: 'nothing' })).rejects.toThrow(
      'ST-H011',
    );
    expect(readdirSync(other)).toEqual(['theirs.yaml']);
    expect(readFileSync(join(other, 'theirs.yaml'), 'utf8')).toBe(before);
  });

  it('over a folder', async () => {
    const at = dossier();
    mkdirSync(join(at, 'looks.yaml'));
    await expect(saveFile(at, { path: 'looks.yaml', text: 'x', seen: 'nothing' })).rejects.toThrow('ST-H011');
  });
});
