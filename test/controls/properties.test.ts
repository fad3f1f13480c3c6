import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, itemOf } from '../../src/controls/item.ts';
import { isoDay } from '../../src/controls/known-rules.ts';
import { parseControls } from '../../src/controls/parse.ts';
import { status } from '../../src/controls/status.ts';
import { timeline } from '../../src/controls/timeline.ts';
import { catalogue, day, sourceIds } from '../chips/data.ts';
import { book, files } from './data.ts';

const chips = fc.constantFrom(...catalogue.chips.values());
const days = fc.integer({ min: day('2022-01-01'), max: day('2026-11-30') });
const destinations = fc.constantFrom(
  'CN',
  'HK',
  'MO',
  'RU',
  'IQ',
  'VN',
  'SA',
  'AE',
  'IL',
  'MY',
  'SG',
  'IN',
  'DE',
  'US',
);
const origins = fc.constantFrom(undefined, 'TW', 'MX', 'CN');
const headquarters = fc.constantFrom(undefined, 'CN', 'US', 'MY');

const queries = fc
  .record({ day: days, to: destinations, from: origins, headquarters })
  .map(({ day: on, to, from, headquarters: hq }) => ({
    on: isoDay(on),
    to,
    ...(from && { from }),
    ...(hq && { headquarters: hq }),
  }));

describe('a status', () => {
  it('is a function of its inputs only', () => {
    const fresh = () => ({
      catalogue,
      controls: parseControls([...files].reverse(), { catalogue, sources: sourceIds }).controls!,
    });
    const other = fresh();
    fc.assert(
      fc.property(chips, queries, (chip, query) => {
        expect(status(other, chip, query)).toEqual(status(book, chip, query));
      }),
      { numRuns: 150 },
    );
  });

  it('of an earlier day is never changed by a later rule', () => {
    fc.assert(
      fc.property(chips, queries, fc.integer({ min: 0, max: 900 }), (chip, query, ahead) => {
        const first = day(query.on) + ahead + 1;
        const known = files.filter(
          ({ path, text }) => path.includes('/register/') || !beginsAfter(text, first),
        );
        const { controls } = parseControls(known.length > 3 ? known : files);
        const then = status({ catalogue, controls: controls! }, chip, query);
        expect(then.outcome).toBe(status(book, chip, query).outcome);
      }),
      { numRuns: 60 },
    );
  });

  it('never claims more with less: what a missing figure leaves possible holds what the figure decides', () => {
    const figures = fc.constantFrom<keyof Item>('dieArea', 'link', 'pcie', 'bandwidth');
    fc.assert(
      fc.property(chips, queries, figures, (chip, query, figure) => {
        const item = itemOf(chip);
        const blind: Item = { ...item, [figure]: { low: 0, high: Infinity } };
        const known = status(book, item, query).possible.map(({ outcome }) => outcome);
        const possible = status(book, blind, query).possible.map(({ outcome }) => outcome);
        expect(possible).toEqual(expect.arrayContaining(known));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same without an input or undecided: origin and headquarters', () => {
    fc.assert(
      fc.property(chips, days, destinations, (chip, on, to) => {
        const less = status(book, chip, { on: isoDay(on), to });
        if (less.outcome === 'undecided' || less.outcome === 'letter') return;
        for (const from of ['US', 'TW']) {
          if (to === 'US' && from === 'US') continue;
          const full = status(book, chip, {
            on: isoDay(on),
            to,
            from,
            headquarters: less.assumed.includes('local-headquarters') ? to : 'CN',
          });
          expect(full.outcome).toBe(less.outcome);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has a timeline that says the same, day by day', () => {
    fc.assert(
      fc.property(chips, queries, (chip, { on, ...query }) => {
        const spans = timeline(book, chip, { ...query, start: '2022-01-01', end: '2026-11-30' });
        const span = spans.find(({ from, to }) => from <= on && on <= to)!;
        const answer = status(book, chip, { ...query, on });
        expect([span.outcome, span.by, span.gate]).toEqual([answer.outcome, answer.by, answer.gate.state]);
        for (const [i, next] of spans.slice(1).entries()) {
          expect(day(next.from)).toBe(day(spans[i]!.to) + 1);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('is the same for every name of a chip', () => {
    fc.assert(
      fc.property(chips, queries, (chip, query) => {
        for (const name of [chip.name.toUpperCase(), ...chip.aliases]) {
          expect(status(book, name, query).outcome).toBe(status(book, chip, query).outcome);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether a file describes an instrument that cannot touch the days before `first`. */
function beginsAfter(text: string, first: number): boolean {
  const at = (key: string) => new RegExp(`^${key}: (\\d{4}-\\d{2}(?:-\\d{2})?)$`, 'm').exec(text)?.[1];
  const start = at('compliance') ?? at('effective');
  return start === undefined ? false : day(start.length === 7 ? `${start}-01` : start) >= first;
}
