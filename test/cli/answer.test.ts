import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerOf, lineOf } from '../../src/cli/answer.ts';
import { folder, inventing } from './harness.ts';

it('types a question as a command line in which no value can become an option', () => {
  const line = lineOf({
    command: 'assess',
    arguments: ['--help'],
    options: { asOf: '2025-03', drop: ['a', '--b'], licensed: true, not: false },
  });
  expect(line).toEqual(['assess', '--as-of=2025-03', '--drop=a', '--drop=--b', '--licensed', '--', '--help']);
});

it('returns what was written, the faults and the exit code', async () => {
  const at = { cwd: folder(), engine: inventing };
  const good = await answerOf(
    { command: 'explain', arguments: ['ST-U001'], options: { format: 'json' } },
    at,
  );
  expect(good).toMatchObject({ code: 0, faults: [] });
  expect(JSON.parse(good.text).code).toBe('ST-U001');
  const bad = await answerOf({ command: 'explain', arguments: ['ST-U999'], options: {} }, at);
  expect(bad).toMatchObject({ code: 2, text: '' });
  expect(bad.faults[0]!.code).toBe('ST-X006');
});

it('lets somebody else watch', async () => {
  const shares: number[] = [];
  const watch = (share: number) => shares.push(share);
  await answerOf(
    { command: 'assess', arguments: [], options: {} },
    { cwd: folder(), engine: inventing, watch },
  );
  await answerOf(
    { command: 'backtest', arguments: [], options: {} },
    { cwd: folder(), engine: inventing, watch },
  );
  expect(shares).toEqual([0.5, 0.5]);
});

it('writes no file where a value looks like an option', async () => {
  const cwd = folder();
  const options = { format: 'json', set: ['--output=stolen.json'] };
  await answerOf(
    { command: 'assess', arguments: ['--output=stolen.json'], options },
    { cwd, engine: inventing },
  );
  expect(readdirSync(cwd)).toEqual([]);
});
