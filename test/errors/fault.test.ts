import { describe, expect, it } from 'vitest';
import { excerpted } from '../../src/errors/excerpt.ts';
import {
  attempting,
  error,
  type Fault,
  SandtableError,
  sortedFaults,
  warning,
  wordsOf,
} from '../../src/errors/fault.ts';
import { say } from '../../src/errors/message.ts';

const file = 'my-hub/sites/yiwu.yaml';
const fault = error('ST-U006', '300 of what?', 'Write 300 MW.', { place: { file, line: 2, column: 13 } });

it('has a text in English, and its message where there is one', () => {
  const what = say('There is no source `{id}`.', { id: 'x' });
  const made = warning('ST-S042', what, 'Correct the id.', { why: undefined });
  expect(made).toEqual({
    code: 'ST-S042',
    severity: 'warning',
    what: 'There is no source `x`.',
    fix: 'Correct the id.',
    said: { what },
  });
  expect(wordsOf(made)).toEqual({ what, why: undefined, fix: 'Correct the id.' });
  expect(fault).not.toHaveProperty('said');
});

it('keeps what was refused and goes on', () => {
  const faults: Fault[] = [];
  const attempt = attempting(faults);
  expect(attempt(() => 7)).toBe(7);
  expect(
    attempt(() => {
      throw new SandtableError(fault);
    }),
  ).toBeUndefined();
  expect(faults).toEqual([fault]);
});

it('has the line of its place and the neighbours', () => {
  const [shown] = excerpted([fault], () => 'a\nb\nc\nd');
  expect(shown!.excerpt).toEqual([
    { line: 1, text: 'a' },
    { line: 2, text: 'b' },
    { line: 3, text: 'c' },
  ]);
  expect(excerpted([fault], () => undefined)).toEqual([fault]);
});

describe('SandtableError', () => {
  it('holds faults in the order of files, lines and columns, those without a place last', () => {
    const at = (name: string, line: number, column: number) => ({
      ...fault,
      place: { file: name, line, column },
    });
    const shuffled = [
      at('b', 1, 1),
      { ...fault, place: undefined },
      at('a', 10, 1),
      at('a', 2, 9),
      at('a', 2, 1),
    ] as Fault[];
    const order = [
      at('a', 2, 1),
      at('a', 2, 9),
      at('a', 10, 1),
      at('b', 1, 1),
      { ...fault, place: undefined },
    ];
    expect(sortedFaults(shuffled)).toEqual(order);
    expect(new SandtableError(shuffled).faults).toEqual(order);
  });
});
