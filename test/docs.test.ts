import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../src/cli/engine.ts';
import { library } from '../src/cli/library.ts';
import { folder, inventing, sandtable } from './cli/harness.ts';

/** The library with fewer draws where a page does not say how many: what is compared does not depend on them. */
const quick: Engine = {
  ...library,
  assess: (dossier, options, watch) => library.assess(dossier, { draws, ...options }, watch),
  why: (dossier, options, id) => library.why(dossier, { draws, ...options }, id),
  shard: (dossier, options, part, reference) =>
    library.shard(dossier, { draws, ...options }, part, reference),
};
const draws = 8000;

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'AGENTS.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];
const text = (page: string) => readFileSync(join(root, page), 'utf8');

interface Block {
  language: string;
  body: string;
}

function blocksOf(page: string): Block[] {
  return [...text(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, body]) => ({
    language: language!,
    body: body!,
  }));
}

describe('every block of code', () => {
  const executable = pages.filter((page) => blocksOf(page).some(({ language }) => language === 'console'));

  it('is found', () => {
    expect(executable.length).toBeGreaterThan(8);
  });

  it.each(executable)('of %s does what it says', async (page) => {
    const cwd = folder();
    for (const { language, body } of blocksOf(page)) {
      if (language === 'console') await typed(body, cwd);
      else if (language === 'diff') edited(body, cwd);
      else placed(body, cwd);
    }
  });
});

/** Types the commands of a block and compares what is printed. */
async function typed(body: string, cwd: string): Promise<void> {
  const parts = body.split(/^\$ /m).slice(1);
  for (const part of parts) {
    const [command, ...expected] = part.trimEnd().split('\n');
    const [name, ...args] = words(command!);
    expect(name, command).toBe('sandtable');
    const { stdout, stderr, code } = await sandtable(args, { cwd, engine: quick });
    const printed = stdout + stderr;
    expect(printed, command).toMatch(pattern(expected));
    expect(code, `${command}\n${printed}`).toBe(/^ {2}\d+ errors?|^ {2}\S+\.yaml:…$/m.test(part) ? 3 : 0);
  }
}

/** Splits a command line as a shell does, single quotes included. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}

/** `…` alone stands for any lines, inside a line for any text. */
function pattern(expected: readonly string[]): RegExp {
  const lines = expected.map((line) => {
    if (line === '…') return '(?:.*\\n)*?';
    return `${line.split('…').map(escaped).join('.*')}\\n`;
  });
  return new RegExp(`^${lines.join('')}$`);
}

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Replaces the lines with `-` by those with `+` in the file of the first line. */
function edited(body: string, cwd: string): void {
  const [, file] = /^# (\S+)\n/.exec(body)!;
  const part = (sign: string) =>
    body
      .split('\n')
      .filter((line) => line.startsWith(`${sign} `))
      .map((line) => line.slice(2))
      .join('\n');
  const before = readFileSync(join(cwd, file!), 'utf8');
  expect(before).toContain(part('-'));
  writeFileSync(join(cwd, file!), before.replace(part('-'), part('+')));
}

function placed(body: string, cwd: string): void {
  const [, how, file] = /^# (file|add to): (\S+)\n/.exec(body) ?? [];
  if (!file) return;
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  const content = body.replace(/^.*\n/, '');
  if (how === 'file') writeFileSync(join(cwd, file), content);
  else appendFileSync(join(cwd, file), content);
}

describe('the front page', () => {
  const shown = /<!-- screen: sandtable (.*) -->\n(?:\n```text\n([\s\S]*?)```\n)?/;

  it('shows the screen as it is', async () => {
    const page = text('README.md');
    const [whole, command, screen = ''] = shown.exec(page)!;
    const { stdout } = await sandtable(words(command!), { cwd: folder(), engine: library });
    const now = `${stdout.replace(/ ·\s+[\d.]+ s$/m, '').trimEnd()}\n`.replace(/^\n/, '');
    if (process.env.UPDATE_DOCS) {
      const block = `<!-- screen: sandtable ${command} -->\n\n\`\`\`text\n${now}\`\`\`\n`;
      writeFileSync(
        join(root, 'README.md'),
        page.replace(whole!, () => block),
      );
    } else expect(screen).toBe(now);
  });

  const named = [...text('README.md').matchAll(/`sandtable ([^`]+)`|^(?: {2}next)? +sandtable (.+)$/gm)].map(
    ([, inline, next]) => (inline ?? next!).replace(/ > \S+$/, ''),
  );

  it('names commands in its prose, its table and at the end of its screen', () => {
    expect(named.length).toBeGreaterThan(7);
    expect(named).toContain('backtest');
    expect(named).toContain('replay xinjiang-qinghai');
  });

  // The app runs until it is stopped; the browser tests walk through it.
  it.each([...new Set(named)].filter((command) => !command.startsWith('open')))(
    'may be asked to run sandtable %s',
    async (command) => {
      const { stderr, code, stdout } = await sandtable(words(command), { cwd: folder(), engine: inventing });
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(stdout).not.toBe('');
    },
  );

  it('names npm commands that exist', () => {
    const { scripts } = JSON.parse(text('package.json'));
    for (const page of pages) {
      for (const [, script] of text(page).matchAll(
        /\bnpm (?:run )?(start|test|lint|types|build|format)\b/g,
      )) {
        expect(scripts).toHaveProperty(script!);
      }
    }
  });
});

describe('the words', () => {
  it.each(pages)('of %s do not belittle the reader', (page) => {
    const prose = text(page).replace(/^```[\s\S]*?^```$/gm, '');
    expect(prose).not.toMatch(/\b(simply|just|obviously|easy|easily|of course|trivial|clearly)\b/i);
  });
});

describe('the links', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    const prose = text(page).replace(/^```[\s\S]*?^```$/gm, '');
    for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      const [path, anchor] = target!.split('#');
      const file = path === '' ? page : relative(root, join(root, dirname(page), path!));
      expect(existsSync(join(root, file)), `${page} → ${target}`).toBe(true);
      if (anchor) expect(anchors(file), `${page} → ${target}`).toContain(anchor);
    }
  });

  it('reach every page from the contents', () => {
    const contents = text('docs/README.md');
    const missing = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
    expect(missing.filter((page) => !contents.includes(`(${page.slice('docs/'.length)})`))).toEqual([]);
  });
});

function anchors(file: string): string[] {
  return [...text(file).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
