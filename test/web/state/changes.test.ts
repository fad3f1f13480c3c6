import { expect, it } from 'vitest';
import { changes, monthsOn, nextPrior, plain, toggled, withSetting } from '../../../src/web/state/changes.ts';
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
