import { describe, expect, it } from 'vitest';
import { describeItem } from '../../src/controls/item.ts';
import { checkQuery, type StatusQuery } from '../../src/controls/query.ts';
import { status } from '../../src/controls/status.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { book, controls } from './data.ts';

const item = describeItem({ name: 'x' });
const codes = (query: StatusQuery) => {
  try {
    checkQuery(controls, item, query);
  } catch (thrown) {
    if (thrown instanceof SandtableError) return thrown.faults.map(({ code }) => code);
    throw thrown;
  }
  return [];
};
const good = { on: '2024-05-01', to: 'CN' };

describe('a question', () => {
  it('knows countries by code, English and Chinese name', () => {
    for (const to of ['CN', 'cn', 'China', ' china ', '中国', 'PRC']) {
      expect(checkQuery(controls, item, { ...good, to }).to).toBe('CN');
    }
    expect(checkQuery(controls, item, { ...good, to: 'the Netherlands' }).to).toBe('NL');
  });

  it.each<[string, StatusQuery, string]>([
    ['an impossible date', { ...good, on: '2023-02-30' }, 'ST-S031'],
    ['no date', { ...good, on: 'yesterday' }, 'ST-S030'],
    ['a month', { ...good, on: '2023-10' }, 'ST-K006'],
    ['an unknown country', { ...good, to: 'Chine' }, 'ST-K001'],
    ['an empty country', { ...good, to: '' }, 'ST-K001'],
    ['a mistyped party', { ...good, endUser: 'bytedence' }, 'ST-K002'],
    ['a nameless party', { ...good, endUser: '' }, 'ST-K002'],
    ['a party with headquarters elsewhere', { ...good, endUser: 'bytedance', headquarters: 'US' }, 'ST-K003'],
    ['an owner of a listed party', { ...good, endUser: 'biren', ownedByListed: 0.6 }, 'ST-K003'],
    ['a share above one', { ...good, ownedByListed: 60 }, 'ST-K003'],
    ['a negative share', { ...good, ownedByListed: -0.1 }, 'ST-K003'],
    ['an import use abroad', { ...good, use: 'repair' }, 'ST-K003'],
    ['a state-funded buyer elsewhere', { ...good, to: 'DE', buyer: 'state-funded' }, 'ST-K003'],
    ['from home to home', { ...good, to: 'US', from: 'US' }, 'ST-K003'],
    ['use with an origin', { ...good, activity: 'use', from: 'US' }, 'ST-K003'],
    ['a rule as if it were a bill', { ...good, asIf: ['us-2022-10-advanced-computing'] }, 'ST-K003'],
    ['an unknown bill', { ...good, asIf: ['safe-act'] }, 'ST-K007'],
  ])('refuses %s', (_, query, code) => {
    expect(codes(query)).toEqual([code]);
  });

  it('is refused with everything wrong at once', () => {
    expect(codes({ on: 'x', to: 'y', from: 'z' })).toEqual(['ST-S030', 'ST-K001', 'ST-K001']);
  });

  it('suggests what was meant', () => {
    expect(() => checkQuery(controls, item, { ...good, to: 'Vietnm' })).toThrow(/Vietnam/);
    expect(() => status(book, 'h1000', good)).toThrow(/h100/);
    expect(() => status(book, 'hgx-h100', good)).toThrow(/h100-sxm5/);
  });
});

describe('a bill', () => {
  it('counts only where one asks what if it were law', () => {
    const on = { on: '2026-03-01', to: 'CN', from: 'US' };
    expect(status(book, 'l20', on).outcome).toBe('no-licence');
    expect(status(book, 'h200', on).outcome).toBe('case-by-case');
    const asIf = ['us-2025-12-safe-act'];
    expect(status(book, 'h200', { ...on, asIf })).toMatchObject({
      outcome: 'denial',
      by: 'us-2025-12-safe-act',
    });
    expect(status(book, 'l20', { ...on, asIf }).outcome).toBe('no-licence');
  });
});

describe('a server', () => {
  it('of one kind of chip is judged by it', () => {
    expect(status(book, 'dgx-b300', good).item.id).toBe('b300');
  });
});

describe('what is missing', () => {
  it('never tells an area without the performance it follows from', () => {
    const answer = status(book, 'mlu690', { on: '2024-05-01', to: 'CN', from: 'US' });
    const of = (input: string) => answer.missing.find((one) => one.input === input)!;
    expect(of('dieArea').parts).toHaveLength(1);
    expect(of('dieArea').parts[0]).not.toHaveProperty('to');
    const middle = of('tpp').parts.find(({ from }) => from === 1600)!;
    expect([...new Set(middle.possible.map(({ outcome }) => outcome))].sort()).toEqual([
      'denial',
      'exception',
      'no-licence',
    ]);
  });

  it('tells an area under the reading it follows from', () => {
    const answer = status(book, 't21', { on: '2025-03-01', to: 'CN', from: 'US' });
    const area = answer.missing.find(({ input }) => input === 'dieArea')!;
    expect(area.given).toEqual({ convention: 'first' });
    expect(area.parts.map(({ to }) => to && Math.round(to))).toEqual([514, 1900, undefined]);
  });
});
