import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const type = (line: string) => sandtable(line, { cwd: folder() });

it('shows three answers in October to December 2023', async () => {
  const { stdout } = await type('timeline a800 --start 2023-10 --end 2023-12 --plain');
  expect(stdout).toMatch(/2023-10-01 – 2023-10-22 {2}no licence under the chip rules/);
  expect(stdout).toMatch(/2023-10-23 – 2023-11-16 {2}licence needed, by letter/);
  expect(stdout).toMatch(/2023-11-17 – 2023-12-31 {2}licence needed, presumed denied/);
});

it('tells apart the days for which rules are only carried forward', async () => {
  const line = 'timeline h20 --start 2026-08 --end 2026-10';
  expect((await type(`${line} --plain`)).stdout).toMatch(
    /2026-09-01 – 2026-10-31 {2}licence needed, by letter, by rules known to\n\s+2026-08-31, carried forward/,
  );
  expect((await type(`${line} -f csv`)).stdout).toMatch(
    /2026-09-01,2026-10-31,letter,.*,carried-forward,2026-08-31/,
  );
  expect((await type(`${line} -f svg`)).stdout).toContain(
    'Rules are known to 2026-08-31 and carried forward.',
  );
});

it('tells all faults at once', async () => {
  const { stderr } = await type('timeline h2OO --start soon --to Chine');
  expect(stderr).toMatch(/ST-X003[\s\S]*ST-K001[\s\S]*ST-C001/);
});

it('is JSON and CSV for programs, and a figure', async () => {
  expect(JSON.parse((await type('timeline h20 --to MY')).stdout)[0].spans.length).toBeGreaterThan(1);
  expect((await type('timeline h20 -f csv')).stdout).toMatch(/^chip,to,from_day/);
  const { stdout } = await type('timeline h20 h100 -f svg');
  expect(stdout).toMatch(/^<svg/);
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
});

it.each([
  ['timeline h20 --start 2025 --end 2024', 'ST-K011'],
  ['timeline h20 --start soon', 'ST-X003'],
  ['timeline h2o', 'ST-C001'],
  ['timeline h20 --to Nowhere', 'ST-K001'],
  ['timeline', 'ST-X002'],
])('refuses %s', async (line, code) => {
  const { stderr, code: exit } = await type(line);
  expect(stderr).toContain(code);
  expect(exit).toBe(2);
});
