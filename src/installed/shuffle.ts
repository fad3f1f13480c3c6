import { stream, uniforms } from '../stats/random.ts';

/** Values that are shuffled at a time, and orders they are shuffled to; each order is used in as many turned ways. */
const SIZE = 32;
const ORDERS = 256;

/** Random orders of 0 to 31, one after the other. */
const orders = randomOrders();

/**
 * Puts 32 values in a random order.
 *
 * With o one of 256 random orders and t one of 32 turns, out[i] = values[o[i] XOR t]: every value is as likely at every
 * place, so that values shuffled by independent uniforms are independent place by place.
 *
 * @param u uniform on (0, 1), of which 13 bits are used
 * @param out takes the values from `first` on
 */
export function shuffled(values: Uint16Array, u: number, out: Uint16Array, first: number): void {
  const which = Math.floor(u * SIZE * ORDERS);
  const turn = which % SIZE;
  const from = which - turn;
  for (let i = 0; i < SIZE; i++) out[first + i] = values[orders[from + i]! ^ turn]!;
}

function randomOrders(): Uint8Array {
  const all = new Uint8Array(SIZE * ORDERS);
  const keys = new Float64Array(SIZE * ORDERS);
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
