import { describe, expect, it } from 'vitest';
import { mixColumns } from '../../src/serving/mix-columns.ts';
import { peopleOf, spanOf } from '../../src/serving/people.ts';
import { day } from '../chips/data.ts';
import { sources, workloads } from './data.ts';

const draws = 20_000;
const mix = mixColumns(workloads.service, { seed: 7, draws });
const at = (tokens: number, on = '2026-11-23') =>
  peopleOf(new Float64Array(draws).fill(tokens), { workloads, mix }, { seed: 7, day: day(on), sources });

describe('what tokens mean for people', () => {
  const people = at(1e12);

  it('are users by what each of them uses', () => {
    expect(people.chat.median / 1e8).toBeCloseTo(1, 1);
    expect(people.all!.median).toBeLessThan(people.chat.median);
    expect(people.chat.low).toBeLessThan(people.chat.median);
  });

  it('are answers at once: tokens written a second in the busiest hour, each for 50 ms', () => {
    const about = (1e12 / 4.6 / 86_400) * 1.34 * 0.05;
    expect(people.answering.median / about).toBeGreaterThan(0.7);
    expect(people.answering.median / about).toBeLessThan(1.4);
  });

  it('are a share of what countries ask for', () => {
    const china = people.shares.find(({ id }) => id === 'china')!;
    expect(china.reported).toMatchObject({ date: '2026-03', says: { text: 'over 140 trillion' } });
    expect(china.share.median).toBeCloseTo(1 / 153, 3);
    // Tokens are reported; users of that month are derived, and come from others.
    expect(china).toMatchObject({ basis: 'reported', sources: ['nda-2026-03-24'] });
    expect(china.users).toMatchObject({
      basis: 'derived',
      sources: ['cnnic-57-2026-02', 'cnnic-genai-2025-10'],
    });
    const kazakhstan = people.shares.find(({ id }) => id === 'kazakhstan')!;
    expect(kazakhstan.asked.median / (13e6 * 0.137 * 1e4)).toBeCloseTo(1, 0);
    expect(kazakhstan.share.median).toBeGreaterThan(10);
  });

  it('are as many as the share of a country is of its users, as of its last report', () => {
    const share = (on: string) => at(1e12, on).shares.find(({ id }) => id === 'china')!;
    for (const on of ['2025-12-01', '2026-03-01', '2026-11-23']) {
      const { all, perUser } = at(1e12, on);
      const { share: part, users, reported } = share(on);
      expect(all!.median / (part.median * users!.median)).toBeCloseTo(1, 1);
      expect(perUser).toMatchObject({ date: reported!.date, basis: 'derived' });
    }
    // 33 trillion over 515 million; 153 trillion over 625 million.
    expect(at(1e12, '2025-12-01').perUser!.tokens.median / 64e3).toBeCloseTo(1, 1);
    expect(people.perUser!.tokens.median / 245e3).toBeCloseTo(1, 1);
    expect(people.perUser!.sources).toContain('cnnic-57-2026-02');
  });

  it('say when and where what one takes who chats was found', () => {
    expect(people.perChatUser).toMatchObject({ date: '2025-09-15', basis: 'derived' });
    for (const { id, sources } of people.shares) expect(sources.length, id).toBeGreaterThan(0);
  });

  it('know no report that had not come out', () => {
    expect(at(1e12, '2025-01-01').shares.map(({ id }) => id)).not.toContain('china');
    expect(at(1e12, '2025-01-01')).toMatchObject({ all: null, perUser: null });
  });
});

it('a span leaves out what is not known', () => {
  expect(spanOf(Float64Array.of(Number.NaN, 1, 2, 3))).toEqual({ median: 2, low: 1, high: 3 });
  expect(spanOf(Float64Array.of(Number.NaN)).median).toBeNaN();
});
