import { describe, expect, test } from 'vitest';
import { originsOf } from '../../src/installed/origins.ts';
import { item, knowledge, sitesOf } from './written.ts';

const sites = sitesOf('a', 'b');
const lit = (id: string, about: string[], origin: string, letter: 'A' | 'B' | 'D' = 'B') =>
  item({
    id,
    kind: 'commissioning',
    finding: 'lit',
    about,
    origin,
    grade: { reliability: letter, credibility: 2 },
  });
const of = (...items: ReturnType<typeof lit>[]) => originsOf(items, sites, knowledge);

describe('an origin', () => {
  test('is global where it is heard on several sites, or on a site and on the hub', () => {
    expect(of(lit('1', ['a'], 'x'), lit('2', ['b'], 'x')).globals.map(({ id }) => id)).toEqual(['x']);
    expect(of(lit('1', ['a'], 'x'), lit('2', ['hub'], 'x')).globals.map(({ id }) => id)).toEqual(['x']);
  });

  test('is global where one item of it speaks about several sites: that is believed of all or of none', () => {
    expect(of(lit('1', ['a', 'b'], 'x')).globals.map(({ id }) => id)).toEqual(['x']);
  });

  test('is not where its one item sums over sites', () => {
    const total = item({
      id: 't',
      kind: 'regional-total',
      observed: '5000 P',
      about: ['a', 'b'],
      origin: 'x',
    });
    expect(of(total).globals).toEqual([]);
  });

  test('belongs to its site where it is heard there only, however often', () => {
    const origins = of(lit('1', ['a'], 'x'), lit('2', ['a'], 'x'));
    expect(origins.globals).toEqual([]);
    expect(origins.globalIndex('x')).toBe(-1);
    expect(origins.localIndex('x')).toBeGreaterThanOrEqual(0);
  });

  test('has one local number whatever it says, another than any other', () => {
    const origins = of(lit('1', ['a'], 'x'), lit('2', ['a'], 'y'), lit('3', ['a'], 'x'));
    expect(origins.localIndex('x')).not.toBe(origins.localIndex('y'));
  });

  test('is as reliable as the best letter it bears', () => {
    const { globals } = of(lit('1', ['a'], 'x', 'D'), lit('2', ['b'], 'x', 'A'));
    const { alpha, beta } = knowledge.grades.letters.A;
    expect(globals[0]!.reliability.mean).toBeCloseTo(alpha / (alpha + beta), 12);
  });

  test('is not made global by a site that is not known yet', () => {
    expect(of(lit('1', ['a'], 'x'), lit('2', ['unknown'], 'x')).globals).toEqual([]);
  });

  test('is nothing to an order, which is no report', () => {
    const order = item({
      id: 'o',
      kind: 'policy-order',
      finding: 'domestic-only',
      about: ['hub'],
      origin: 'x',
    });
    expect(originsOf([order, lit('1', ['a'], 'x')], sites, knowledge).globals).toEqual([]);
  });
});
