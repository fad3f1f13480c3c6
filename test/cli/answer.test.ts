import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf, lineOf } from '../../src/cli/answer.ts';
import { folder, inventing, line } from './harness.ts';

it('types a question as a command line in which no value can become an option', () => {
  const words = lineOf({
    command: 'assess',
    arguments: ['--help'],
    options: { asOf: '2025-03', drop: ['a', '--b'], licensed: true, not: false },
  });
  expect(words).toEqual([
    'assess',
    '--as-of=2025-03',
    '--drop=a',
    '--drop=--b',
    '--licensed',
    '--',
    '--help',
  ]);
});

it('returns what was written, the faults and the exit code', async () => {
  const at = { cwd: folder(), engine: inventing, line };
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

describe('lets somebody else watch', () => {
  const watched = async (command: string, args: readonly string[] = [], options = {}) => {
    const shares: number[] = [];
    const watch = (share: number) => shares.push(share);
    const question = { command, arguments: args, options: { format: 'json', ...options } };
    const { code } = await answerOf(question, { cwd: folder(), engine: inventing, line, watch });
    expect(code).toBe(0);
    return shares;
  };

  it.each([
    ['assess', []],
    ['why', ['accelerators']],
    ['reach', []],
    ['backtest', []],
  ])('%s', async (command, args) => {
    expect(await watched(command, args)).toEqual([0.5]);
  });

  it.each([
    ['train', 'llama-3.1-405b', { chips: '2048xh100-sxm5' }],
    ['serve', 'deepseek-v3', { chips: '64xh20', slo: 'tpot=50ms' }],
  ])(
    '%s, whose search tells a share that only grows',
    async (command, model, options) => {
      const shares = await watched(command, [model], options);
      expect(shares.length).toBeGreaterThan(2);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      expect(shares[0]).toBeGreaterThan(0);
      expect(shares.at(-1)).toBeGreaterThan(0.8);
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    },
    20_000,
  );
});

it('writes no file where a value looks like an option', async () => {
  const cwd = folder();
  const options = { format: 'json', set: ['--output=stolen.json'] };
  await answerOf(
    { command: 'assess', arguments: ['--output=stolen.json'], options },
    { cwd, engine: inventing, line },
  );
  expect(readdirSync(cwd)).toEqual([]);
});
