import { expect, it } from 'vitest';
import {
  asTable,
  changes,
  decided,
  elsewhere,
  monthsOn,
  nextPrior,
  nextWorld,
  plain,
  toggled,
  withSetting,
} from '../../../src/web/state/changes.ts';
import { initial } from '../../../src/web/state/state.ts';

it('an item goes and comes back', () => {
  const without = toggled(toggled(initial, 'b'), 'a');
  expect(without.drop).toEqual(['a', 'b']);
  expect(toggled(toggled(without, 'a'), 'b')).toEqual(initial);
});

it('a figure is set and taken back; the run of the link is no longer the one on the screen', () => {
  const set = withSetting({ ...initial, run: 'st1-000000000000' }, 'pool', '60k');
  expect(set.set).toEqual({ pool: '60k' });
  expect(set.run).toBe('');
  expect(withSetting(set, 'pool', '')).toEqual(initial);
});

it('changes are counted, and all taken back at once; language and theme stay', () => {
  const changed = {
    ...initial,
    drop: ['a', 'b'],
    set: { pool: '1' },
    seed: 3,
    t: '2025',
    lang: 'en' as const,
  };
  expect(changes(changed)).toBe(5);
  expect(plain(changed)).toEqual({ ...initial, lang: 'en' });
});

it('the priors follow each other', () => {
  expect(nextPrior(initial).prior).toBe('believer');
  expect(nextPrior(nextPrior(nextPrior(initial))).prior).toBe('neutral');
});

it('months are counted over the turn of the year', () => {
  expect(monthsOn('2026-11', 2)).toBe('2027-01');
  expect(monthsOn('2026-01-23', -1)).toBe('2025-12');
  expect(monthsOn('2026', 0)).toBe('2026-01');
});

it('worlds follow each other, and another run begins anew', () => {
  const first = nextWorld({ ...initial, run: 'st1-000000000000' });
  expect(first.world).toBe(1);
  expect(nextWorld(first).world).toBe(2);
  expect(decided(first, { prior: 'sceptic' })).toEqual({ ...initial, prior: 'sceptic' });
  for (const other of [toggled(first, 'a'), nextPrior(first), withSetting(first, 'pool', '1'), plain(first)])
    expect([other.world, other.run]).toEqual([null, '']);
});

it('another dossier has nothing of this one but the prior', () => {
  const here = { ...initial, drop: ['a'], prior: 'sceptic' as const, world: 3, why: 'compute', q: 'hall' };
  expect(elsewhere({ ...here, theme: 'dark' })).toEqual({ ...initial, prior: 'sceptic', theme: 'dark' });
});

it('a figure becomes a table and a picture again', () => {
  const two = asTable(asTable(initial, 'map'), 'accelerators');
  expect(two.table).toEqual(['accelerators', 'map']);
  expect(asTable(asTable(two, 'map'), 'accelerators')).toEqual(initial);
});
