import { stream, uniforms } from '../stats/random.ts';

/** Values that are shuffled at a time. */
const SIZE = 32;
/** Orders they are shuffled to; each is used in as many turned ways as there are values. */
export const orderCount = 256;

/** Random orders of 0 to 31, one after the other. */
export const orders = randomOrders();

function randomOrders(): Uint8Array {
  const all = new Uint8Array(SIZE * orderCount);
  const keys = new Float64Array(SIZE * orderCount);
  uniforms(stream('sandtable', 'orders'), 0, keys);
  for (let from = 0; from < all.length; from += SIZE) {
    const order = Uint8Array.from({ length: SIZE }, (_, i) => i);
    all.set(
      order.sort((a, b) => keys[from + a]! - keys[from + b]!),
      from,
    );
  }
  return all;
}
