import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useRested } from '../../../src/web/parts/use-rested.ts';

const pause = 1500;
let rested = false;

function Watching({ value }: { value: unknown }) {
  rested = useRested(value, pause);
  return null;
}

/** A place to render into where there is no document: the component shows nothing. */
const place = { nodeType: 1, childNodes: [], firstChild: null } as unknown as Element;
const show = (value: unknown) => render(h(Watching, { value }), place);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
/** Longest wait for effects to run where there are no frames [ms]. */
const settling = 100;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  render(null, place);
  vi.useRealTimers();
});

it('has a value rested once it has stayed the same for so long, and not before', async () => {
  show('one');
  expect(rested).toBe(false);
  await pass(pause - settling);
  expect(rested).toBe(false);
  await pass(2 * settling);
  expect(rested).toBe(true);
});

it('begins anew with every other value, at once, and not with the same one', async () => {
  show('one');
  await pass(pause + settling);
  show('one');
  expect(rested).toBe(true);
  show('two');
  expect(rested).toBe(false);
  for (let n = 0; n < 3; n++) {
    await pass(pause - 2 * settling);
    show(`other ${n}`);
  }
  await pass(pause - 2 * settling);
  expect(rested).toBe(false);
  await pass(4 * settling);
  expect(rested).toBe(true);
});

it('waits for nothing any more once it is gone', async () => {
  show('one');
  await pass(settling);
  render(null, place);
  await pass(2 * pause);
  expect(rested).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
