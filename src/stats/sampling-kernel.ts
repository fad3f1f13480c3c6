import { PAGE } from './arena.ts';
import { compiledModule } from './compiled-module.ts';
import { samplingWasm } from './sampling.wasm.ts';

/** Functions of scripts/kernels/sampling.as.ts, which says what each does. */
interface Exports {
  points(
    ...args: [
      ...[directions: number, scrambling: number, first: number, second: number],
      ...[from: number, n: number, out: number],
    ]
  ): void;
  sample(knots: number, jumps: number, n: number, column: number, left: number): number;
}

/** The kernel of Sobol points and of draws through tables, and what lies in its memory. */
export interface SamplingKernel extends Exports {
  /** Direction numbers of a dimension. */
  directions: Int32Array;
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
  const memory = new WebAssembly.Memory({ initial: 3 });
  const { buffer } = memory;
  const { exports } = new WebAssembly.Instance(compiledModule(samplingWasm), { env: { memory } });
  const column = new Float64Array(buffer, PAGE, LENGTH);
  const knots = new Float64Array(buffer, PAGE + 8 * LENGTH, KNOTS);
  const rest = knots.byteOffset + knots.byteLength;
  return {
    ...(exports as unknown as Exports),
    column,
    knots,
    directions: new Int32Array(buffer, rest, 32),
    left: new Uint16Array(buffer, rest + 128, LENGTH),
    jumps: new Uint8Array(buffer, rest + 128 + 2 * LENGTH, KNOTS),
  };
}
