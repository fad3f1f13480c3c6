import type { Stream } from './random.ts';

/** Arithmetic on columns of 1,024 doubles, entry by entry; `out` may be one of the arguments. */
export type ColumnOperation = (a: Float64Array, b: Float64Array, out: Float64Array) => void;

/** Draws and combines blocks of 1,024 doubles without leaving the nearest cache. Its columns are its only memory. */
export interface Kernel {
  /** `simd` where WebAssembly with SIMD runs, else `plain`; both give the same bits. */
  readonly kind: 'simd' | 'plain';
  /** Blocks of 1,024 doubles; the only arrays that the operations take. */
  readonly columns: readonly Float64Array[];
  /**
   * Fills `out` with draws 1,024 x `block` to 1,024 x `block` + 1,023 of a stream: what `drawColumn` gives there.
   *
   * @param table index into the tables that the kernel was opened with
   */
  draw(table: number, stream: Stream, block: number, out: Float64Array): void;
  /** Turns a column of uniform numbers into draws: what `sampleColumn` gives. */
  sample(table: number, uniforms: Float64Array, out: Float64Array): void;
  readonly add: ColumnOperation;
  readonly multiply: ColumnOperation;
  readonly divide: ColumnOperation;
  readonly minimum: ColumnOperation;
}
