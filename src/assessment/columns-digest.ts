import { sha256 } from '../dossier/digest.ts';
import { arraysOfTotals, type Totals } from '../installed/columns.ts';
import { ColumnMemory } from '../stats/column-memory.ts';
import { columnHashWasm } from './column-hash.wasm.ts';

/**
 * Digest of the posterior's totals (weights, global variables, what the hub holds): equal digests mean bitwise equal
 * totals, but for a collision of two 64-bit hashes of one column.
 *
 * @returns SHA-256 over the names of the columns and a hash of each, hex
 */
export function digestOfColumns(columns: Totals): string {
  return sha256(
    arraysOfTotals(columns)
      .map(({ name, values }) => `${name} ${values.length} ${hashOf(values)}`)
      .join('\n'),
  );
}

/** Hash of an array's bytes in 64 bits. */
function hashOf(values: Float64Array): string {
  kernel ??= openKernel();
  const { lanes, room, mix } = kernel;
  lanes.set([values.byteLength, ~values.byteLength]);
  for (let at = 0; at < values.length; at += room.length) {
    const some = values.subarray(at, at + room.length);
    room.set(some);
    mix(room.byteOffset, some.length, lanes.byteOffset);
  }
  return [...lanes].map((lane) => lane.toString(16)).join('-');
}

/** Of scripts/kernels/column-hash.as.ts. */
interface Exports {
  mix(words: number, n: number, lanes: number): void;
}

let kernel: ReturnType<typeof openKernel> | undefined;

function openKernel() {
  const memory = new ColumnMemory<Exports>(columnHashWasm);
  const length = 8192;
  memory.restart(8 * length + 16);
  return { room: memory.floats(length), lanes: memory.integers(2), mix: memory.kernel.mix };
}
