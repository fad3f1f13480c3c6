import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runOptions, shardOption, shown } from '../../src/cli/options.ts';
import { SandtableError } from '../../src/errors/fault.ts';

it('reads what a run may be asked', () => {
  expect(
    runOptions({
      asOf: '2025-Q1',
      prior: 'believer',
      drop: ['a,b', 'b', 'c'],
      set: ['site.pue=1.1 to 1.3', 'x: 600 MW'],
      seed: '0',
      draws: '20,000',
    }),
  ).toEqual({
    asOf: '2025-Q1',
    prior: 'believer',
    drop: ['a', 'b', 'c'],
    set: { 'site.pue': '1.1 to 1.3', x: '600 MW' },
    seed: 0,
    draws: 20_000,
  });
  expect(runOptions({})).toEqual({});
});

it('takes several ids however they are parted, and refuses none at all', () => {
  expect(runOptions({ drop: ['a, b，c、 d,', 'a'] }).drop).toEqual(['a', 'b', 'c', 'd']);
  expect(() => runOptions({ drop: [' ,'] })).toThrow('`--drop` names nothing.');
});

it('never lets through a number it did not understand', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        const { draws } = runOptions({ draws: text });
        expect(Number.isInteger(draws) && draws! >= 100 && draws! <= 1e7).toBe(true);
      } catch (problem) {
        expect(problem).toBeInstanceOf(SandtableError);
      }
    }),
  );
});

it('reads parts of a whole', () => {
  expect(shardOption('2/8')).toEqual({ part: 2, count: 8 });
  for (const text of ['0/8', '9/8', '2', 'a/b', '1/0']) expect(() => shardOption(text)).toThrow('ST-X003');
});

it('shows what was typed without control characters', () => {
  expect(shown('a\u001b[2J\u202eb')).toBe('a?[2J?b');
});
