import type { CellKernel } from './cell-memory.ts';

/** Weighed particles of a cell, columns of the kernel's memory. */
export interface Weighed {
  tried: number;
  weight: Float64Array;
  /** The same with what global origins say, at the mean of their reliabilities: where the particles will be wanted. */
  wanted: Float64Array;
  /** Whether that differs. */
  shared: readonly unknown[];
  /** Named accelerators running. */
  chips: Float64Array;
  /** Compute lit, where a global origin states an amount. */
  lit: Float64Array | null;
}

/** Particles that a cell keeps, and their weights, which sum to 1. */
export interface Kept {
  index: Uint16Array;
  weight: Float64Array;
}

/**
 * Thins a cell to as many weighted particles as there is room for in `kept`, by systematic resampling over chips, or over
 * compute where an amount is still to be weighed in, from an even mixture of the cell's own weights and two tilts towards
 * few chips, so that the pool can press without running out of particles, and of the same with what global origins say, so
 * that they can speak sharply.
 *
 * @param kept overwritten
 * @param scratch three times as long as the cell's columns
 */
export function thin(
  { weight, wanted, shared, chips, lit, tried }: Weighed,
  kept: Kept,
  { kernel, scratch }: { kernel: CellKernel; scratch: Float64Array },
): void {
  kernel.thin(
    weight.byteOffset,
    shared.length > 0 ? wanted.byteOffset : 0,
    chips.byteOffset,
    lit?.byteOffset ?? 0,
    tried,
    kept.index.length,
    scratch.byteOffset,
    kept.index.byteOffset,
    kept.weight.byteOffset,
  );
}
