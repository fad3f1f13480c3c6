import { h, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { useRested } from '../../../src/web/parts/use-rested.ts';

const pause = 200;
let rested = false;

function Watching({ value }: { value: unknown }) {
  rested = useRested(value, pause);
  return null;
}

/** A place to render into where there is no document: the component shows nothing. */
const place = { nodeType: 1, childNodes: [], firstChild: null } as unknown as Element;
const show = (value: unknown) => render(h(Watching, { value }), place);
const isRested = () => expect.poll(() => rested, { timeout: 20_000, interval: 5 }).toBe(true);

afterEach(() => {
  render(null, place);
});

it('has a value rested once it has stayed the same for so long, and not before', async () => {
  const begin = performance.now();
  show('one');
  expect(rested).toBe(false);
  await isRested();
  expect(performance.now() - begin).toBeGreaterThan(pause - 2);
});

it('begins anew with every other value, at once, and not with the same one', async () => {
  show('one');
  await isRested();
  show('one');
  expect(rested).toBe(true);
  const begin = performance.now();
  show('two');
  expect(rested).toBe(false);
  await isRested();
  expect(performance.now() - begin).toBeGreaterThan(pause - 2);
});

it('waits for nothing any more once it is gone', async () => {
  show('one');
  render(null, place);
  await new Promise((resolve) => setTimeout(resolve, 2 * pause));
  expect(rested).toBe(false);
});
