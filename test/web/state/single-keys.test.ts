import { expect, it } from 'vitest';
import { isSingle, singleKeys, turnSingleKeys } from '../../../src/web/state/single-keys.ts';

it('one letter or sign is a single key; space, Escape and arrows are not', () => {
  expect(['p', '?', '/', '1', '好'].every(isSingle)).toBe(true);
  expect([' ', 'Escape', 'ArrowLeft', 'Tab'].some(isSingle)).toBe(false);
});

it('are remembered as off, and are on where nothing may be kept', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  expect(singleKeys(storage)).toBe(true);
  turnSingleKeys(false, storage);
  expect(singleKeys(storage)).toBe(false);
  turnSingleKeys(true, storage);
  expect(singleKeys(storage)).toBe(true);
  expect(singleKeys(undefined)).toBe(true);
});
