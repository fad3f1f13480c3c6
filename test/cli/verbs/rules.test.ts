import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

const type = (line: string | string[]) => sandtable(line, { cwd: folder() });

it('lists the instruments in force on a day, and no other', async () => {
  const { stdout } = await type('rules --on 2023-01-01');
  const ids = JSON.parse(stdout).map(({ id }: { id: string }) => id);
  expect(ids).toContain('us-2022-10-advanced-computing');
  expect(ids).not.toContain('us-2023-10-advanced-computing');
  expect(
    JSON.parse((await type('rules --on 2024-01-01')).stdout).map(({ id }: { id: string }) => id),
  ).not.toContain('us-2022-10-advanced-computing');
});

it('shows one by id or citation, with what replaced it', async () => {
  const { stdout } = await type(['rules', '87 FR 62186', '--plain']);
  expect(stdout).toMatch(/replaced by 2023-11-17/);
  expect(stdout).toMatch(/tpp >= 4800/);
});

it('draws the regions of a day', async () => {
  const { stdout } = await type('rules --on 2024-05-01 -f svg');
  expect(stdout).toContain('3A090.a.1');
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  expect((await type('rules -f svg')).stderr).toContain('ST-X002');
});

it('suggests what was meant', async () => {
  const { stderr, code } = await type('rules us-2023-10-advanced-computin');
  expect(code).toBe(2);
  expect(stderr).toMatch(/us-2023-10-advanced-computing/);
  expect((await type('rules --on 2024')).stderr).toContain('ST-K006');
});

it('says of a day after the last known rules that they are carried forward', async () => {
  const { stdout } = await type('rules --on 2030-01-01 --plain');
  expect(stdout).toContain('! what came after 2026-08-31 is not known here');
});

it('marks the days that were judged', async () => {
  expect((await type('rules us-2026-02-h200-licences --plain')).stdout).toMatch(
    /effective 2026-02-01 \(day judged\)/,
  );
  expect((await type('rules -f csv')).stdout).toMatch(/us-2026-02-h200-licences,.*,effective,/);
});

it('JSON and CSV of a day say whether its rules are known or carried forward', async () => {
  const later = JSON.parse((await type('rules --on 2030-01-01 -f json')).stdout) as {
    on: string;
    rules: { state: string };
  }[];
  expect(later.length).toBeGreaterThan(5);
  expect(new Set(later.map(({ on, rules }) => `${on} ${rules.state}`))).toEqual(
    new Set(['2030-01-01 carried-forward']),
  );
  const known = (await type('rules --on 2024-01-01 -f csv')).stdout.split('\n');
  expect(known[0]).toMatch(/^on,rules,rules_known_to,id,/);
  expect(known[1]).toMatch(/^2024-01-01,known,\d{4}-\d{2}-\d{2},/);
  expect((await type('rules -f csv')).stdout).toMatch(/^id,name,/);
});
