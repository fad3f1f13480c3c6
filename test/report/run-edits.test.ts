import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { Run } from '../../src/assessment/assessment.ts';
import { editsOf, verifyCommand } from '../../src/report/run-edits.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { invented } from '../fixtures/assessment/invented.ts';

const run = (changed: Partial<Run>) => ({
  ...invented,
  run: { ...invented.run, id: 'st1-0123456789ab', draws: 100_352, ...changed },
});

it('names nothing where nothing was changed, and only the date in the command', () => {
  expect(editsOf(run({}), en)).toEqual([]);
  expect(verifyCommand(run({}), 'my-hub')).toBe(
    'sandtable verify st1-0123456789ab my-hub --as-of 2031-06-30',
  );
});

it('names everything that was changed', () => {
  const a = run({
    prior: 'believer',
    drop: ['one', 'two'],
    set: { pool: '60k to 700k', 'world.pace': '2' },
    seed: 3,
    draws: 4096,
  });
  expect(editsOf(a, en)).toEqual(['without one, two', 'pool = 60k to 700k', 'world.pace = 2']);
  expect(editsOf(a, zhCN)[0]).toBe('去掉 one, two');
  expect(verifyCommand(a, './my hub')).toBe(
    "sandtable verify st1-0123456789ab './my hub' --as-of 2031-06-30 --prior believer --drop one,two --set 'pool=60k to 700k' --set world.pace=2 --seed 3 --draws 4096",
  );
});

it('is read by a shell as it was meant', () => {
  const value = "about 5'000 $HOME `id` \\ 3 万";
  const command = verifyCommand(run({ set: { pool: value } }), 'my-hub');
  const said = execFileSync('sh', ['-c', command.replace('sandtable', 'printf "%s\\n"')], {
    encoding: 'utf8',
  });
  expect(said.trimEnd().split('\n').at(-1)).toBe(`pool=${value}`);
});
