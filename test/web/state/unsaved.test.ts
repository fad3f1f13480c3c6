import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { Unsaved } from '../../../src/web/state/unsaved.ts';

/** A store of a session that holds so many characters. */
function store(room = 1e6) {
  const held = new Map<string, string>();
  return {
    held,
    get length() {
      return held.size;
    },
    key: (i: number) => [...held.keys()][i] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      held.set(key, value);
    },
    removeItem: (key: string) => void held.delete(key),
  };
}

const written = { text: 'id: 后来\n', version: 'v1' };

it('what is not saved is kept by dossier and path, and told', () => {
  const unsaved = new Unsaved(null);
  const hear = vi.fn();
  const deaf = unsaved.hear(hear);
  expect(unsaved.any).toBe(false);
  unsaved.put('mine', 'sites/a.yaml', written);
  unsaved.put('other', 'hub.yaml', written);
  expect(unsaved.of('mine')).toEqual({ 'sites/a.yaml': written });
  expect(unsaved.any).toBe(true);
  expect(hear).toHaveBeenCalledTimes(2);
  const before = unsaved.of('mine');
  unsaved.put('other', 'hub.yaml', null);
  unsaved.put('other', 'hub.yaml', null);
  expect(unsaved.of('mine')).toBe(before);
  expect(hear).toHaveBeenCalledTimes(3);
  deaf();
  unsaved.put('mine', 'sites/a.yaml', null);
  expect(hear).toHaveBeenCalledTimes(3);
  expect(unsaved.any).toBe(false);
});

it('is there again after a reload, once typing has paused or the page was left', async () => {
  const session = store();
  const unsaved = new Unsaved(session, 1);
  unsaved.put('mine', 'hub.yaml', { text: 'a', version: 'v1' });
  unsaved.put('mine', 'hub.yaml', written);
  expect(session.held.size).toBe(0);
  await pause(30);
  expect(session.held.size).toBe(1);
  unsaved.put('mine', 'evidence/a.yaml', written);
  unsaved.flush();
  const again = new Unsaved(session);
  expect(again.of('mine')).toEqual({ 'hub.yaml': written, 'evidence/a.yaml': written });
  again.put('mine', 'hub.yaml', null);
  again.flush();
  expect(new Unsaved(session).of('mine')).toEqual({ 'evidence/a.yaml': written });
});

it('a store that is full, or holds nonsense, stops nobody', () => {
  const session = store(100);
  const unsaved = new Unsaved(session);
  unsaved.put('mine', 'hub.yaml', written);
  unsaved.flush();
  unsaved.put('mine', 'hub.yaml', { text: 'x'.repeat(200), version: 'v1' });
  unsaved.flush();
  expect(unsaved.of('mine')['hub.yaml']!.text).toHaveLength(200);
  expect(session.held.size).toBe(0);
  session.setItem('sandtable-unsaved/mine/hub.yaml', '{"text":1}');
  session.setItem('sandtable-unsaved/mine/sites/a.yaml', 'no json');
  session.setItem('sandtable-theme', 'dark');
  expect(new Unsaved(session).any).toBe(false);
});
