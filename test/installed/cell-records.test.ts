import { expect, test } from 'vitest';
import { CellRecords } from '../../src/installed/cell-records.ts';
import { GRACE_DAYS, type Sight } from '../../src/installed/sight.ts';
import { roomyMemory } from './small-hub.ts';

const memory = roomyMemory();
const { buffer } = memory.floats(1);
const records = new CellRecords(memory, 64);
const doublesAt = (at: number, n: number) => [...new Float64Array(buffer, at, n)];
const wordsAt = (at: number, n: number) => [...new Int32Array(buffer, at, n)];

test('lays out a day once, with a column for what it makes of the particles', () => {
  const at = records.reachedOn(19_000);
  expect(records.reachedOn(19_000)).toBe(at);
  expect(records.reachedOn(19_001)).not.toBe(at);
  expect(doublesAt(at, 1)).toEqual([19_000]);
  const share = records.shareOn(19_000);
  expect(records.shareOn(19_000)).toBe(share);
  expect(wordsAt(share.at + 8, 2)).toEqual(share.columns.map(({ byteOffset }) => byteOffset));
  expect(share.columns.map(({ length }) => length)).toEqual([64, 64]);
});

test('lays out a sight with its likelihoods, and with classes where it has its own', () => {
  const sight: Sight = { by: 'prospect', due: 19_100, p: [0.1, 0.2, 0.3] };
  const at = records.sight(sight, true);
  expect(records.sight(sight, true)).toBe(at);
  expect(doublesAt(at, 1)).toEqual([19_100 + GRACE_DAYS]);
  const [kind, reached, share, p, partial, full] = wordsAt(at + 8, 6);
  expect([kind, reached, share]).toEqual([2, 0, 0]);
  expect(doublesAt(p!, 3)).toEqual([0.1, 0.2, 0.3]);
  expect(full! - partial!).toBe(64);
});

test('keeps likelihoods of a fill by particle for what weighs', () => {
  const sight: Sight = { by: 'fill', day: 19_000, likelihood: (fill, claimed) => fill + claimed };
  const seen = records.sight({ ...sight }, false);
  expect(wordsAt(seen + 8, 3)).toEqual([4, 0, 0]);
  expect(wordsAt(seen + 24, 2)).toEqual([0, 0]);
  expect(records.fills).toEqual([]);
  const at = records.sight(sight, true);
  expect(doublesAt(wordsAt(at + 8, 4)[3]!, 1)).toEqual([1]);
  expect(records.fills.map(({ shares }) => shares)).toEqual([records.shareOn(19_000).columns]);
  expect(wordsAt(at + 24, 2)).toEqual(records.fills[0]!.out.map(({ byteOffset }) => byteOffset));
});

test('lists what is made anew at a pace', () => {
  const [days, dayCount, , shareCount, classed, classedCount] = records.lists();
  expect([dayCount, shareCount, classedCount]).toEqual([2, 1, 1]);
  expect(wordsAt(days!, 2)).toEqual([records.reachedOn(19_000), records.reachedOn(19_001)]);
  expect(doublesAt(wordsAt(classed!, 1)[0]!, 1)).toEqual([19_100 + GRACE_DAYS]);
});
