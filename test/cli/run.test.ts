import { describe, expect, it } from 'vitest';
import { folder, inventing, sandtable } from './harness.ts';

describe('usage', () => {
  it('helps', async () => {
    const { code, stdout } = await sandtable('--help', { cwd: folder() });
    expect(code).toBe(0);
    for (const verb of ['assess', 'why', 'check', 'new']) {
      expect(stdout).toContain(`\n  ${verb} `);
    }
  });

  it('has --plain for every verb, and no colours in its errors then', async () => {
    const { stdout } = await sandtable('--help', { cwd: folder() });
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, verb]) => verb!);
    expect(verbs.length).toBeGreaterThan(15);
    for (const verb of verbs) {
      expect((await sandtable(`${verb} --help`, { cwd: folder() })).stdout, verb).toContain('--plain');
    }
    const coloured = await sandtable('check nowhere', { cwd: folder(), tty: true });
    const plain = await sandtable('check nowhere --plain', { cwd: folder(), tty: true });
    expect(coloured.stderr).toContain('\u001b[');
    expect(plain.stderr).not.toContain('\u001b[');
  });

  it('tells errors in Chinese for every verb, whatever else is wrong with the line', async () => {
    const { stdout } = await sandtable('--help', { cwd: folder() });
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, verb]) => verb!);
    for (const verb of verbs) {
      const { stderr } = await sandtable(`${verb} --langage en --language zh-CN`, { cwd: folder() });
      expect(stderr, verb).toMatch(/ST-X00(1 · 命令行中有未知的选项|2 · 参数缺少或过多)\n/);
      expect(stderr, verb).toMatch(/\n {2}详见 {5}sandtable explain ST-X00[12] --language zh-CN\n/);
    }
    const many = await sandtable('assess a b --language zh-CN', { cwd: folder() });
    expect(many.stderr).toContain('`sandtable assess` 至多有 1 个参数，而给了 2 个。');
    expect(many.stderr).not.toContain('英文详情');
    const mistyped = await sandtable('chek --language zh-CN', { cwd: folder() });
    expect(mistyped.stderr).toContain('是否想用命令 check？');
    const unknown = await sandtable('check --language de', { cwd: folder() });
    expect(unknown.stderr).toContain('Allowed are en, zh-CN.');
  });

  it('tells its version', async () => {
    expect((await sandtable('--version', { cwd: folder() })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['assess --pior sceptic', 'ST-X001', 'Did you mean --prior?'],
    ['assess --prior skeptic', 'ST-X003', 'sceptic'],
    ['assess --format jsn', 'ST-X003', 'Did you mean json?'],
    ['serve llama-3.1-8b --chip 8xh20', 'ST-X001', 'Did you mean --chips'],
    [
      'serve llama-3.1-8b --chips 8xh20 --precision int4',
      'ST-X003',
      'Of integers only `int8` has published rates',
    ],
    ['serve llama-3.1-8b --chips 8xh20 --hit 80', 'ST-V005', 'Did you mean --hit 80%?'],
    ['assess --seed', 'ST-X003', 'sandtable assess --help'],
    ['assess --draws many', 'ST-X003', 'whole number'],
    ['assess --as-of yesterday', 'ST-X003', '--as-of 2025-03-13'],
    ['assess --set pue', 'ST-X003', 'equals sign'],
    ['assess --shard 9/8', 'ST-X003', 'second of eight'],
    ['assess a b', 'ST-X002', 'sandtable assess --help'],
    ['why', 'ST-X002', 'quantity'],
    ['assess --as-of 13/03/2025', 'ST-X003', 'Did you mean 2025-03-13?'],
    ['assess --as-of 2026-13', 'ST-X003', 'there is no month 13'],
    ['assess --draws 1e5', 'ST-X003', 'Did you mean --draws 100000?'],
    ['assess --draws 10万', 'ST-X003', 'Did you mean --draws 100000?'],
    ['assess --draws ２０００', 'ST-X003', 'Did you mean --draws 2000?'],
    ['assess --draws 2.5', 'ST-X003', 'Write for example --draws 100.'],
    ['assess --drop ,', 'ST-X003', 'names nothing'],
    ['assess --expect accelerators<banana', 'ST-X010', 'not one number'],
    ['assess nowhere', 'ST-X004', 'Known are two-halls, xinjiang-qinghai, abilene'],
    ['check hubs/mine/hub.yaml', 'ST-X004', 'Give the folder, not a file of it: hubs/mine.'],
    ['train deepseek-v3', 'ST-X002', 'Give --chips <list>: '],
    ['merge nofile', 'ST-X014', 'there is no such file'],
    ['new con --yes', 'ST-X013', 'sandtable new con-hub'],
    ['new mine --yes --accelerators banana', 'ST-U001', 'Write a number with its unit'],
    ['why acelerators', 'ST-X005', 'Did you mean accelerators?'],
    ['asess', 'ST-X004', 'Did you mean the command assess?'],
    ['assess asess', 'ST-X004', 'Known are'],
    ['assess xinjiang-qingai', 'ST-X004', 'Did you mean xinjiang-qinghai?'],
    ['explain ST-U999', 'ST-X006', 'Did you mean'],
    ['verify st1-000000000000', 'ST-X007', 'run.json'],
    ['assess --expect perhaps', 'ST-X010', 'likelihood word'],
    ['replay --from 2026-01 --to 2025-01', 'ST-X016', 'earlier first'],
  ])('teaches after `%s`', async (line, fault, remedy) => {
    const { code, stdout, stderr } = await sandtable(line, { cwd: folder() });
    expect(stderr).toContain(fault);
    expect(stderr.replace(/\s+/g, ' ')).toContain(remedy);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  it('reports every wrong option at once', async () => {
    const { stderr } = await sandtable('assess --seed x --draws y --prior z', { cwd: folder() });
    expect(stderr.match(/ST-X003 ·/g)).toHaveLength(3);
  });

  it('never shows what a terminal would act on', async () => {
    const { stderr } = await sandtable(['assess', '\u001b[2Jx'], { cwd: folder() });
    expect(stderr).not.toContain('\u001b');
  });
});

it('turns a failure inside into one line and exit code 1, without a stack', async () => {
  const engine = {
    ...inventing,
    assess: async () => {
      throw new TypeError('x is not a function');
    },
  };
  const { code, stderr } = await sandtable('', { cwd: folder(), engine });
  expect(code).toBe(1);
  expect(stderr).toContain('ST-X015');
  expect(stderr).not.toMatch(/\n\s+at /);
});
