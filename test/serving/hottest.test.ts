import { describe, expect, it } from 'vitest';
import { hottest } from '../../src/serving/hottest.ts';
import { constants, spread } from './known.ts';

const hot = (balance: typeof spread.balance, chips: number) =>
  hottest({ ...spread, balance }, { held: 256 / chips, chips, constants });

describe('the hottest chip', () => {
  it('has a mean load where experts are balanced perfectly or there is one chip', () => {
    expect(hot('perfect', 64)).toBe(1);
    expect(hot('none', 1)).toBe(1);
  });
  it('has more the fewer experts a chip holds, and less with balance', () => {
    expect(hot('none', 72)).toBeGreaterThan(hot('none', 16));
    expect(hot('none', 72)).toBeGreaterThan(hot('random', 72));
    expect(hot('random', 72)).toBeGreaterThan(hot('balanced', 72));
  });
});
