import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlsAsOf, isoDay, publicSince, rulesKnownOn } from '../../src/controls/known-rules.ts';
import { status } from '../../src/controls/status.ts';
import { timeline } from '../../src/controls/timeline.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { catalogue, day } from '../chips/data.ts';
import { book, controls } from './data.ts';

const { from, until } = controls.searched;
const china = { to: 'CN', from: 'US' };

describe('a day after the last rules that are known', () => {
  it('is answered by these, and the answer says so', () => {
    const answer = status(book, 'h20', { ...china, on: '2030-01-01' });
    expect(answer).toMatchObject({
      outcome: 'letter',
      rules: { state: 'carried-forward', to: isoDay(until.to) },
    });
  });

  it('begins the day after the search ended', () => {
    const state = (on: number) => rulesKnownOn(controls, on).state;
    expect([state(until.to), state(until.to + 1)]).toEqual(['known', 'carried-forward']);
    expect([state(from.from), state(from.from - 1)]).toEqual(['known', 'not-searched']);
  });

  it('never passes for known, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.chips.values()),
        fc.integer({ min: until.to + 1, max: until.to + 5000 }),
        fc.constantFrom('CN', 'MY', 'DE', 'US'),
        (chip, on, to) => {
          const { rules } = status(book, chip, { on: isoDay(on), to });
          expect(rules).toEqual({ state: 'carried-forward', from: isoDay(from.from), to: isoDay(until.to) });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stands in a stretch of its own in a timeline', () => {
    const spans = timeline(book, 't4', { ...china, start: '2021-06-01', end: '2027-01-31' });
    const ends = spans.map(({ from: first, outcome, rules }) => [first, outcome, rules.state]);
    expect(ends[0]).toEqual(['2021-06-01', 'undecided', 'not-searched']);
    expect(ends).toContainEqual([isoDay(from.from), 'no-licence', 'known']);
    expect(ends.at(-1)).toEqual([isoDay(until.to + 1), 'no-licence', 'carried-forward']);
  });
});

describe('a day before the search', () => {
  it('is not decided by the want of rules, and a listing of then still counts', () => {
    const before = { on: '2021-12-31', ...china };
    expect(status(book, 'h100', before)).toMatchObject({
      outcome: 'undecided',
      rules: { state: 'not-searched' },
    });
    expect(status(book, 'h100', { ...before, endUser: 'huawei' }).outcome).toBe('listed');
  });
});

describe('what one could know', () => {
  const h20 = (on: string, asOf?: string) =>
    status(book, 'h20', { ...china, on, ...(asOf && { asOf }) }).outcome;

  it('leaves a letter out until its maker tells of it', () => {
    expect(h20('2025-04-12')).toBe('letter');
    expect(h20('2025-04-12', '2025-04-14')).toBe('no-licence');
    expect(h20('2025-04-12', '2025-04-15')).toBe('letter');
  });

  it('knows a rule that is announced and not yet effective', () => {
    const answer = status(book, 'a800', { ...china, on: '2023-12-01', asOf: '2023-10-18' });
    expect(answer).toMatchObject({
      outcome: 'denial',
      rules: { state: 'carried-forward', to: '2023-10-18' },
    });
    expect(status(book, 'a800', { ...china, on: '2023-12-01', asOf: '2023-10-16' }).outcome).toBe(
      'no-licence',
    );
  });

  it('is held once for each day, and holds nothing that came later', () => {
    const then = controlsAsOf(controls, day('2024-01-01'));
    expect(controlsAsOf(controls, day('2024-01-01'))).toBe(then);
    for (const one of then.instruments.values()) {
      expect(publicSince(one).to).toBeLessThanOrEqual(day('2024-01-01'));
    }
  });

  it('refuses a bill that nobody knew of', () => {
    const asked = { ...china, on: '2024-05-01', asOf: '2024-05-01', asIf: ['us-2025-12-safe-act'] };
    expect(() => status(book, 'h20', asked)).toThrow(/ST-K003/);
  });
});

describe('a faulty question', () => {
  const codes = (ask: () => unknown) => {
    try {
      ask();
    } catch (thrown) {
      if (thrown instanceof SandtableError) return thrown.faults.map(({ code }) => code);
    }
    return [];
  };

  it('is refused with the fault of the chip and of all else', () => {
    expect(codes(() => status(book, 'h2OO', { on: '2023-02-30', to: 'Chine' }))).toEqual([
      'ST-C001',
      'ST-S031',
      'ST-K001',
    ]);
  });

  it('is refused where a timeline ends before it begins, or its ends are no days', () => {
    const between = (start: string, end: string) => timeline(book, 'h20', { ...china, start, end });
    expect(codes(() => between('2025-01-02', '2025-01-01'))).toEqual(['ST-K011']);
    expect(codes(() => between('2025', 'soon'))).toEqual(['ST-K006', 'ST-S030']);
    expect(between('2025-01-01', '2025-01-01')).toHaveLength(1);
  });
});
