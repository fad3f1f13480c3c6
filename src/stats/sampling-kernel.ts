import { ColumnMemory } from './column-memory.ts';
import { samplingWasm } from './sampling.wasm.ts';

/** Functions of scripts/kernels/sampling.as.ts, which says what each does. */
interface Exports {
  block(state: number, out: number): void;
  points(
    ...args: [
      ...[directions: number, scrambling: number, first: number, second: number],
      ...[from: number, n: number, out: number],
    ]
  ): void;
  sample(knots: number, jumps: number, n: number, column: number, left: number): number;
}

/** The kernel of random numbers, Sobol points and of draws through tables, and what lies in its memory. */
export interface SamplingKernel extends Exports {
  /** Of the generators of a block. */
  state: Uint32Array;
  /** Direction numbers of a dimension. */
  directions: Uint32Array;
  /** A table of quantiles. */
  knots: Float64Array;
  jumps: Uint8Array;
  /** Values made at once, and positions among them. */
  column: Float64Array;
  left: Uint16Array;
}

/** Knots of a table. */
const KNOTS = 4100;
/** Values made at once. */
const LENGTH = 4096;

let opened: SamplingKernel | undefined;

/** The one kernel of this thread; what one call leaves in its memory, the next may overwrite. */
export function samplingKernel(): SamplingKernel {
  opened ??= openKernel();
  return opened;
}

function openKernel(): SamplingKernel {
  const memory = new ColumnMemory<Exports>(samplingWasm);
  memory.restart(10 * LENGTH + 9 * KNOTS + 4 * 16 + 4 * 32 + 32);
  return {
    ...memory.kernel,
    column: memory.floats(LENGTH),
    knots: memory.floats(KNOTS),
    state: memory.integers(16),
    directions: memory.integers(32),
    left: memory.words(LENGTH),
    jumps: memory.bytes(KNOTS),
  };
}
