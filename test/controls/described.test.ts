import { describe, expect, it } from 'vitest';
import { describeItem, type Item } from '../../src/controls/item.ts';
import { status } from '../../src/controls/status.ts';
import { day } from '../chips/data.ts';
import { book, controls } from './data.ts';

const ask = (about: Partial<Item>, specifications: Record<string, string>, on = '2025-05-02') =>
  status(book, describeItem({ name: 'described', marketedForDataCentres: true, ...about }, specifications), {
    on,
    to: 'CN',
    from: 'US',
  });

describe('a chip that is only described', () => {
  const like = {
    tpp: '2368',
    dieArea: '814 mm2',
    bandwidth: '4000 GB/s',
    link: '900 GB/s',
    pcie: '128 GB/s',
  };

  it('is undecided where a letter would bind one maker and not another', () => {
    const answer = ask({}, like);
    expect(answer.outcome).toBe('undecided');
    expect(answer.missing.map(({ input }) => input)).toEqual(['maker']);
    expect(ask({ vendor: 'nvidia' }, like).outcome).toBe('letter');
    expect(ask({ vendor: 'somebody' }, like).outcome).toBe('no-licence');
    expect(ask({}, like, '2025-03-01').outcome).toBe('no-licence');
  });

  it('is undecided where it would be presumed made in breach if designed in China', () => {
    const strong = {
      tpp: '6000',
      dieArea: '600 mm2',
      bandwidth: '100 GB/s',
      link: '0 GB/s',
      pcie: '64 GB/s',
    };
    const on = '2025-06-01';
    expect(ask({}, strong, on).missing.map(({ input }) => input)).toEqual(['designedThere']);
    expect(ask({ designedIn: 'CN' }, strong, on).outcome).toBe('presumed-violation');
    expect(ask({ designedIn: 'US' }, strong, on).outcome).toBe('denial');
  });
});

describe('a limit met exactly', () => {
  const classes = (tpp: string, dieArea: string) =>
    ask({ vendor: 'x', designedIn: 'US' }, { tpp, dieArea }, '2024-05-01').paragraphs;

  it('counts where the rule says so, and not a hair below', () => {
    expect(classes('4800', '100000 mm2')).toEqual(['3A090.a.1']);
    expect(classes('4799.999', '4000 mm2')).toEqual([]);
    expect(classes('2400', '1500 mm2')).toEqual(['3A090.b.1']);
    expect(classes('1600', '500 mm2')).toEqual(['3A090.b.2']);
    expect(classes('1599.999', '100 mm2')).toEqual([]);
  });

  it('of density turns on no bit of the division: 5.92 is 5.92 for every die area', () => {
    for (let area = 280; area < 800; area += 7) {
      const tpp = String(Number((5.92 * area).toFixed(2)));
      expect(classes(tpp, `${area} mm2`), `${tpp} / ${area}`).toEqual(['3A090.a.2']);
    }
  });
});

describe('a day on which a rule begins or ends', () => {
  it.each([
    ['h100', '2022-10-20', 'letter'],
    ['a100', '2022-10-21', 'denial'],
    ['a800', '2023-10-22', 'no-licence'],
    ['a800', '2023-10-23', 'letter'],
    ['a800', '2023-11-16', 'letter'],
    ['a800', '2023-11-17', 'denial'],
    ['h200', '2026-01-14', 'denial'],
    ['h200', '2026-01-15', 'case-by-case'],
  ])('answers for %s on %s: %s', (chip, on, outcome) => {
    expect(status(book, chip, { on, to: 'CN', from: 'US' }).outcome).toBe(outcome);
  });

  it('counts the whole day, whatever its hour', () => {
    const duty = (on: string) => status(book, 'h200', { on, to: 'US', from: 'TW' }).duty.state;
    expect([duty('2026-01-14'), duty('2026-01-15')]).toEqual(['none', 'duty']);
    const timed = [...controls.instruments.values()].filter(({ time }) => time);
    expect(timed.map(({ effective }) => effective!.from)).toContain(day('2026-01-15'));
  });
});
