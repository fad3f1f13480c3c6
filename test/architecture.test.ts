import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The pipeline: a folder imports only from folders before it. */
const ladder = [
  'errors',
  'elementary',
  'units',
  'stats',
  'sources',
  'chips',
  'controls',
  'models',
  'dossier',
  'site',
  'supply',
  'installed',
  'training',
  'serving',
  'fleet',
  'outlook',
  'assessment',
  'backtest',
  'report',
  'server',
  'cli',
  'index.ts',
  'web',
];
const faces = ['server', 'cli', 'web'];
/** The one file of the core that reads from disk. */
const reader = 'dossier/folder.ts';
/** Thin shells that only hand over what process, terminal or thread has; test/cli/main.test.ts starts them. */
const shells = [
  'cli/main.ts',
  'cli/start.ts',
  'cli/ask.ts',
  'cli/thread.ts',
  'cli/answer-thread.ts',
  'cli/answer-thread-main.ts',
  ...['main.ts', 'page.tsx', 'engine/worker.ts'].map((path) => `web/${path}`),
];

const root = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(folder: string, ending: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = filesBelow('src', /\.tsx?$/);
const codeOf = new Map(sources.map((path) => [path, withoutComments(text(`src/${path}`))]));

/** Code without comments; good enough for what is searched here. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const pattern =
  /(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|import\s+'([^']+)'/g;

function importsOf(path: string): Import[] {
  return [...codeOf.get(path)!.matchAll(pattern)].map(([, type, names = '', from, called, bare]) => {
    const to = from ?? called ?? bare!;
    const listed = /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const typeOnly = type !== undefined || (listed?.every((name) => name.startsWith('type ')) ?? false);
    return { from: path, to: to.startsWith('.') ? posix.join(dirname(path), to) : to, typeOnly };
  });
}

const imports = sources.flatMap(importsOf);
const inner = imports.filter(({ to }) => sources.includes(to));
const stepOf = (path: string) => ladder.indexOf(path.includes('/') ? path.split('/')[0]! : path);
const isCore = (path: string) => !faces.includes(path.split('/')[0]!);

describe('the ladder', () => {
  it('has a step for every folder', () => {
    expect(sources.filter((path) => stepOf(path) < 0)).toEqual([]);
  });

  it('is climbed one way only', () => {
    const up = inner.filter(({ from, to }) => stepOf(to) > stepOf(from));
    expect(up.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('is found by the pattern that searches it', () => {
    expect(inner.length).toBeGreaterThan(sources.length);
    expect(imports.filter(({ to }) => to.startsWith('.')).map(({ from, to }) => `${from} → ${to}`)).toEqual(
      [],
    );
  });

  it('has no circles at run time', () => {
    const next = new Map(
      sources.map((path) => [path, inner.filter((one) => one.from === path && !one.typeOnly)]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const { to } of next.get(path)!) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('the core is pure', () => {
  const impure: readonly [string, RegExp][] = [
    ['the process', /\bprocess\.(?!versions)/],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ['a global random number', /\bMath\.random\b/],
    ['the console', /\bconsole\./],
    ['the network', /\bfetch\(|\bXMLHttpRequest\b/],
    ['a timer', /\bset(?:Timeout|Interval|Immediate)\(/],
  ];

  it.each(impure)('and does not use %s', (_, use) => {
    const users = sources.filter((path) => isCore(path) && path !== reader && use.test(codeOf.get(path)!));
    expect(users).toEqual([]);
  });

  it('and computes nothing by functions whose last bits differ between engines, but to draw', () => {
    const differing =
      /\bMath\.(?:a?(?:sin|cos|tan)h?|atan2|exp|expm1|log|log1p|log2|log10|pow|cbrt)\b|(?<!\b2) \*\* (?!2\b)/;
    const users = sources.filter(
      (path) => isCore(path) && !path.startsWith('report/') && differing.test(codeOf.get(path)!),
    );
    expect(users).toEqual([]);
  });

  it('and reads no file but in its reader', () => {
    const users = imports.filter(({ from, to }) => isCore(from) && from !== reader && to.startsWith('node:'));
    expect(users.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

describe('the house', () => {
  it('has no folder for things without a place', () => {
    const names = new Set(sources.flatMap((path) => path.split('/').slice(0, -1)));
    for (const name of ['utils', 'common', 'helpers', 'core', 'lib', 'types'])
      expect(names).not.toContain(name);
  });

  it('has short files, and mostly short functions', () => {
    const lines = sources
      .filter((path) => !path.endsWith('.wasm.ts'))
      .map((path) => ({ path, count: text(`src/${path}`).split('\n').length }));
    expect(lines.filter(({ count }) => count > 500)).toEqual([]);
    expect(lines.filter(({ count }) => count > 300).length).toBeLessThanOrEqual(lines.length * 0.03);
    const functions = sources.flatMap((path) => functionLengths(text(`src/${path}`)));
    expect(functions.length).toBeGreaterThan(100);
    expect(functions.filter((count) => count > 40).length).toBeLessThanOrEqual(functions.length * 0.05);
    expect(functions.filter((count) => count > 150)).toEqual([]);
  });

  it('has every source file that does something reached by the tests of its folder', () => {
    const doing = sources.filter(
      (path) => /\bfunction\b|=>/.test(codeOf.get(path)!) && !shells.includes(path),
    );
    const untested = doing.filter((path) => !reachedByTests(path.split('/')[0]!).has(path));
    expect(untested).toEqual([]);
  });

  it('has a test of the same name for most source files', () => {
    const doing = sources.filter((path) => /\bfunction\b|=>/.test(codeOf.get(path)!));
    const named = doing.filter((path) => existsSync(join(root, 'test', path.replace(/\.tsx?$/, '.test.ts'))));
    expect(named.length / doing.length).toBeGreaterThan(0.5);
  });

  it('has at most 40 public names', () => {
    const code = codeOf.get('index.ts') ?? '';
    const values = [...code.matchAll(/export\s+(?!type)\{([^}]*)\}/g)].flatMap(([, list]) =>
      list!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name && !name.startsWith('type ')),
    );
    expect(code).not.toMatch(/export \*/);
    expect(values.length).toBeLessThanOrEqual(40);
    expect(new Set(values).size).toBe(values.length);
  });
});

const reached = new Map<string, ReadonlySet<string>>();

/** Source files that the tests of one folder import, at first hand or through others. */
function reachedByTests(folder: string): ReadonlySet<string> {
  const known = reached.get(folder);
  if (known) return known;
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { from, to } of inner) if (from === path) visit(to);
  };
  for (const test of filesBelow(`test/${folder}`, /\.ts$/)) {
    const code = text(`test/${folder}/${test}`);
    for (const [, to] of code.matchAll(/from\s*'[./]*\/src\/([^']+)'/g)) visit(to!);
  }
  reached.set(folder, found);
  return found;
}

/** How a function begins that stands for itself, and the line that ends it: declared, an arrow, a method. */
const kindsOfFunction: readonly [begin: RegExp, end: string][] = [
  [/^(export )?(default )?(async )?function\b/, '}'],
  [/^(export )?const \w+(: [^=]+)? = (async )?(<.*>)?\(?[^;]*$/, '};'],
  [/^ {2}(private |static |async |get |set )*\w+\([^;]*$/, '  }'],
];

/** Lines of every function of a file. */
function functionLengths(code: string): number[] {
  const lines = code.split('\n');
  return lines.flatMap((line, start) => {
    const kind = kindsOfFunction.find(([begin]) => begin.test(line));
    if (!kind) return [];
    const [begin, end] = kind;
    const body = lines.slice(start, start + lines.slice(start).indexOf(end) + 1);
    const isFunction = begin !== kindsOfFunction[1]![0] || /^[^{]*=> \{$/.test(headOf(body));
    return isFunction && body.length > 0 ? [body.length] : [];
  });
}

/** The lines of a function up to the one that opens its body, as one. */
function headOf(body: readonly string[]): string {
  const open = body.findIndex((line) => line.endsWith('{'));
  return body.slice(0, open + 1).join(' ');
}

it('finds functions of every kind by their length', () => {
  const code = [
    'export function a() {',
    '  return 1;',
    '}',
    'const b = (x: number) => {',
    '  return x;',
    '',
    '};',
    'export const c = {',
    '  d: 1,',
    '};',
    'class E {',
    '  private f(g: number) {',
    '    return g;',
    '  }',
    '}',
  ];
  expect(functionLengths(code.join('\n'))).toEqual([3, 4, 3]);
});

it('lets no test put something in the place of a module that others share', () => {
  const alone = /const alone = \[([^\]]*)\]/.exec(text('vitest.config.ts'))![1]!;
  const mocking = filesBelow('test', /\.test\.ts$/).filter((path) =>
    /\bvi\.(?:mock|doMock|stubGlobal|useFakeTimers)\(/.test(text(`test/${path}`)),
  );
  expect(mocking.length).toBeGreaterThan(0);
  expect(
    mocking.filter((path) => path !== 'architecture.test.ts' && !alone.includes(`'test/${path}'`)),
  ).toEqual([]);
});

describe('what is written', () => {
  const written = [
    ...filesBelow('src', /\.(tsx?|css|html)$/).map((path) => `src/${path}`),
    ...['data', 'dossiers', 'docs', 'examples', 'test', 'scripts', 'bench', 'validation'].flatMap((folder) =>
      filesBelow(folder, /\.(ts|mjs|md|yaml|json|csv|svg|txt|R|py)$/).map((path) => `${folder}/${path}`),
    ),
    ...readdirSync(root).filter((name) => /\.(md|json|cff)$/.test(name)),
  ];

  it('names no path of the machine it was written on', () => {
    const machine = new RegExp(
      `(?<![\\w.:/-])/(?:${['home', 'root', 'Users', 'work', 'mnt'].join('|')})/[a-z]`,
    );
    expect(written.filter((path) => machine.test(text(path)))).toEqual([]);
  });

  it('has no notes left to self', () => {
    const notes = new RegExp(
      `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'not imple' + 'mented'].join('|')})\\b`,
    );
    expect(written.filter((path) => notes.test(text(path)))).toEqual([]);
  });
});
