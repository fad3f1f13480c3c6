import { ColumnMemory } from './column-memory.ts';
import { ordersWasm } from './orders.wasm.ts';

/** Addresses throughout; scripts/kernels/orders.as.ts says what each does. */
interface OrderKernel {
  sort(values: number, n: number, order: number, scratch: number): void;
  ascend(values: number, n: number, out: number, scratch: number): void;
  bin(values: number, n: number, bits: number, bins: number): number;
  sortLargest(
    values: number,
    n: number,
    wanted: number,
    bits: number,
    ...out: [order: number, scratch: number]
  ): void;
}

let opened: ColumnMemory<OrderKernel> | undefined;

function memoryOf(bytes: number): ColumnMemory<OrderKernel> {
  opened ??= new ColumnMemory(ordersWasm);
  opened.restart(bytes);
  return opened;
}

/** What the kernel takes beside the values, in all and by value. */
const SCRATCH = 9000;
const PER_VALUE = 44;

/**
 * The order that sorts a column: `order[r]` is the index of the r-th smallest value, ties in their original order.
 *
 * @param values one value per draw, no NaN
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const memory = memoryOf(SCRATCH + PER_VALUE * values.length);
  const at = memory.put(values);
  const order = memory.integers(values.length);
  memory.kernel.sort(at, values.length, order.byteOffset, memory.mark());
  return order.slice();
}

/** The values in ascending order. @param values no NaN */
export function ascending(values: Float64Array): Float64Array {
  const memory = memoryOf(SCRATCH + PER_VALUE * values.length);
  const at = memory.put(values);
  const out = memory.floats(values.length);
  memory.kernel.ascend(at, values.length, out.byteOffset, memory.mark());
  return out.slice();
}

/** Bits that number bins, at most. */
const MOST_BITS = 16;

/**
 * The last `count` entries of {@link sortedOrder}, without sorting the others: draws are binned by the leading bits of
 * their values, and only the bins that the largest lie in are sorted.
 *
 * @param values one value per draw, no NaN
 * @param count at most their number
 */
export function largestOrder(values: Float64Array, count: number): Uint32Array {
  // About as many bins as there are values.
  const bits = Math.min(MOST_BITS, 32 - Math.clz32(values.length));
  const memory = memoryOf(SCRATCH + PER_VALUE * values.length + 4 * 2 ** bits);
  const at = memory.put(values);
  const order = memory.integers(count);
  memory.kernel.sortLargest(at, values.length, count, bits, order.byteOffset, memory.mark());
  return order.slice();
}

/**
 * Bins on the leading bits of the numbers, as many as separate the smallest from the largest; a higher bin holds higher
 * values.
 *
 * @returns the bin of each value, and one past the highest bin
 */
export function leadingBins(values: Float64Array): { bins: Uint32Array; size: number } {
  const memory = memoryOf(SCRATCH + PER_VALUE * values.length);
  const at = memory.put(values);
  const bins = memory.integers(values.length);
  const size = memory.kernel.bin(at, values.length, MOST_BITS, bins.byteOffset);
  return { bins: bins.slice(), size };
}
